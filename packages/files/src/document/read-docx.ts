import type { CellBudget } from '../grid/grid.ts'
import { WIDEST } from '../grid/sheet-content.ts'
import { isMarkBehind } from '../workbook/mark-behind.ts'
import { readXml } from '../workbook/read-xml.ts'
import { repeated } from '../workbook/repeated.ts'
import { DocumentBuilder, type DocumentContent } from './document-builder.ts'

type Attributes = Readonly<Record<string, string>>

/** What of the text before a text box goes on behind it. */
interface Suspended {
  readonly words: string
  readonly beside: number
  readonly inRun: boolean
  readonly hidden: boolean
}

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

const BOX = 'txbxContent'

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
  /** What is written twice, for old readers too. */
  #again = 0
  readonly #boxes: Suspended[] = []
  #inText = false
  #inRun = false
  #hidden = false
  #raised = false
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
      this.#raised = false
    },
    vertAlign: (attributes) => {
      this.#raised = valOf(attributes) === 'superscript'
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
    if (tag === 'Fallback') this.#again += 1
    const isBeside = BESIDE.has(tag) || (tag === 'tbl' && this.#boxes.length > 0)
    if (this.#beside > 0 || isBeside) this.#beside += 1
    else this.#opens[tag]?.(attributes)
    if (tag === BOX && this.#beside > 0 && this.#again === 0) this.#openBox()
  }

  text(words: string): void {
    if (this.#inText && this.#beside === 0) this.#add(words)
  }

  close(tag: string): void {
    if (tag === 'Fallback') this.#again -= 1
    if (tag === BOX && this.#beside === 0) this.#closeBox()
    if (this.#beside > 0) this.#beside -= 1
    else this.#closes[tag]?.()
  }

  /** The text of a box beside tables is read where it hangs. */
  #openBox(): void {
    if (this.#open.length > 0) return
    const [words, beside, inRun, hidden] = [this.#words, this.#beside, this.#inRun, this.#hidden]
    this.#boxes.push({ words, beside, inRun, hidden })
    this.#beside = 0
  }

  #closeBox(): void {
    const { words = '', beside = 0, inRun = false, hidden = false } = this.#boxes.pop() ?? {}
    this.#words = words
    this.#beside = beside
    this.#inRun = inRun
    this.#hidden = hidden
  }

  #add(words: string): void {
    const isMark = this.#raised && isMarkBehind(this.#words, words)
    if (this.#inRun && !this.#hidden && !isMark) this.#words += words
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
