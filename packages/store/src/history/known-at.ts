/** Reads what was known at an instant, epoch ms: what was learnt by then and not yet superseded or removed. */
export interface KnownAt {
  readonly asKnownAt?: number | undefined
}
