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
  readonly #most: number
  /** Undefined where there were too many. */
  #codes: Map<string, DayNumber | null> | undefined = new Map()
  #unreadable = 0

  constructor(most = MOST) {
    this.#most = most
  }

  add({ accepted, refusals }: Came): void {
    const codes = this.#codes
    if (!codes) return
    for (const { code, receivedAt } of accepted as readonly Dossier[]) {
      codes.set(code, receivedAt === null ? null : dayNumberOf(receivedAt))
    }
    for (const { key } of refusals) {
      if (key === null) this.#unreadable += 1
      else codes.set(String(key.code), codes.get(String(key.code)) ?? null)
    }
    if (codes.size > this.#most) this.#codes = undefined
  }

  /** What came of these days, and begins anew; nothing where it was too much to be remembered. */
  of({ from, to }: { readonly from: string; readonly to: string }): WholeDays[] {
    const codes = this.#codes
    const unreadable = this.#unreadable
    this.#codes = new Map()
    this.#unreadable = 0
    return codes ? [{ from: dayNumber(from), to: dayNumber(to), codes, unreadable }] : []
  }
}
