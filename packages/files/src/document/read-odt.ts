import type { CellBudget } from '../grid/grid.ts'
import { MOST_CELLS } from '../grid/grid.ts'
import { WIDEST } from '../grid/sheet-content.ts'
import { readXml } from '../workbook/read-xml.ts'
import { repeated } from '../workbook/repeated.ts'
import { DocumentBuilder, type DocumentContent } from './document-builder.ts'

type Attributes = Readonly<Record<string, string>>

/** Notes and drawings stand beside the text, and so does what was taken away while changes are tracked. */
const BESIDE = new Set(['annotation', 'frame', 'custom-shape', 'note', 'tracked-changes'])
const PARAGRAPHS = new Set(['p', 'h'])
const MOST_BLANKS = 2000

/** Reads the body of a text document's `content.xml` (ISO/IEC 26300). Throws TooLarge, or an Error for what is none. */
export function readOdt(part: Uint8Array, cells: CellBudget): DocumentContent {
  const reading = new OdtReading(cells)
  readXml(part, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: (words) => reading.text(words),
    close: (tag) => reading.close(tag),
  })
  return reading.document.content()
}

class OdtReading {
  readonly document: DocumentBuilder
  readonly #open: Attributes[] = []
  #words = ''
  #beside = 0
  #inText = false
  readonly #opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    table: () => this.document.startTable(),
    'table-row': () => this.document.startRow(),
    'table-cell': (attributes) => {
      this.#open.push(attributes)
      this.document.startCell()
    },
    'covered-table-cell': (attributes) => {
      this.document.skip(repeated(attributes['table:number-columns-repeated'], WIDEST))
    },
    s: (attributes) => {
      this.#words += ' '.repeat(repeated(attributes['text:c'], MOST_BLANKS))
    },
    tab: () => {
      this.#words += '\t'
    },
    'line-break': () => {
      this.#words += '\n'
    },
  }

  constructor(cells: CellBudget) {
    this.document = new DocumentBuilder(cells)
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#beside > 0 || BESIDE.has(tag)) this.#beside += 1
    else if (PARAGRAPHS.has(tag)) {
      this.#words = ''
      this.#inText = true
    } else this.#opens[tag]?.(attributes)
  }

  text(words: string): void {
    if (this.#inText && this.#beside === 0) this.#words += words.replace(/\s+/g, ' ')
  }

  close(tag: string): void {
    if (this.#beside > 0) this.#beside -= 1
    else if (PARAGRAPHS.has(tag)) this.#endParagraph()
    else if (tag === 'table-cell') this.#endCell()
    else if (tag === 'table') this.document.endTable()
  }

  #endParagraph(): void {
    this.document.paragraph(this.#words)
    this.#words = ''
    this.#inText = false
  }

  /** Where it spans several columns, the covered cells that follow take up the others. */
  #endCell(): void {
    const cell = this.#open.pop() ?? {}
    const spanned = repeated(cell['table:number-columns-spanned'], WIDEST)
    const down = repeated(cell['table:number-rows-spanned'], MOST_CELLS)
    this.document.endCell({ across: spanned, down, goesOn: false })
    const next = repeated(cell['table:number-columns-repeated'], WIDEST)
    this.document.skip(next - spanned)
  }
}
