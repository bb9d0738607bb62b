import type { Fault } from '@cchc/domain'
import type { SliceRequest } from './slice.ts'

/** A record that failed validation. `fields` holds only values that passed their own check; `key` likewise. */
export interface Refusal {
  /** The stream's key fields, JSON; null when they themselves were invalid. */
  readonly key: Readonly<Record<string, string>> | null
  readonly reasons: readonly Fault[]
  readonly fields: Readonly<Record<string, unknown>>
}

/** A refused record as it is kept. `resolvedAt` is set when a valid version arrived, or it is gone. */
export interface QuarantinedRecord extends Refusal {
  readonly id: string
  readonly source: string
  readonly stream: string
  readonly firstRunId: string
  readonly lastRunId: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly timesSeen: number
  readonly resolvedAt: number | null
  readonly dismissal: Dismissal | null
}

/** A person's word that a refused record needs no valid version. */
export interface Dismissal {
  readonly at: number
  readonly by: string
  readonly reason: string
}

/** Which refused records; resolved and dismissed ones only when asked for. */
export interface QuarantineQuery extends SliceRequest {
  readonly source?: string | undefined
  readonly includeResolved?: boolean | undefined
}
