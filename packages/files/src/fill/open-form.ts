import { say, UsageError } from '@cchc/domain'
import { cellAddress } from '../grid/cell-address.ts'
import { fileContent } from '../grid/file-content.ts'
import type { Grid, GridCell } from '../grid/grid.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { numberCell } from '../grid/sheet-rows.ts'
import { readWorkbook } from '../workbook/workbook.ts'
import { zipParts } from '../workbook/zip-parts.ts'
import { fillSheet } from './fill-sheet.ts'
import { OfficeParts } from './office-parts.ts'
import { reckonedOnLoad, withoutMacros } from './plain-workbook.ts'
import { type SheetStyles, sheetStyles } from './sheet-styles.ts'

/**
 * What a cell is before it is filled: `covered` = a merged cell stretches over it. `prints` = how its format shows
 * numbers: a `percent` shows 0.98 as 98%, a `date` shows no number at all.
 */
export interface FormCell {
  readonly state: 'empty' | 'held' | 'formula' | 'covered'
  readonly prints: 'plain' | 'percent' | 'date'
}

/** What goes into a cell, by its address as readers of files give it, such as `Biểu 1!D12`. */
interface CellValue {
  readonly address: string
  readonly value: number | string
}

/** A received workbook with empty cells. */
export interface Form {
  cell(address: string): FormCell
  /**
   * The workbook as xlsx with values in empty cells and all else as it was, formulas to be reckoned anew and without
   * macros. It is read again; throws a UsageError where that gives anything else than was meant.
   */
  fill(
    values: readonly CellValue[],
  ): Promise<{ readonly bytes: Uint8Array; readonly hadMacros: boolean }>
}

interface FormSheet extends SheetStyles {
  readonly part: string
}

/** Opens a form to fill it. Throws a UsageError for whatever is no xlsx or xlsm workbook. */
export async function openForm(file: GivenFile): Promise<Form> {
  const before = textsOf(await readGrids(file))
  if ((await fileContent(file.bytes)).kind !== 'xlsx') throw notYet(file)
  const { read } = zipParts(file.bytes)
  const book = await readWorkbook(read)
  const sheets = new Map<string, FormSheet>()
  for (const { name, part } of book.sheets) {
    const xml = await read(part)
    if (xml) sheets.set(book.sheets.length > 1 ? name : '', { part, ...sheetStyles(xml) })
  }
  const placeOf = (address: string) => {
    const end = address.lastIndexOf('!')
    const at = address.slice(end + 1)
    const sheet = sheets.get(address.slice(0, Math.max(0, end)))
    if (!sheet) throw notAsMeant(file, address)
    const format = book.formats[sheet.styleOf(at)] ?? 'General'
    return { at, sheet, format }
  }
  const shown = (value: number, address: string) =>
    numberCell(value, { format: placeOf(address).format, epoch: book.epoch })
  return {
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

type Shown = Pick<GridCell, 'text' | 'covered'>

function textsOf(grids: readonly Grid[]): ReadonlyMap<string, Shown> {
  const cells = grids.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ line, cells }) =>
      cells.map((cell, column) => [cellAddress({ sheet, line, column }), cell] as const),
    ),
  )
  return new Map(cells.filter(([, { text, covered }]) => text !== '' || covered))
}

function stateOf(cell: Shown | undefined): FormCell['state'] {
  if (cell?.covered) return 'covered'
  return cell === undefined ? 'empty' : 'held'
}

/** Formulas are read as themselves until a program has reckoned them. */
function requireSame(
  file: GivenFile,
  { meant, after }: Readonly<Record<'meant' | 'after', ReadonlyMap<string, Shown>>>,
): void {
  for (const address of new Set([...meant.keys(), ...after.keys()])) {
    const [one, other] = [meant.get(address)?.text ?? '', after.get(address)?.text ?? '']
    if (one !== other && !other.startsWith('=')) throw notAsMeant(file, address)
  }
}

function partsOf(file: GivenFile): OfficeParts {
  try {
    return new OfficeParts(file.bytes)
  } catch {
    throw new UsageError(
      say('{file} cannot be filled: its parts are damaged, or hold more than 128 MB together.', {
        file: file.name,
      }),
      { fix: SAVE_AS_XLSX },
    )
  }
}

const SAVE_AS_XLSX = say('Open it in Excel or LibreOffice, save it as .xlsx and give that file.')

function notYet({ name }: GivenFile): UsageError {
  return new UsageError(
    say('{file} is no xlsx workbook; only xlsx can be filled yet.', { file: name }),
    { fix: SAVE_AS_XLSX },
  )
}

function notAsMeant({ name }: GivenFile, address: string): UsageError {
  return new UsageError(
    say('{file} cannot be filled as it is: read again, cell {address} is not as it was meant.', {
      file: name,
      address,
    }),
    { fix: SAVE_AS_XLSX },
  )
}
