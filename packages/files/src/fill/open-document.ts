import { documentTable } from '@cchc/domain'
import { strFromU8 } from 'fflate'
import { readDocx } from '../document/read-docx.ts'
import { cellAddress } from '../grid/cell-address.ts'
import { CellBudget, MOST_CELLS } from '../grid/grid.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import { type DocxCell, docxCells } from './docx-cells.ts'
import { fillDocxCell } from './fill-docx-cell.ts'
import type { CellValue, Form } from './form.ts'
import { notAsMeant, partsOf, requireSame, type Shown, stateOf, textsOf } from './received-file.ts'
import { withoutMacros } from './without-macros.ts'

const BODY = 'word/document.xml'

/** Opens a docx or docm document to fill the cells of its tables; `before` are the texts that it holds. */
export async function openDocument(
  file: GivenFile,
  before: ReadonlyMap<string, Shown>,
): Promise<Form> {
  const body = await zipParts(file.bytes).read(BODY)
  if (!body) throw notAsMeant(file, BODY)
  const xml = strFromU8(body)
  const cells = placesIn(body, xml)
  return {
    kind: 'docx',
    cell: (address) => ({
      state: cells.has(address) ? stateOf(before.get(address)) : 'covered',
      prints: 'plain',
    }),
    async fill(values) {
      const parts = partsOf(file)
      parts.change(BODY, () => filled(file, { xml, cells, values }))
      const hadMacros = withoutMacros(parts)
      const bytes = parts.zipped()
      const meant = new Map(before)
      for (const { address, text } of values) meant.set(address, { text: text.trim() })
      requireSame(file, { meant, after: textsOf(await readGrids({ name: file.name, bytes })) })
      return { bytes, hadMacros }
    },
  }
}

/** The cells of the tables that are read, by their addresses. */
function placesIn(body: Uint8Array, xml: string): ReadonlyMap<string, DocxCell> {
  const { tables } = readDocx(body, new CellBudget(MOST_CELLS))
  const named = new Map(tables.map(({ before }, index) => [before, documentTable(index + 1)]))
  return new Map(
    docxCells(xml).flatMap((cell) => {
      const sheet = named.get(cell.table)
      return sheet === undefined ? [] : [[cellAddress({ sheet, ...cell }), cell] as const]
    }),
  )
}

interface Filling {
  readonly xml: string
  readonly cells: ReadonlyMap<string, DocxCell>
  readonly values: readonly CellValue[]
}

/** From the last cell to the first, so that the bounds of the others stay. */
function filled(file: GivenFile, { xml, cells, values }: Filling): string {
  const wanted = values.map(({ address, text }) => {
    const cell = cells.get(address)
    if (!cell) throw notAsMeant(file, address)
    return { ...cell, text }
  })
  return wanted
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text }) => {
      return `${whole.slice(0, start)}${fillDocxCell(whole.slice(start, end), text)}${whole.slice(end)}`
    }, xml)
}
