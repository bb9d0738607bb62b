import type { FindingRow } from './finding.ts'
import type { AuditedRow } from './meaning/audited-report.ts'

/** A row with the addresses of its cells, as far as they are known. */
export type PlacedRow = FindingRow & Partial<Pick<AuditedRow, 'address' | 'wordsAt'>>

/** The cells of a row of which something can be said. */
export type CellOfRow = 'figure' | keyof NonNullable<AuditedRow['wordsAt']>

/** The address of a cell of a row, else that of its label; undefined where the row has none. */
export function cellOf({ address, wordsAt }: PlacedRow, cell: CellOfRow): string | undefined {
  const own = cell === 'figure' ? address : wordsAt?.[cell]
  return own ?? wordsAt?.label ?? address
}

/** The address of the cell of a row that says some words: that of its figure, its label or its note. */
export function cellSaying(row: AuditedRow, words: string): string | undefined {
  const says = (['label', 'note'] as const).find((cell) => row[cell].includes(words))
  return cellOf(row, row.value.includes(words) ? 'figure' : (says ?? 'figure'))
}
