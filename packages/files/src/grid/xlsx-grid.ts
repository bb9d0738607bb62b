import { readSheet } from '../workbook/read-sheet.ts'
import { readWorkbook } from '../workbook/workbook.ts'
import type { ReadPart } from '../workbook/zip-parts.ts'
import { CellBudget, type Grid, hiddenGrids } from './grid.ts'
import { sheetGrid } from './sheet-rows.ts'

/**
 * Reads the visible sheets of an Excel workbook by the cells that hold something. Throws TooLarge for more than `most`
 * of them, or an Error for what is no workbook.
 */
export async function xlsxGrids(read: ReadPart, most: number): Promise<readonly Grid[]> {
  const book = await readWorkbook(read)
  const grids: Grid[] = []
  const cells = new CellBudget(most)
  for (const { name, part } of book.sheets) {
    const found = await read(part)
    if (!found) throw new Error('a sheet is missing')
    const sheet = book.sheets.length > 1 ? name : null
    grids.push(sheetGrid(readSheet(found, book, cells), { sheet, epoch: book.epoch }))
  }
  return [...grids, ...hiddenGrids(book.hidden)]
}
