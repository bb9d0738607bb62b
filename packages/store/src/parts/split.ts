import type { AppError, Message } from '@cchc/domain'
import type { SavedPosition } from '../saved-position.ts'

/** Days of reception, `YYYY-MM-DD`, both included. */
export interface PartDays {
  readonly from: string
  readonly to: string
}

/** Which reading is split: the days that a person asked for; null = a whole pass. */
export interface AskedDays {
  readonly from: string | null
  readonly to: string | null
}

/** A split of a stream's reading that is under way: behind its parts the reading goes on at `rest`. */
export interface SavedSplit {
  readonly asked: AskedDays
  readonly rest: SavedPosition
}

/** A reading that is to be split. */
export interface NewSplit extends SavedSplit {
  readonly windows: readonly PartDays[]
}

/** What was seen of a part's records; totals of the part. */
export interface PartTold {
  /** Refused ones included. */
  readonly fetched: number
  /** Whose version lies ahead of the clock. */
  readonly versionsAhead: number
  /** That are over and have no end. */
  readonly endless: number
}

/** Why a part was not read. `ends` = the whole run: `softly` at a limit, `login` where the portal refuses the account. */
export interface PartFailure extends Pick<AppError, 'code'> {
  readonly message: Message
  readonly fix: Message | null
  readonly softly: boolean
  readonly login: boolean
}

/** Where the parts of a stream stand. */
export interface PartsState {
  readonly all: number
  readonly done: number
  /** Held by living processes. */
  readonly held: number
  readonly failures: readonly PartFailure[]
  /** Sums over all parts. */
  readonly told: PartTold
  /** Requests that this run has made for the stream. */
  readonly requests: number
}
