export interface StreamSplitTable {
  source: string
  stream: string
  /** The run that goes on with it, or did last. */
  run_id: number
  /** The days that a person asked for; null = a whole pass. */
  asked_from: string | null
  asked_to: string | null
  /** The cursor behind all parts. */
  rest: string
  cursor_version: number
  /** How many processes may read parts at once. */
  at_once: number
}

export interface StreamPartTable {
  source: string
  stream: string
  part: number
  from_day: string
  to_day: string
  /** `open`, `held`, `done` or `failed`. */
  state: string
  token: number
  owner: string
  expires_at: number
  cursor: string | null
  cursor_version: number
  /** `PartTold` as JSON. */
  told: string
  /** `PartFailure` as JSON. */
  failure: string | null
}
