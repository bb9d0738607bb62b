import { strFromU8 } from 'fflate'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import { BODY, documentPlaces } from './document-places.ts'
import type { DocxCell } from './docx-cells.ts'
import { fillDocxCell } from './fill-docx-cell.ts'
import type { CellValue, Form } from './form.ts'
import { notAsMeant, partsOf, requireSame, type Shown, stateOf, textsOf } from './received-file.ts'
import { withoutMacros } from './without-macros.ts'

/** Opens a docx or docm document to fill the cells of its tables; `before` are the texts that it holds. */
export async function openDocument(
  file: GivenFile,
  before: ReadonlyMap<string, Shown>,
): Promise<Form> {
  const body = await zipParts(file.bytes).read(BODY)
  if (!body) throw notAsMeant(file, BODY)
  const xml = strFromU8(body)
  const cells = documentPlaces(body, xml)
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
