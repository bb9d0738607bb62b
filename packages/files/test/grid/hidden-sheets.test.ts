import * as sheetJs from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readGrids } from '../../src/grid/index.ts'

test.each(['biff8', 'xlml', 'xlsx'] as const)(
  '%s: a hidden sheet is named and not read',
  async (bookType) => {
    const book = sheetJs.utils.book_new()
    for (const name of ['Biểu', 'ẩn']) {
      sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([[name, 5]]), name)
    }
    book.Workbook = {
      Sheets: [
        { name: 'Biểu', Hidden: 0 },
        { name: 'ẩn', Hidden: 1 },
      ],
    }
    const bytes = new Uint8Array(sheetJs.write(book, { type: 'array', bookType }))
    const grids = await readGrids({ name: 'tep', bytes })
    expect(grids.map(({ sheet, rows, hidden }) => [sheet, rows.length, hidden])).toEqual([
      [null, 1, undefined],
      ['ẩn', 0, true],
    ])
  },
)
