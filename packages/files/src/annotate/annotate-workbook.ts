import type { FileComment } from '@cchc/audit'
import { partsOf, requireSame, textsOf } from '../fill/received-file.ts'
import { withoutMacros } from '../fill/without-macros.ts'
import { splitAddress } from '../grid/cell-address.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { readWorkbook } from '../workbook/workbook.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import type { Annotated, Said } from './annotated-copy.ts'
import { commentSheet } from './comment-sheet.ts'
import { plainWords } from './plain-words.ts'

/** A copy of an xlsx or xlsm workbook with comments at its cells. */
export async function annotateWorkbook(file: GivenFile, { comments }: Said): Promise<Annotated> {
  const before = textsOf(await readGrids(file))
  const { sheets } = await readWorkbook(zipParts(file.bytes).read)
  const parts = partsOf(file)
  const said = comments.map((one) => ({ ...splitAddress(placeOf(one, before)), text: one.text }))
  const bySheet = Map.groupBy(said, ({ sheet }) => sheet)
  for (const { name, part } of sheets) {
    const own = bySheet.get(sheets.length > 1 ? name : '')
    if (own) commentSheet(parts, { part, said: own })
  }
  const hadMacros = withoutMacros(parts)
  const bytes = parts.zipped()
  const after = textsOf(await readGrids({ name: file.name, bytes }))
  requireSame(file, { meant: before, after })
  return { kind: 'xlsx', bytes, hadMacros }
}

type Texts = ReturnType<typeof textsOf>

/** The cell that a comment names, else the first that holds its words, else the first that holds any. */
function placeOf({ cell, quote }: FileComment, texts: Texts): string {
  if (cell !== undefined && (texts.has(cell) || isIn(cell, texts))) return cell
  const words = plainWords(quote ?? '')
  const filled = [...texts].filter(([, { text }]) => text !== '')
  const quoted = filled.find(([, { text }]) => words !== '' && plainWords(text).includes(words))
  return (quoted ?? filled[0])?.[0] ?? 'A1'
}

/** Whether it is a cell, maybe an empty one, of a sheet that was read. */
function isIn(cell: string, texts: Texts): boolean {
  const { sheet, at } = splitAddress(cell)
  const isSheet = [...texts.keys()].some((one) => splitAddress(one).sheet === sheet)
  return isSheet && /^[A-Z]{1,3}[1-9]\d*$/.test(at)
}
