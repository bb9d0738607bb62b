import { printDay, printNumber, say } from '@cchc/domain'
import {
  COVERED_BELOW,
  COVERED_CELL,
  EMPTY_CELL,
  type Grid,
  type GridCell,
  type GridRow,
  TooLarge,
  textOf,
} from './grid.ts'
import { type FilledCell, type Merge, type SheetContent, WIDEST } from './sheet-content.ts'

/** A sheet by what it holds; a merged stretch counts once, in its first cell. Throws TooLarge. */
export function sheetGrid(
  content: SheetContent,
  of: Pick<Grid, 'sheet'> & { epoch: number },
): Grid {
  const { sheet, epoch } = of
  const { beyond } = content
  return { sheet, rows: sheetRows(content, epoch), ...(beyond > 0 && { beyond }) }
}

function sheetRows({ lines, merges }: SheetContent, epoch: number): readonly GridRow[] {
  const filled = [...lines].toSorted(([a], [b]) => a - b)
  const rows = filled.map(([line, cells]) => ({ line, cells: denseCells(cells, epoch) }))
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  cover(rows, { merges, width })
  return rows
}

function denseCells(cells: readonly FilledCell[], epoch: number): GridCell[] {
  const dense: GridCell[] = []
  for (const { column, value, format } of cells) {
    while (dense.length < column) dense.push(EMPTY_CELL)
    dense[column] = typeof value === 'string' ? textOf(value) : numberCell(value, { format, epoch })
  }
  return dense
}

interface FilledRow {
  readonly line: number
  readonly cells: GridCell[]
}

/** How many cells merges may cover in the lines that hold something. */
const MOST_COVERED = WIDEST * 20_000

/** Marks the cells that a merged one stretches over, as far as the sheet holds something. */
function cover(
  rows: readonly FilledRow[],
  { merges, width }: { readonly merges: readonly Merge[]; readonly width: number },
): void {
  const lines = rows.map(({ line }) => line)
  let left = MOST_COVERED
  for (const { top, bottom, ...merge } of merges) {
    const end = Math.min(merge.right + 1, width)
    const reached = rows.slice(firstFrom(lines, top), firstFrom(lines, bottom + 1))
    left -= reached.length * (1 + Math.max(0, end - merge.left))
    if (left < 0) throw tooManyCovered()
    for (const { line, cells } of reached) {
      while (cells.length < end) cells.push(EMPTY_CELL)
      cells.fill(COVERED_CELL, merge.left + 1, end)
      if (line > top && merge.left < end) cells[merge.left] = COVERED_BELOW
    }
  }
}

function tooManyCovered(): TooLarge {
  const count = printNumber(MOST_COVERED)
  return new TooLarge(
    say('more than {count} merged cells', { count }),
    say('{count} merged cells', { count }),
  )
}

/** The first index whose line is not above that one; lines ascend. */
function firstFrom(lines: readonly number[], line: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

const SECONDS_PER_DAY = 86_400
/** The serial number of 31 December 9999. */
const LAST_DAY = 2_958_465

/** A number as its format shows it: in Vietnamese writing, or as a day. */
export function numberCell(
  value: number,
  { format, epoch }: { format: string; epoch: number },
): GridCell {
  const words = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')
  if (!/[ymd]/i.test(words) || value < 1 || value > LAST_DAY) return numberText(value, format)
  const seconds = Math.round((value - epoch) * SECONDS_PER_DAY)
  const moment = new Date(seconds * 1000).toISOString().slice(0, 19)
  return { ...textOf(printDay(moment.slice(0, 10))), moment }
}

/** What spreadsheets keep of a fraction is right so far; whole numbers, such as sums of money, are right to the last digit. */
const PRECISION = 12

/** A number as its format prints it, in Vietnamese writing. */
function numberText(value: number, format: string): GridCell {
  const decimals = /0\.(0+)/.exec(format)?.[1]?.length ?? 0
  const plain = Number.isInteger(value) ? value : Number(value.toPrecision(PRECISION))
  const code = decimals > 0 ? plain.toFixed(decimals) : String(plain)
  if (format.includes('%')) return { text: `${comma((plain * 100).toFixed(decimals))}%`, code }
  return { text: comma(code), code }
}

function comma(number: string): string {
  return number.replace('.', ',')
}
