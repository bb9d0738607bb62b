/** How fresh one source's streams are. */
export interface StreamState {
  readonly source: string
  readonly stream: string
  readonly cursor: unknown
  readonly records: number
  readonly quarantined: number
  /** End of the last whole pass, epoch ms. */
  readonly completedAt: number | null
  readonly committedAt: number | null
}

/** A stream and the end of its last whole pass, epoch ms; null = it never had one. */
export interface StreamCompletion {
  readonly source: string
  readonly stream: string
  readonly completedAt: number | null
}
