import type { OutlineRow } from './outline.ts'

/** Parts that cannot be more than a whole, together. */
export interface Bound {
  readonly parts: readonly OutlineRow[]
  readonly whole: OutlineRow
  readonly certain: boolean
}
