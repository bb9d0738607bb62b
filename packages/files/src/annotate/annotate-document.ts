import type { FileComment } from '@cchc/audit'
import { strToU8 } from 'fflate'
import { BODY, documentPlaces } from '../fill/document-places.ts'
import type { DocxCell } from '../fill/docx-cells.ts'
import { notAsMeant, partsOf, requireSame, textsOf } from '../fill/received-file.ts'
import { withoutMacros } from '../fill/without-macros.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import type { Annotated, Said } from './annotated-copy.ts'
import { DocumentComments } from './document-comments.ts'
import { type DocxParagraph, documentParagraphs } from './document-paragraphs.ts'
import { joined } from './joined-comments.ts'
import { plainWords } from './plain-words.ts'

/** A copy of a docx or docm document with comments at its cells and paragraphs. */
export async function annotateDocument(
  file: GivenFile,
  { comments, at: now }: Said,
): Promise<Annotated> {
  const before = textsOf(await readGrids(file))
  const parts = partsOf(file)
  const xml = parts.text(BODY) ?? ''
  const paragraphs = documentParagraphs(xml)
  const cells = documentPlaces(strToU8(xml), xml)
  const said = comments.flatMap((one) => {
    const at = placeOf(one, { paragraphs, cells })
    return at ? { at, text: one.text } : []
  })
  if (said.length < comments.length) throw notAsMeant(file, BODY)
  const own = new DocumentComments(parts, now)
  const marked = [...joined(said)]
    .toSorted(([a], [b]) => b.start - a.start)
    .reduce((whole, [at, text]) => own.mark(whole, { at, text }), xml)
  own.write()
  parts.write(BODY, marked)
  const hadMacros = withoutMacros(parts)
  const bytes = parts.zipped()
  const after = textsOf(await readGrids({ name: file.name, bytes }))
  requireSame(file, { meant: before, after })
  return { kind: 'docx', bytes, hadMacros }
}

interface Places {
  readonly paragraphs: readonly DocxParagraph[]
  readonly cells: ReadonlyMap<string, DocxCell>
}

/** The first paragraph of the cell, else the one that holds the words, else the first with any. */
function placeOf(
  { cell = '', quote = '' }: FileComment,
  { paragraphs, cells }: Places,
): DocxParagraph | undefined {
  const bounds = cells.get(cell)
  const inCell = bounds && paragraphs.find(({ start }) => start >= bounds.start)
  if (inCell && inCell.end <= bounds.end) return inCell
  const words = plainWords(quote)
  const quoted = paragraphs.find((one) => words !== '' && plainWords(one.words).includes(words))
  return quoted ?? paragraphs.find((one) => one.words.trim() !== '') ?? paragraphs[0]
}
