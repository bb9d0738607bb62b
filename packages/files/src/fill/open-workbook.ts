import { splitAddress } from '../grid/cell-address.ts'
import type { GivenFile } from '../grid/read-grids.ts'
import { readGrids } from '../grid/read-grids.ts'
import { numberCell } from '../grid/sheet-rows.ts'
import { readWorkbook } from '../workbook/workbook.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import { fillSheet } from './fill-sheet.ts'
import type { Form } from './form.ts'
import { notAsMeant, partsOf, requireSame, type Shown, stateOf, textsOf } from './received-file.ts'
import { type SheetStyles, sheetStyles } from './sheet-styles.ts'
import { reckonedOnLoad, withoutMacros } from './without-macros.ts'

interface FormSheet extends SheetStyles {
  readonly part: string
}

/** Opens an xlsx or xlsm workbook to fill it; `before` are the texts that it holds. */
export async function openWorkbook(
  file: GivenFile,
  before: ReadonlyMap<string, Shown>,
): Promise<Form> {
  const { read } = zipParts(file.bytes)
  const book = await readWorkbook(read)
  const sheets = new Map<string, FormSheet>()
  for (const { name, part } of book.sheets) {
    const xml = await read(part)
    if (xml) sheets.set(book.sheets.length > 1 ? name : '', { part, ...sheetStyles(xml) })
  }
  const placeOf = (address: string) => {
    const { sheet: name, at } = splitAddress(address)
    const sheet = sheets.get(name)
    if (!sheet) throw notAsMeant(file, address)
    const format = book.formats[sheet.styleOf(at)] ?? 'General'
    return { at, sheet, format }
  }
  const shown = (value: number, address: string) =>
    numberCell(value, { format: placeOf(address).format, epoch: book.epoch })
  return {
    kind: 'xlsx',
    cell(address) {
      const { at, sheet, format } = placeOf(address)
      const isDate = shown(A_DAY, address).moment !== undefined
      return {
        state: sheet.formulas.has(at) ? 'formula' : stateOf(before.get(address)),
        prints: isDate ? 'date' : format.includes('%') ? 'percent' : 'plain',
      }
    },
    async fill(values) {
      const parts = partsOf(file)
      const places = values.map((one) => ({ ...one, ...placeOf(one.address) }))
      for (const part of parts.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))) {
        const mine = places.filter(({ sheet }) => sheet.part.toLowerCase() === part.toLowerCase())
        const cells = mine.map(({ at, value, sheet }) => ({ at, value, style: sheet.styleOf(at) }))
        parts.change(part, (xml) => fillSheet(xml, cells))
      }
      parts.change('xl/workbook.xml', reckonedOnLoad)
      const hadMacros = withoutMacros(parts)
      const bytes = parts.zipped()
      const after = textsOf(await readGrids({ name: file.name, bytes }))
      const meant = new Map(before)
      for (const { address, value } of values) {
        meant.set(
          address,
          typeof value === 'string' ? { text: value.trim() } : shown(value, address),
        )
      }
      requireSame(file, { meant, after })
      return { bytes, hadMacros }
    },
  }
}

/** A number that every format of dates shows as a day. */
const A_DAY = 40_000
