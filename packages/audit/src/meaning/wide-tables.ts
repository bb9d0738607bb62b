import { printFigure } from '../phrases.ts'
import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { WideTable } from './audited-report.ts'
import { familySums } from './family-columns.ts'
import { type FigureText, readFigureText } from './figure-text.ts'
import { sharesByFigures, sumsByFigures } from './figures-tell.ts'
import { judgedShare } from './judged-share.ts'
import { factorsOf, inColumnUnit } from './magnitudes.ts'
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
import { boundsOfShares, type ColumnShare, columnShares } from './wide-shares.ts'

/** A row of a table with many columns: its place, and the figure of each column. */
export interface WideRow {
  readonly row: OutlineRow
  /** The row of which this is a further line; null = it is a row of its own. */
  readonly continues: OutlineRow | null
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
  const said = sumsSaid(table, meanings).map((sum) => asTheyAdd(sum, counts))
  const sums = [...said, ...sumsThatFiguresTell(said, { meanings, counts })]
  const shares = sharesIn(table, { meanings, rows })
  const beside = new Set(sums.flatMap(({ total, otherwise }) => (otherwise ? total : [])))
  return {
    table,
    rows,
    counts,
    meanings,
    sums,
    bounds: [
      ...columnBounds(meanings).filter(
        ([part, whole]) => !beside.has(whole) || sums.some((sum) => sum.parts.includes(part)),
      ),
      ...boundsOfShares(shares, meanings),
    ],
    shares,
    balances: columnBalances(meanings).filter(({ received }) => !beside.has(received)),
    complements: columnComplements(table, meanings),
  }
}

/** By formulas and roles of columns, else by the names of what follows a total. */
function sumsSaid(table: WideTable, meanings: readonly ColumnMeaning[]): readonly ColumnSum[] {
  const sums = columnSums(table, meanings)
  const known = new Set(sums.map(({ total }) => total))
  return [...sums, ...familySums(meanings).filter(({ total }) => !known.has(total))]
}

interface Meant {
  readonly meanings: readonly ColumnMeaning[]
}

/** Further sums of columns that add up and are no sums already; first those of parts, then those of what these make up. */
function sumsThatFiguresTell(
  said: readonly ColumnSum[],
  { meanings, counts }: Meant & { readonly counts: readonly WideRow[] },
): readonly ColumnSum[] {
  const figures = counts.map((row) => row.figures)
  const found = [...said]
  for (let before = -1; found.length > before; ) {
    before = found.length
    const parts = new Set(found.flatMap((sum) => sum.parts))
    const left = meanings.filter(({ at, isShare }) => !isShare && !parts.has(at))
    for (const sum of sumsByFigures(figures, left)) if (isNew(sum, found)) found.push(sum)
  }
  return found.slice(said.length)
}

/** `b = a + c` says what `a = b - c` does. */
function isNew(sum: ColumnSum, known: readonly ColumnSum[]): boolean {
  const keyOf = ({ total, parts }: ColumnSum) => [total, ...parts].toSorted((a, b) => a - b).join()
  return known.every((one) => one.total !== sum.total && keyOf(one) !== keyOf(sum))
}

function sharesIn(
  table: WideTable,
  { meanings, rows }: Meant & { readonly rows: readonly WideRow[] },
): readonly ColumnShare[] {
  const figuresOf = rows.map((row) => row.figures)
  const said = columnShares(table, meanings).filter((share) => isLikely(share, figuresOf))
  const known = new Set(said.map(({ share }) => share))
  const shares = meanings.filter(({ at, isShare }) => isShare && !known.has(at))
  const columns = meanings.filter(({ isShare }) => !isShare)
  return [...said, ...sharesByFigures(figuresOf, { shares, columns })]
}

/** What only stands beside two columns is not of them where no row of several bears it out. */
function isLikely(share: ColumnShare, rows: readonly (readonly FigureText[])[]): boolean {
  if (!share.byPlace) return true
  const outcomes = rows.map((figures) => judgedShare(share, figures)?.outcome)
  const broken = outcomes.filter((outcome) => outcome === 'broken').length
  return broken < 2 || outcomes.includes('satisfied')
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
  const placed = placedRows(table)
  const factors = factorsOf(table.columns.map(({ title }) => title))
  const firstLine = (index: number) =>
    placed.findLast((_row, at) => at < index && !rows[at]?.continues) ?? null
  return placed.map((row, index) => ({
    row,
    continues: rows[index]?.continues ? firstLine(index) : null,
    addresses: rows[index]?.addresses ?? [],
    figures: (rows[index]?.figures ?? []).map((text, at) =>
      inColumnUnit(
        readFigureText(text, { rate: meanings[at]?.isShare ?? false }),
        factors[at] ?? 1,
      ),
    ),
  }))
}

/** Amounts with decimals are rounded each, and so is their sum; what is counted has none. */
function roundedAway(figures: readonly (FigureText | undefined)[]): number {
  const fractions = figures.filter((one) => one?.state === 'number' && !Number.isInteger(one.value))
  const isAmount =
    fractions.length * 2 > figures.length && fractions.every((one) => one?.step === 0)
  const decimals = Math.min(...fractions.map((one) => one?.decimals ?? 0))
  return isAmount && figures.length > 3 ? (figures.length / 2) * 10 ** -decimals : 0
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
  const slack = slackOf([total, ...known]) + roundedAway([total, ...known])
  if (Math.abs(sum - total.value) <= slack) return undefined
  if (!isWhole && !(isOver && counted.length > 1)) return undefined
  const terms = (known.length > 0 ? counted.map(printFigure) : parts.map(() => '-')).join(' + ')
  return { printed: printFigure(total.value), expected: printFigure(sum), terms, isOver }
}
