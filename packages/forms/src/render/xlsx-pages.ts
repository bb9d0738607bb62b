import type { Worksheet } from 'exceljs'
import type { Paper } from './xlsx-page.ts'

/** What stands where on a sheet; rows count from 1. */
export interface SheetRows {
  /** The first and the last row of the heads, which stand on every page. */
  readonly headerTop: number
  readonly headerBottom: number
  /** The first row below the table: notes and signatures. */
  readonly next: number
}

/** Up to so many points a form is made to fit one page, its signatures with it. */
const SMALL = 640

/** So many rows of the table stand at least on the page of the signatures. */
const LEAST_ROWS = 3

/** Programs differ in what they put on a page: one that has not the letters of a workbook makes its columns wider, and all of it smaller. */
const CAPACITIES = [0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25]

/** Where a row without a height of its own has that which programs give it, in points. */
const PLAIN_ROW = 15

/**
 * The number of pages that a sheet is to fit, so that no signature stands alone on the last of them: where it would, everything
 * becomes a little smaller.
 */
export function pagesOf(sheet: Worksheet, rows: SheetRows, paper: Paper): number {
  const heights = Array.from({ length: sheet.rowCount }, (_, at) => {
    return sheet.getRow(at + 1).height ?? PLAIN_ROW
  })
  if (sumOf(heights) <= SMALL) return 1
  const scale = Math.min(1, paper.width / widthOf(sheet))
  const counts = CAPACITIES.map((factor) => {
    const pages = pagesOfRows(heights, rows, (paper.height * factor) / scale)
    const last = pages.at(-1) ?? 0
    const isAlone = pages[rows.next - 1 - LEAST_ROWS] !== last
    return isAlone ? last : last + 1
  })
  return Math.max(1, Math.min(...counts))
}

/** The page of each row, from 0 on. */
function pagesOfRows(
  heights: readonly number[],
  { headerTop, headerBottom }: SheetRows,
  capacity: number,
): readonly number[] {
  const repeated = sumOf(heights.slice(headerTop - 1, headerBottom))
  let [page, filled] = [0, 0]
  return heights.map((height) => {
    if (filled + height > capacity) [page, filled] = [page + 1, repeated]
    filled += height
    return page
  })
}

/** In points: seven pixels a character and five beside. */
function widthOf(sheet: Worksheet): number {
  const widths = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getColumn(at + 1).width)
  return sumOf(widths.map((width) => ((width ?? 9) * 7 + 5) * 0.75))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
