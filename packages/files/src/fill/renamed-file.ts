import { strFromU8 } from 'fflate'
import { cellAddress } from '../grid/cell-address.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import { BODY } from './document-places.ts'
import type { Renaming } from './form.ts'
import { openForm } from './open-form.ts'
import { partsOf } from './received-file.ts'
import { renamedParagraphs } from './renamed-paragraphs.ts'

/** A received workbook or document with other words in some of its texts; figures, styles and all else stay. */
export async function renamedFile(file: GivenFile, renaming: Renaming): Promise<GivenFile> {
  const form = await openForm(file)
  if (form.kind === 'docx') return renamedDocument(file, renaming)
  const texts = (await readGrids(file)).flatMap(({ sheet, hidden, rows }) =>
    hidden
      ? []
      : rows.flatMap(({ line, cells }) =>
          cells.map(({ text }, column) => ({
            address: cellAddress({ sheet, line, column }),
            text,
          })),
        ),
  )
  const values = texts.flatMap(({ address, text }) => {
    const anew = renaming(text)
    if (anew === text || form.cell(address).state !== 'held') return []
    return { address, value: anew, text: anew }
  })
  if (values.length === 0) return file
  return { name: file.name, bytes: (await form.fill(values)).bytes }
}

async function renamedDocument(file: GivenFile, renaming: Renaming): Promise<GivenFile> {
  const body = await zipParts(file.bytes).read(BODY)
  const xml = body ? strFromU8(body) : ''
  const anew = renamedParagraphs(xml, renaming)
  if (anew === xml) return file
  const parts = partsOf(file)
  parts.write(BODY, anew)
  return { name: file.name, bytes: parts.zipped() }
}
