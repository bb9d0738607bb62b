import { readOds } from '../workbook/read-ods.ts'
import type { ReadPart } from '../workbook/zip-parts.ts'
import { type Grid, hiddenGrids } from './grid.ts'
import { EPOCH_1900 } from './sheet-content.ts'
import { sheetGrid } from './sheet-rows.ts'

/** Reads the visible sheets of an OpenDocument spreadsheet. Throws TooLarge, or an Error for what is none. */
export async function odsGrids(read: ReadPart, most: number): Promise<readonly Grid[]> {
  const part = await read('content.xml')
  if (!part) throw new Error('there is no content')
  const { tables, hidden } = readOds(part, most)
  const grids = tables.map(({ name, sheet }) =>
    sheetGrid(sheet, { sheet: tables.length > 1 ? name : null, epoch: EPOCH_1900 }),
  )
  return [...grids, ...hiddenGrids(hidden)]
}
