import { isAppError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { Context } from 'hono'
import { addressOf } from '../limits/address.ts'
import { networkOf } from '../limits/network.ts'
import { Refusal } from '../refusal.ts'

interface Counted {
  readonly who: string
  readonly subject: string
  /** How often more, since its first line. */
  more: number
}

interface Limits {
  readonly now?: () => number
  /** Of how many within an hour; all others are told as one. */
  readonly most?: number
  /** Told where they cannot be kept. */
  readonly onError?: (error: unknown) => void
}

const HOUR_MS = 3_600_000

/** Refusals of requests that say something of who sends them; others are the gateway's own matter. */
const TOLD: ReadonlySet<string> = new Set([
  ...['unauthorised', 'token_wrong', 'token_expired', 'inbox_key', 'wrong_keys'],
  ...['too_many_requests', 'access_denied'],
])

/**
 * Puts refused requests into the audit log: the first of an hour of each key or network, for each reason, at once; how many
 * more came when the hour is over or the gateway ends. So a flood makes two lines, and never more than twice `most` an hour.
 */
export class RefusedAttempts {
  readonly #keep: Hub['access']['keepRefused']
  readonly #limits: Required<Limits>
  readonly #counted = new Map<string, Counted>()
  #keeping: Promise<void> = Promise.resolve()
  #endsAt = 0

  constructor(
    { access }: { readonly access: Pick<Hub['access'], 'keepRefused'> },
    limits: Limits = {},
  ) {
    this.#keep = access.keepRefused
    this.#limits = { now: Date.now, most: 100, onError: () => undefined, ...limits }
  }

  /** Notes what a request was refused with, where it is to be noted. */
  note(error: unknown, context: Context, behindProxy: boolean | undefined): void {
    const code = error instanceof Refusal || isAppError(error) ? error.code : ''
    if (!TOLD.has(code)) return
    const caller = context.get('caller')
    const who =
      caller?.person ?? caller?.id ?? `network ${networkOf(addressOf(context, { behindProxy }))}`
    this.#count(who, caller ? `${code} ${caller.id}` : code)
  }

  /** Keeps how many more came, and waits until everything is kept. */
  async flush(): Promise<void> {
    const ended = [...this.#counted.values()].filter(({ more }) => more > 0)
    this.#counted.clear()
    if (ended.length > 0)
      this.#add(ended.map(({ more, ...one }) => ({ ...one, outcome: `refused, ${more} more` })))
    await this.#keeping
  }

  #count(who: string, subject: string): void {
    this.#beginHour()
    const isNew = !this.#counted.has(`${who} ${subject}`)
    const full = isNew && this.#counted.size >= this.#limits.most
    const one = full ? { who: 'others', subject: '' } : { who, subject }
    const name = `${one.who} ${one.subject}`
    const before = this.#counted.get(name)
    if (before) {
      before.more += 1
      return
    }
    this.#counted.set(name, { ...one, more: 0 })
    this.#add([{ ...one, outcome: 'refused' }])
  }

  #beginHour(): void {
    const now = this.#limits.now()
    if (now < this.#endsAt) return
    void this.flush()
    this.#endsAt = now + HOUR_MS
    setTimeout(() => void this.flush(), HOUR_MS).unref()
  }

  #add(lines: Parameters<Hub['access']['keepRefused']>[0]): void {
    this.#keeping = this.#keeping.then(() => this.#keep(lines)).catch(this.#limits.onError)
  }
}
