import { printFigure } from '../phrases.ts'
import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { WideTable } from './audited-report.ts'
import { type FigureText, readFigureText } from './figure-text.ts'
import { inFull } from './magnitudes.ts'
import { type OutlineRow, outline } from './outline.ts'
import { exactSum, slackOf } from './rows.ts'
import {
  type ColumnBalance,
  type ColumnMeaning,
  type ColumnSum,
  columnBalances,
  columnBounds,
  columnMeanings,
  columnSums,
} from './wide-columns.ts'
import { columnComplements } from './wide-complements.ts'
import { type ColumnShare, columnShares } from './wide-shares.ts'

/** A row of a table with many columns: its place, and the figure of each column. */
export interface WideRow {
  readonly row: OutlineRow
  readonly figures: readonly FigureText[]
  /** Where the figures stand; none where that is not known. */
  readonly addresses: readonly string[]
}

/** A table with many columns as it is understood. */
export interface ReadWideTable {
  readonly table: WideTable
  readonly rows: readonly WideRow[]
  /** Those that are no rates. */
  readonly counts: readonly WideRow[]
  readonly meanings: readonly ColumnMeaning[]
  readonly sums: readonly ColumnSum[]
  readonly bounds: readonly (readonly [part: number, whole: number])[]
  readonly shares: readonly ColumnShare[]
  readonly balances: readonly ColumnBalance[]
  /** Columns of shares that make 100 % together. */
  readonly complements: readonly (readonly number[])[]
}

/** The tables with many columns of a report. */
export const wideTables = oncePerReport(({ report }: AuditContext): readonly ReadWideTable[] =>
  (report.wide ?? []).map(understood),
)

function understood(table: WideTable): ReadWideTable {
  const meanings = columnMeanings(table)
  const rows = wideRows(table, meanings)
  const counts = rows.filter(({ row }) => !row.rate)
  const sums = columnSums(table, meanings).map((sum) => asTheyAdd(sum, counts))
  const beside = new Set(sums.flatMap(({ total, otherwise }) => (otherwise ? total : [])))
  return {
    table,
    rows,
    counts,
    meanings,
    sums,
    bounds: columnBounds(meanings).filter(
      ([part, whole]) => !beside.has(whole) || sums.some((sum) => sum.parts.includes(part)),
    ),
    shares: columnShares(table, meanings),
    balances: columnBalances(meanings).filter(({ received }) => !beside.has(received)),
    complements: columnComplements(table, meanings),
  }
}

/** A sum by the reading that holds in every row, where the first does not; `otherwise` stays where that is the other one. */
function asTheyAdd({ otherwise, ...sum }: ColumnSum, rows: readonly WideRow[]): ColumnSum {
  if (!otherwise) return sum
  const holds = (parts: readonly number[]) =>
    rows.every(({ figures }) => {
      return !wrongSum(figures[sum.total], { parts: parts.map((part) => figures[part]) })
    })
  return holds(sum.parts) || !holds(otherwise) ? sum : { ...sum, parts: otherwise, otherwise }
}

/** The rows of a table in their places, by their codes. */
export function placedRows({ rows, sheet }: WideTable): readonly OutlineRow[] {
  return outline(rows.map((row) => ({ ...row, sheet, unit: '', value: '', note: '' })))
}

function wideRows(table: WideTable, meanings: readonly ColumnMeaning[]): readonly WideRow[] {
  const { rows } = table
  return placedRows(table).map((row, index) => ({
    row,
    addresses: rows[index]?.addresses ?? [],
    figures: (rows[index]?.figures ?? []).map((text, at) =>
      inFull(readFigureText(text, { rate: meanings[at]?.isShare ?? false })),
    ),
  }))
}

/**
 * A sum that is not what is printed; undefined when it is, when there are no parts, or a cell holds no number. Parts that
 * leave something out, or of which some are blank, are wrong only where they make more than the whole.
 */
export function wrongSum(
  total: FigureText | undefined,
  {
    parts,
    complete = true,
  }: { readonly parts: readonly (FigureText | undefined)[]; readonly complete?: boolean },
) {
  const known = parts.filter((part) => part?.state !== 'not_applicable')
  const counted = known.flatMap((part) => (part?.state === 'number' ? part.value : []))
  if (total?.state !== 'number' || parts.length === 0) return undefined
  if (known.some((part) => part?.state === 'words' || part?.state === 'doubtful')) return undefined
  const sum = exactSum(counted)
  const isOver = sum > total.value
  const isWhole = complete && counted.length === known.length
  const slack = slackOf([total, ...known])
  if (Math.abs(sum - total.value) <= slack) return undefined
  if (!isWhole && !(isOver && counted.length > 1)) return undefined
  const terms = (known.length > 0 ? counted.map(printFigure) : parts.map(() => '-')).join(' + ')
  return { printed: printFigure(total.value), expected: printFigure(sum), terms, isOver }
}
