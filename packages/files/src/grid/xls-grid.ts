import { type Grid, hiddenGrids, tooManyCells } from './grid.ts'
import { sheetGrid } from './sheet-rows.ts'
import { xlsThread } from './xls-thread.ts'

/**
 * Reads the visible sheets of a workbook of Excel 97-2003, or of the XML of 2003, in a thread with limits on memory and
 * time, and names the hidden ones. Throws TooLarge, or an Error for what is no workbook or takes too long.
 */
export async function xlsGrids(bytes: Uint8Array, most: number): Promise<readonly Grid[]> {
  const answer = await xlsThread.read({ bytes, most })
  if ('tooMany' in answer) throw tooManyCells(most)
  if ('unreadable' in answer) throw new Error('there is no workbook')
  const { sheets, hidden, epoch } = answer
  const grids = sheets.map(({ name, content }) =>
    sheetGrid(content, { sheet: sheets.length > 1 ? name : null, epoch }),
  )
  return [...grids, ...hiddenGrids(hidden)]
}
