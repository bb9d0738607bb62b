import type { BilingualText, Message } from '@cchc/domain'
import type { AlertSeverity } from '@cchc/store'
import type { AlertId } from './alert-ids.ts'
import type { Known } from './known.ts'

/** Of whom an alert holds, how bad it is, and what to do. */
export interface Holding {
  /** A source, a form, a channel …: the same as long as it is the same thing. */
  readonly subject: string
  readonly severity: AlertSeverity
  readonly sentence: Message
}

/** Something that people are told of when it begins, gets worse and ends (cảnh báo). */
export interface Alert {
  readonly id: AlertId
  readonly about: BilingualText
  /** What to do, for any subject of it. */
  readonly fix: Message
  /** Pure: the same knowledge always gives the same. */
  find(known: Known): readonly Holding[]
  /** Knowledge by which it holds of exactly this. */
  readonly example: {
    readonly known: Partial<Known>
    readonly holds: readonly Pick<Holding, 'subject' | 'severity'>[]
  }
}

/** Declares an alert. */
export function defineAlert(alert: Alert): Alert {
  return Object.freeze(alert)
}
