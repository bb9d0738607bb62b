import { II06_COLUMNS, II06_IDENTITIES, type StatisticsColumn } from '@cchc/domain'
import { type CellsWithSums, hiddenCells } from './hidden-cells.ts'
import type { Sum } from './sum.ts'

/** A row as it is told: which group it is of, and its columns; null = not reported. */
interface CountedRow {
  readonly group: Readonly<Record<string, { readonly code: string } | undefined>>
  readonly statistics: Readonly<Record<StatisticsColumn, number | null>>
}

/** Rows with their total, of which groups may be left out. */
export interface CountedRows {
  readonly rows: readonly CountedRow[]
  readonly total: Pick<CountedRow, 'statistics'>
  readonly leftOut?: number | undefined
}

const COLUMNS = II06_COLUMNS.map(({ key }) => key)
const FLOWS = new Set<StatisticsColumn>(
  II06_COLUMNS.flatMap(({ key, kind }) => (kind === 'flow' ? [key] : [])),
)
const AT_END: readonly StatisticsColumn[] = ['pendingTotal', 'pendingWithin', 'pendingOverdue']

/** Whether a column of a row, or of the total (`rows.length`), is not told. */
export type IsHidden = (row: number, column: StatisticsColumn) => boolean

/** Which columns of which rows are not told where counts below a limit are not. */
export function hiddenStatistics(answer: CountedRows, below: number): IsHidden {
  const hidden = hiddenCells({ ...cellsOf(answer), below })
  return (row, column) => hidden.has(cellAt(row, column))
}

function cellAt(row: number, column: StatisticsColumn): number {
  return row * COLUMNS.length + COLUMNS.indexOf(column)
}

/** Cells row by row, then the total, then what is left out, which stands nowhere. */
function cellsOf(answer: CountedRows): Omit<CellsWithSums, 'below'> {
  const { rows, total, leftOut = 0 } = answer
  const [ofTotal, rest] = [rows.length, rows.length + 1]
  const all = [...rows, total]
  const told = all.flatMap(({ statistics }) => COLUMNS.map((column) => statistics[column]))
  const within = all.flatMap((_, row) => identitiesOf(row))
  const over = COLUMNS.flatMap((column) => {
    const added = addends(rows, column)
    if (!added) return []
    const parts = [...added, ...(leftOut > 0 ? [rest] : [])].map((row) => cellAt(row, column))
    return [{ whole: cellAt(ofTotal, column), parts }]
  })
  const sums = [...within, ...carriedOn(rows), ...over].filter(({ parts }) => parts.length > 0)
  if (leftOut === 0) return { values: told, sums }
  const values = [...told, ...COLUMNS.map((column) => restOf(answer, column))]
  return { values, sums, unseen: new Set(COLUMNS.map((column) => cellAt(rest, column))) }
}

/** What the heads of the columns add up to in one row. */
function identitiesOf(row: number): readonly Sum[] {
  return II06_IDENTITIES.map(({ total, parts }) => ({
    whole: cellAt(row, total),
    parts: parts.map((part) => cellAt(row, part)),
  }))
}

/** The rows whose column adds up to that of the total; undefined = none do. */
function addends(
  rows: readonly CountedRow[],
  column: StatisticsColumn,
): readonly number[] | undefined {
  const months = rows.map(monthOf)
  const all = [...rows.keys()]
  const inOrder = months.toSorted()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (FLOWS.has(column) || first === last) return all
  if (column === 'carriedOver') return all.filter((row) => months[row] === first)
  return AT_END.includes(column) ? all.filter((row) => months[row] === last) : undefined
}

/** What is pending at the end of a month is what the next one carries over. */
function carriedOn(rows: readonly CountedRow[]): readonly Sum[] {
  const ofGroups = Map.groupBy(rows.keys(), (row) => groupOf(rows[row]))
  return [...ofGroups.values()].flatMap((all) => {
    const own = all.toSorted((one, other) => (monthOf(rows[one]) < monthOf(rows[other]) ? -1 : 1))
    return own.slice(1).map((next, index) => ({
      whole: cellAt(own[index] ?? next, 'pendingTotal'),
      parts: [cellAt(next, 'carriedOver')],
    }))
  })
}

function monthOf(row: CountedRow | undefined): string {
  return row?.group.month?.code ?? ''
}

/** Rows of one group follow each other month by month; without months each is a group of its own. */
function groupOf(row: CountedRow | undefined): unknown {
  if (row?.group.month === undefined) return row
  const { month: _month, ...others } = row.group
  return JSON.stringify(Object.entries(others).map(([name, one]) => [name, one?.code]))
}

function restOf({ rows, total }: CountedRows, column: StatisticsColumn): number | null {
  const all = rows.map(({ statistics }) => statistics[column])
  const whole = total.statistics[column]
  if (whole === null || all.includes(null)) return null
  return whole - all.reduce<number>((sum, count) => sum + (count ?? 0), 0)
}
