import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { FigureText } from './figure-text.ts'
import type { OutlineRow } from './outline.ts'
import { SIGNED } from './vocabulary/changes.ts'
import type { ColumnRole } from './vocabulary/columns.ts'
import { NOT_ADDED } from './vocabulary/labels.ts'
import type { ColumnMeaning } from './wide-columns.ts'
import { type ReadWideTable, wideTables } from './wide-tables.ts'

/** A cell of a table with many columns where a count or a rate belongs. */
export interface CountedCell {
  readonly row: OutlineRow
  readonly figure: FigureText
  readonly printed: string
  readonly title: string
  readonly address: string | undefined
  /** What of dossiers it counts; null = something else, or a share of it. */
  readonly role: ColumnRole | null
}

/** The cells of the columns that hold numbers and compare nothing; tables of indicators are read as lists too. */
export const countedCells = oncePerReport((context: AuditContext): readonly CountedCell[] =>
  wideTables(context).flatMap((read) => {
    const columns = read.table.ofIndicators ? [] : read.meanings.filter((one) => counts(one, read))
    return read.rows.flatMap(({ row, figures, addresses }, index) =>
      columns.flatMap(({ at, role }) => {
        const figure = figures[at]
        const printed = (read.table.rows[index]?.figures[at] ?? '').trim()
        const title = read.table.columns[at]?.title ?? ''
        return figure ? [{ row, figure, printed, title, address: addresses[at], role }] : []
      }),
    )
  }),
)

function counts({ at, path }: ColumnMeaning, { rows }: ReadWideTable): boolean {
  const words = path.join(' ')
  if (SIGNED.test(words) || NOT_ADDED.test(path.at(-1) ?? '')) return false
  const states = rows.flatMap(({ figures }) => figures[at]?.state ?? [])
  const filled = states.filter((state) => state !== 'blank' && state !== 'not_applicable')
  return filled.filter((state) => state === 'number').length * 2 >= Math.max(2, filled.length)
}
