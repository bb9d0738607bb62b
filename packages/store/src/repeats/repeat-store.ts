/** A request that may be sent again: who sends it under which key, and what it asks; both as digests. */
export interface Repeat {
  readonly name: string
  readonly asked: string
}

/** `mine` = it is to be done now, by whoever asked; `underway` = another does it; `other` = it asked something else before. */
export type RepeatClaim =
  | { readonly state: 'mine' | 'underway' | 'other' }
  | { readonly state: 'answered'; readonly answer: string }

/** For how long what is being done, and what was answered, is remembered. */
interface RepeatLimits {
  readonly underwayMs: number
  readonly answeredMs: number
  /** Of how many; the oldest go. */
  readonly most: number
}

/** The part of a store that remembers answers, so that a request that is sent twice is done once, by any process. */
export interface RepeatStore {
  claimRepeat(repeat: Repeat, limits: RepeatLimits): Promise<RepeatClaim>
  /** Keeps the answer to what was claimed. */
  answerRepeat(repeat: Repeat, answer: string): Promise<void>
  /** It failed: it may be sent again at once. What was answered stays. */
  dropRepeat(repeat: Repeat): Promise<void>
}
