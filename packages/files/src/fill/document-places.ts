import { documentTable } from '@cchc/domain'
import { readDocx } from '../document/read-docx.ts'
import { cellAddress } from '../grid/cell-address.ts'
import { CellBudget, MOST_CELLS } from '../grid/grid.ts'
import { type DocxCell, docxCells } from './docx-cells.ts'

/** The part of a docx document that holds its text. */
export const BODY = 'word/document.xml'

/** The cells of the tables of a document that are read, by their addresses. */
export function documentPlaces(body: Uint8Array, xml: string): ReadonlyMap<string, DocxCell> {
  const { tables } = readDocx(body, new CellBudget(MOST_CELLS))
  const named = new Map(tables.map(({ before }, index) => [before, documentTable(index + 1)]))
  return new Map(
    docxCells(xml).flatMap((cell) => {
      const sheet = named.get(cell.table)
      return sheet === undefined ? [] : [[cellAddress({ sheet, ...cell }), cell] as const]
    }),
  )
}
