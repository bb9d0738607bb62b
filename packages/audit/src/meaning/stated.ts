import type { NarrativeStatement } from './narrative-statement.ts'
import type { OutlineRow } from './outline.ts'

/** A figure of the text with the rows of the table that state it too. */
export interface Stated {
  readonly statement: NarrativeStatement
  readonly values: readonly number[]
  /** What a word such as `triệu` rounds away, twice; absent = nothing. */
  readonly step?: number
  readonly percent: boolean
  readonly rows: readonly OutlineRow[]
}
