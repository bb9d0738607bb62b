import { CellBudget } from '../grid/grid.ts'
import { EPOCH_1900, SheetBuilder } from '../grid/sheet-content.ts'
import { readXml } from './read-xml.ts'
import { repeated } from './repeated.ts'

/** What an OpenDocument spreadsheet holds: its visible tables, and the names of the others. */
export interface OdsTables {
  readonly tables: readonly OdsTable[]
  readonly hidden: readonly string[]
}

/** A visible table of an OpenDocument spreadsheet. */
export interface OdsTable {
  readonly name: string
  readonly sheet: SheetBuilder
}

type Attributes = Readonly<Record<string, string>>

/** What is repeated further than this is an empty rest of the sheet. */
const MOST_REPEATED = 2000
const LAST_LINE = 1_048_576
/** Notes and drawings lie over cells and are none of their text. */
const BESIDE = new Set(['annotation', 'frame', 'shapes', 'custom-shape', 'tracked-changes'])

/**
 * Reads the visible tables of `content.xml` (ISO/IEC 26300) by the cells that hold something. Throws TooLarge for more
 * than `most` of them, or an Error for what is no OpenDocument spreadsheet.
 */
export function readOds(part: Uint8Array, most: number): OdsTables {
  const reading = new OdsReading(most)
  readXml(part, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: (words) => reading.text(words),
    close: (tag) => reading.close(tag),
  })
  return reading
}

class OdsReading {
  readonly tables: OdsTable[] = []
  readonly hidden: string[] = []
  readonly #hiddenStyles = new Set<string>()
  readonly #cells: CellBudget
  #style = ''
  #sheet: SheetBuilder | undefined
  #beside = 0
  #line = 0
  #lines = 1
  #column = 0
  #cell: Attributes | undefined
  #words = ''
  #inText = false
  readonly #open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    style: (attributes) => {
      this.#style = attributes['style:name'] ?? ''
    },
    'table-properties': (attributes) => {
      if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style)
    },
    table: (attributes) => this.#startTable(attributes),
    'table-row': (attributes) => {
      this.#line += this.#lines
      this.#lines = repeated(attributes['table:number-rows-repeated'], LAST_LINE)
      this.#column = 0
    },
    'table-cell': (attributes) => this.#startCell(attributes),
    'covered-table-cell': (attributes) => this.#startCell(attributes),
    p: () => {
      if (this.#words !== '') this.#words += '\n'
      this.#inText = true
    },
    s: (attributes) => {
      this.#words += ' '.repeat(repeated(attributes['text:c'], MOST_REPEATED))
    },
    tab: () => this.text('\t'),
    'line-break': () => this.text('\n'),
  }

  constructor(most: number) {
    this.#cells = new CellBudget(most)
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#beside > 0 || BESIDE.has(tag)) this.#beside += 1
    else this.#open[tag]?.(attributes)
  }

  text(words: string): void {
    if (this.#inText && this.#beside === 0) this.#words += words
  }

  close(tag: string): void {
    if (this.#beside > 0) this.#beside -= 1
    else if (tag === 'p') this.#inText = false
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#endCell(tag)
    else if (tag === 'table') this.#sheet = undefined
  }

  #startTable(attributes: Attributes): void {
    this.#line = 0
    this.#lines = 1
    const name = attributes['table:name'] ?? ''
    if (this.#hiddenStyles.has(attributes['table:style-name'] ?? '')) {
      this.hidden.push(name)
      return
    }
    this.#sheet = new SheetBuilder(this.#cells)
    this.tables.push({ name, sheet: this.#sheet })
  }

  #startCell(attributes: Attributes): void {
    this.#cell = attributes
    this.#words = ''
  }

  #endCell(tag: string): void {
    const cell = this.#cell ?? {}
    const columns = repeated(cell['table:number-columns-repeated'], LAST_LINE)
    if (tag === 'table-cell') this.#keep(cell, columns)
    this.#column += columns
    this.#cell = undefined
  }

  #keep(cell: Attributes, columns: number): void {
    const held = heldValue(cell, this.#words)
    const [down, across] = held.value === '' ? [0, 0] : [this.#lines, columns]
    for (let line = 0; line < Math.min(down, MOST_REPEATED); line += 1) {
      for (let column = 0; column < Math.min(across, MOST_REPEATED); column += 1) {
        this.#sheet?.add(this.#line + line, { ...held, column: this.#column + column })
      }
    }
    this.#span(cell)
  }

  #span(cell: Attributes): void {
    const across = repeated(cell['table:number-columns-spanned'], LAST_LINE)
    const down = repeated(cell['table:number-rows-spanned'], LAST_LINE)
    if (across + down === 2) return
    const [top, left] = [this.#line, this.#column]
    this.#sheet?.merge({ top, left, bottom: top + down - 1, right: left + across - 1 })
  }
}

/** Numbers and dates by what they are; everything else by its words. */
function heldValue(cell: Attributes, words: string): { value: number | string; format: string } {
  const type = cell['office:value-type']
  const number = Number(cell['office:value'])
  if (type === 'date') return dateOf(cell['office:date-value'] ?? '', words)
  const isNumber = type === 'float' || type === 'percentage' || type === 'currency'
  if (!isNumber || Number.isNaN(number)) return { value: words, format: 'General' }
  const decimals = /[.,](\d+)\D*$/.exec(words)?.[1]?.length ?? 0
  const places = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  if (type === 'percentage') return { value: number, format: `${places}%` }
  return { value: number, format: Number.isInteger(number) ? 'General' : places }
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/

function dateOf(written: string, words: string): { value: number | string; format: string } {
  const [, day, time = '00:00:00'] = DATE.exec(written) ?? []
  const at = Date.parse(`${day}T${time}Z`)
  if (Number.isNaN(at)) return { value: words, format: 'General' }
  return { value: at / 86_400_000 + EPOCH_1900, format: 'dd/mm/yyyy hh:mm' }
}
