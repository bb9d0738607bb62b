import type { Day, Instant, Message } from '@cchc/domain'
import type { ClosedGate, Run } from '@cchc/store'
import type { AlertSettings } from '../config/alert-settings.ts'

/** How fresh a stream is; instants are epoch ms. */
export interface KnownStream {
  readonly stream: string
  /** When it was last read whole, or something last came of it; null = never. */
  readonly freshAt: Instant | null
  readonly stale: boolean
  /** Refused records that nobody settled. */
  readonly refused: number
}

/** A configured source, as the store knows it. */
export interface KnownSource {
  readonly id: string
  readonly maxAgeHours: number
  readonly streams: readonly KnownStream[]
  /** The newest run that is over. */
  readonly lastRun: Pick<Run, 'id' | 'status' | 'error'> | null
  readonly gate: Pick<ClosedGate, 'since' | 'reasons'> | null
  /** What its records look like otherwise than before, and nobody accepted. */
  readonly changed: Message | null
}

/** A closed gate of a source that is not configured any more. */
export interface KnownRemoved {
  readonly id: string
  /** That its figures are held, since when, why and what to do. */
  readonly told: Message
}

/** How what is done by itself goes. */
export interface KnownSchedule {
  readonly id: string
  /** Slots wait that nobody has begun for long. */
  readonly isLate: boolean
  readonly waiting: number
  /** Whether the last slot that has ended failed. */
  readonly hasFailed: boolean
}

/** A form or counting rule with its last day. */
export interface KnownEnding {
  readonly id: string
  readonly what: Message
  readonly last: Day
  readonly successor: string | null
}

/** Messages of a channel that could not be delivered. */
export interface KnownFailure {
  readonly channel: string
  /** Of those that wait, or were given up within a day. */
  readonly messages: number
  readonly givenUp: boolean
  readonly failure: Message
}

/** All that alerts are found from. */
export interface Known {
  readonly now: Instant
  readonly limits: Pick<AlertSettings, 'refusedAbove' | 'endsWithinDays'>
  readonly sources: readonly KnownSource[]
  readonly removed: readonly KnownRemoved[]
  readonly schedules: readonly KnownSchedule[]
  readonly endings: readonly KnownEnding[]
  /** Years of which the holidays are known. */
  readonly calendarYears: readonly number[]
  readonly failures: readonly KnownFailure[]
}
