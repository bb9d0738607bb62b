import { printFigure } from '../phrases.ts'
import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { WideTable } from './audited-report.ts'
import { type FigureText, readFigureText } from './figure-text.ts'
import { type OutlineRow, outline } from './outline.ts'
import { exactSum } from './rows.ts'

/** A row of a table with many columns: its place, and the figure of each column. */
export interface WideRow {
  readonly row: OutlineRow
  readonly figures: readonly FigureText[]
}

/** A table with many columns as it is understood. */
export interface ReadWideTable {
  readonly table: WideTable
  readonly rows: readonly WideRow[]
}

/** The tables with many columns of a report. */
export const wideTables = oncePerReport(({ report }: AuditContext): readonly ReadWideTable[] =>
  (report.wide ?? []).map((table) => ({ table, rows: wideRows(table) })),
)

function wideRows({ rows, sheet }: WideTable): readonly WideRow[] {
  const placed = outline(rows.map((row) => ({ ...row, sheet, unit: '', value: '', note: '' })))
  return placed.map((row, index) => ({
    row,
    figures: (rows[index]?.figures ?? []).map((text) => readFigureText(text, { rate: false })),
  }))
}

/** The columns that add others up, in their order. */
export function totalColumns({ columns }: WideTable): readonly number[] {
  return columns.flatMap(({ totalOf }, at) => (totalOf.length > 0 ? at : []))
}

/** A sum that is not what is printed; undefined when it is, when there are no parts, or a cell holds no number. */
export function wrongSum(
  total: FigureText | undefined,
  parts: readonly (FigureText | undefined)[],
) {
  const known = parts.filter((part) => part?.state !== 'not_applicable')
  if (total?.state !== 'number' || parts.length === 0) return undefined
  if (known.some((part) => part?.state !== 'number')) return undefined
  const values = known.map((part) => part?.value ?? 0)
  const sum = exactSum(values)
  if (sum === total.value) return undefined
  const terms = (known.length > 0 ? values.map(printFigure) : parts.map(() => '-')).join(' + ')
  return { printed: printFigure(total.value), expected: printFigure(sum), terms }
}
