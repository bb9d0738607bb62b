import excel from 'exceljs'
import { expect, test } from 'vitest'
import { paperOf } from '../src/render/xlsx-page.ts'
import { pagesOf } from '../src/render/xlsx-pages.ts'

const HEAD = [18, 18, 20, 18, 18, 16, 34]
const FOOT = [17, 31, 15, 18, 18, 18]
const TABLE = { headerTop: HEAD.length, headerBottom: HEAD.length }
const PAPER = paperOf([])

/** The page of each row when it is printed at a scale. */
function printed(heights: readonly number[], scale: number): readonly number[] {
  let [page, left] = [0, PAPER.height / scale]
  return heights.map((height) => {
    if (height > left) [page, left] = [page + 1, PAPER.height / scale - (HEAD.at(-1) ?? 0)]
    left -= height
    return page
  })
}

/** As programs do it that fit a sheet to a number of pages: as large as they can, never larger than they began. */
function fitted(heights: readonly number[], pages: number, first: number): readonly number[] {
  let scale = first
  while ((printed(heights, scale).at(-1) ?? 0) >= pages) scale -= 0.01
  return printed(heights, scale)
}

test.each([1, 0.92, 0.82])(
  'no signature stands alone, however long the table and large the letters (%d)',
  (scale) => {
    for (let rows = 10; rows < 160; rows += 1) {
      const sheet = new excel.Workbook().addWorksheet('1')
      for (const [index, width] of [8, 72, 17, 14, 22].entries()) {
        sheet.getColumn(index + 1).width = width
      }
      const heights = [
        ...HEAD,
        ...Array.from({ length: rows }, (_, at) => (at % 9 ? 18 : 34)),
        ...FOOT,
      ]
      for (const [index, height] of heights.entries()) sheet.getRow(index + 1).height = height
      const next = HEAD.length + rows + 1
      const pages = fitted(heights, pagesOf(sheet, { ...TABLE, next }, PAPER), scale)
      expect([rows, pages[next - 2]]).toEqual([rows, pages.at(-1)])
    }
  },
)
