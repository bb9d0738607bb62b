import { documentTable } from '@cchc/domain'
import type { DocumentContent } from '../document/document-builder.ts'
import { readDocx } from '../document/read-docx.ts'
import { readOdt } from '../document/read-odt.ts'
import type { ReadPart } from '../workbook/zip-parts.ts'
import { CellBudget, type Grid } from './grid.ts'
import { EPOCH_1900 } from './sheet-content.ts'
import { sheetGrid } from './sheet-rows.ts'

/**
 * Reads the tables of a text document (docx, odt), each with the text above it; what stands behind the last one comes as
 * a grid without rows. Throws TooLarge, or an Error for what is none.
 */
export async function documentGrids(
  kind: 'docx' | 'odt',
  { read, most }: { readonly read: ReadPart; readonly most: number },
): Promise<readonly Grid[]> {
  const part = await read(kind === 'docx' ? 'word/document.xml' : 'content.xml')
  if (!part) throw new Error('there is no content')
  return gridsOf((kind === 'docx' ? readDocx : readOdt)(part, new CellBudget(most)))
}

function gridsOf({ tables, below }: DocumentContent): readonly Grid[] {
  const grids = tables.map(({ above, sheet }, index): Grid => {
    const grid = sheetGrid(sheet, { sheet: documentTable(index + 1), epoch: EPOCH_1900 })
    return { ...grid, text: above }
  })
  return below.length === 0 ? grids : [...grids, { sheet: null, rows: [], text: below }]
}
