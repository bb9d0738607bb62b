import type { QuantityKind, ReportColumn, ReportRow } from '@cchc/domain'
import type { FigureScope, Gap, StatedSource } from '@cchc/figures'
import type { OriginCell } from '../origin/cell-origin.ts'

/** A column that a generator counts, under the key by which forms print it. */
export interface GeneratedColumn {
  readonly key: string
  readonly kind: QuantityKind
  /** Columns of different kinds that the official form adds up to this one all the same. */
  readonly sums?: readonly (readonly string[])[]
}

/** A row with its cells, and where each of them comes from. */
export interface GeneratedRow {
  readonly row: ReportRow
  /** The origin of a cell under a key; `columns` are those of the form. */
  originOf(key: string, columns: readonly ReportColumn[]): Promise<OriginCell>
}

/** What makes the rows of a form whose rows depend on what there is to count. */
export interface Generator {
  /** What templates name it by. */
  readonly id: string
  readonly columns: readonly GeneratedColumn[]
  /** Figures of a row that can be asked for beside the columns of the form. */
  readonly beside: readonly string[]
  /** Figures that people ask for without naming a form: those of the row `total`. */
  readonly withoutForm: readonly string[]
  make(scope: FigureScope): Promise<Generated>
}

/** The rows of a form, and what is missing of their figures. */
export interface Generated {
  readonly rows: readonly GeneratedRow[]
  readonly gaps: readonly Gap[]
  /** What of them is stated by sources; absent where nothing can be. */
  readonly stated?: readonly StatedSource[]
  /** What of them stands in ministries' systems, as printed; absent where nothing can. */
  readonly inMinistries?: readonly string[]
}
