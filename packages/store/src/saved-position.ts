/** A stored cursor and the version that its stream's cursor had then. */
export interface SavedPosition {
  readonly cursor: unknown
  readonly version: number
}
