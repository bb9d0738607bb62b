import { type Cell, cellNumber, printCell } from './cell.ts'
import type { FilledReport, ReportRow } from './filled-report.ts'
import { printNumber } from './vietnamese/number.ts'

/** A figure of a report beside that of an earlier one. */
export interface ComparedFigure {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly unit: string
  /** The title of its column, where the form has several. */
  readonly column: string | null
  /** As the reports print them; empty = not reported. */
  readonly now: string
  readonly before: string
  /** Now minus before, as it is printed; null where one of them is no number. */
  readonly difference: string | null
  /** The change in percent of the figure before; null of rates, of zero before, and where there is no difference. */
  readonly change: string | null
}

/**
 * The figures of a form in two periods, row by row and column by column. Rates differ in percentage points
 * (điểm phần trăm); rows that only one of the reports has are compared with nothing.
 */
export function comparedReports(
  now: FilledReport,
  before: FilledReport,
): readonly ComparedFigure[] {
  const earlier = new Map(before.rows.map((row) => [row.rowId, row]))
  const columns = now.columns.filter(({ content, words }) => content === 'cell' && words !== true)
  return now.rows.flatMap((row) => {
    return columns.flatMap(({ key, header, headerGroups }) => {
      const [own, other] = [row.cells[key], earlier.get(row.rowId)?.cells[key]]
      if (own === undefined && other === undefined) return []
      const column = columns.length > 1 ? [...headerGroups, header].join(' – ') : null
      return [{ ...named(row), column, ...compared(own, other) }]
    })
  })
}

function named({ rowId, code, label, unit }: ReportRow) {
  return { rowId, code, label, unit }
}

type Compared = Pick<ComparedFigure, 'now' | 'before' | 'difference' | 'change'>

function compared(own: Cell | undefined, other: Cell | undefined): Compared {
  const shown = { now: own ? printCell(own) : '', before: other ? printCell(other) : '' }
  const [a, b] = [figureOf(own), figureOf(other)]
  if (!a || !b) return { ...shown, difference: null, change: null }
  const decimals = Math.max(a.decimals, b.decimals)
  const difference = signed(a.value - b.value, decimals)
  if (a.isRate || b.isRate) return { ...shown, difference: `${difference} điểm %`, change: null }
  const change = b.value === 0 ? null : `${signed(((a.value - b.value) / b.value) * 100, 2)}%`
  return { ...shown, difference, change }
}

interface Figure {
  readonly value: number
  readonly decimals: number
  readonly isRate: boolean
}

function figureOf(cell: Cell | undefined): Figure | undefined {
  if (cell?.state === 'ratio') {
    const { numerator, denominator, decimals } = cell
    if (denominator === 0) return undefined
    return { value: (numerator / denominator) * 100, decimals, isRate: true }
  }
  const value = cell ? cellNumber(cell) : null
  if (value === null || cell === undefined) return undefined
  const { decimals = 0, percent = false } = cell.state === 'number' ? cell : {}
  return { value, decimals, isRate: percent || (cell.state === 'zero' && cell.percent) }
}

function signed(amount: number, decimals: number): string {
  const printed = printNumber(Math.abs(amount), decimals)
  if (/^[0,]+$/.test(printed)) return '0'
  return amount > 0 ? `+${printed}` : `-${printed}`
}
