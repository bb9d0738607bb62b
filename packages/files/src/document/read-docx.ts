import type { CellBudget } from '../grid/grid.ts'
import { WIDEST } from '../grid/sheet-content.ts'
import { readXml } from '../workbook/read-xml.ts'
import { repeated } from '../workbook/repeated.ts'
import { DocumentBuilder, type DocumentContent } from './document-builder.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements that are not read: drawings lie over the text; what was taken away or moved off while changes are tracked is no longer there. */
export const BESIDE = new Set(['AlternateContent', 'drawing', 'pict', 'object', 'del', 'moveFrom'])

/** Reads the body of a `word/document.xml` (ISO/IEC 29500). Throws TooLarge, or an Error for what is none. */
export function readDocx(part: Uint8Array, cells: CellBudget): DocumentContent {
  const reading = new DocxReading(cells)
  readXml(part, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: (words) => reading.text(words),
    close: (tag) => reading.close(tag),
  })
  return reading.document.content()
}

interface Cell {
  across: number
  vertical: 'starts' | 'goes on' | undefined
}

class DocxReading {
  readonly document: DocumentBuilder
  /** The cells that are open, the innermost last. */
  readonly #open: Cell[] = []
  #words = ''
  #beside = 0
  #inText = false
  #inRun = false
  #hidden = false
  readonly #opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    tbl: () => this.document.startTable(),
    tr: () => this.document.startRow(),
    gridBefore: (attributes) => this.document.skip(spanOf(attributes)),
    tc: () => {
      this.#open.push({ across: 1, vertical: undefined })
      this.document.startCell()
    },
    gridSpan: (attributes) => this.#change({ across: spanOf(attributes) }),
    vMerge: (attributes) => {
      this.#change({ vertical: valOf(attributes) === 'restart' ? 'starts' : 'goes on' })
    },
    p: () => {
      this.#words = ''
    },
    r: () => {
      this.#inRun = true
      this.#hidden = false
    },
    vanish: (attributes) => {
      this.#hidden = this.#inRun && !['0', 'false', 'off'].includes(valOf(attributes) ?? '')
    },
    t: () => {
      this.#inText = true
    },
    tab: () => this.#add('\t'),
    br: () => this.#add('\n'),
    cr: () => this.#add('\n'),
    noBreakHyphen: () => this.#add('-'),
  }
  readonly #closes: Readonly<Record<string, () => void>> = {
    t: () => {
      this.#inText = false
    },
    r: () => {
      this.#inRun = false
    },
    p: () => {
      this.document.paragraph(this.#words)
      this.#words = ''
    },
    tc: () => {
      const { across, vertical } = this.#open.pop() ?? { across: 1, vertical: undefined }
      const down = vertical === 'starts' ? 'as told below' : 1
      this.document.endCell({ across, down, goesOn: vertical === 'goes on' })
    },
    tbl: () => this.document.endTable(),
  }

  constructor(cells: CellBudget) {
    this.document = new DocumentBuilder(cells)
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#beside > 0 || BESIDE.has(tag)) this.#beside += 1
    else this.#opens[tag]?.(attributes)
  }

  text(words: string): void {
    if (this.#inText && this.#beside === 0) this.#add(words)
  }

  close(tag: string): void {
    if (this.#beside > 0) this.#beside -= 1
    else this.#closes[tag]?.()
  }

  #add(words: string): void {
    if (this.#inRun && !this.#hidden) this.#words += words
  }

  #change(to: Partial<Cell>): void {
    const cell = this.#open.at(-1)
    if (cell) Object.assign(cell, to)
  }
}

function valOf(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':val'))?.[1]
}

function spanOf(attributes: Attributes): number {
  return repeated(valOf(attributes), WIDEST)
}
