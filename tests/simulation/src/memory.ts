/** A figure that was looked at: the question as text, and the answer as it was then. */
export interface Look {
  readonly instant: string
  readonly ask: () => Promise<unknown>
  readonly answer: string
}

/** A closed period and the answer that was frozen. */
export interface FrozenPeriod {
  readonly org: string
  readonly period: string
  readonly answer: string
}
