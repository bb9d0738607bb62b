/** That some cells of an answer, by their indexes, add up to another one. */
export interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
}
