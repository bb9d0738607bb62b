import { type DayNumber, type Dossier, dayNumber, dayNumberOf } from '@cchc/domain'
import type { Batch, Refusal } from '@cchc/store'

type WholeDays = NonNullable<Batch['whole']>[number]

/** What came with a page. */
export interface Came {
  readonly accepted: readonly unknown[]
  readonly refusals: readonly Refusal[]
}

/** Days that hold more are not judged: their codes would fill the memory. */
const MOST = 1_000_000

/** The dossiers that came since days of reception were last read whole. */
export class SeenDossiers {
  #codes = new Map<string, DayNumber | null>()
  #unreadable = 0
  #isTooMany = false

  add({ accepted, refusals }: Came): void {
    for (const { code, receivedAt } of accepted as readonly Dossier[]) {
      this.#codes.set(code, receivedAt === null ? null : dayNumberOf(receivedAt))
    }
    for (const { key } of refusals) {
      if (key === null) this.#unreadable += 1
      else this.#codes.set(String(key.code), this.#codes.get(String(key.code)) ?? null)
    }
    if (this.#codes.size <= MOST) return
    this.#isTooMany = true
    this.#codes.clear()
  }

  /** What came of these days, and begins anew; nothing where it was too much to be remembered. */
  of({ from, to }: { readonly from: string; readonly to: string }): WholeDays[] {
    const days = {
      from: dayNumber(from),
      to: dayNumber(to),
      codes: this.#codes,
      unreadable: this.#unreadable,
    }
    const isTooMany = this.#isTooMany
    this.#codes = new Map()
    this.#unreadable = 0
    this.#isTooMany = false
    return isTooMany ? [] : [days]
  }
}
