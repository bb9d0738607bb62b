import { say } from '@cchc/domain'
import { type CellBudget, TooLarge } from '../grid/grid.ts'
import { type Merge, SheetBuilder, WIDEST } from '../grid/sheet-content.ts'

/** A table of a text document, with the paragraphs that stand between it and the one before. */
export interface DocumentTable {
  /** How many tables of the document begin before it, those of letterheads and signatures too. */
  readonly before: number
  readonly above: readonly string[]
  readonly sheet: SheetBuilder
}

/** A text document: its tables in their order, and the paragraphs behind the last one. */
export interface DocumentContent {
  readonly tables: readonly DocumentTable[]
  readonly below: readonly string[]
}

/** How far a cell stretches; `goesOn` = it is the lower part of the one above it, however far that reaches. */
export interface CellSpan {
  readonly across: number
  readonly down: number | 'as told below'
  readonly goesOn: boolean
}

interface OpenTable {
  readonly sheet: SheetBuilder
  /** By their first column, the cells that lower rows may continue. */
  readonly stretching: Map<number, { -readonly [K in keyof Merge]: Merge[K] }>
  line: number
  column: number
  words: string[] | undefined
}

const DEEPEST = 20
const MOST_TABLES = 2000

/** Gathers tables, also those within cells, and the text around them. Throws TooLarge. */
export class DocumentBuilder {
  readonly #pieces: (string | SheetBuilder)[] = []
  readonly #open: OpenTable[] = []
  readonly #cells: CellBudget
  #tables = 0

  constructor(cells: CellBudget) {
    this.#cells = cells
  }

  /** A paragraph, of the innermost cell that is open. */
  paragraph(words: string): void {
    const text = words.trim()
    if (text === '') return
    const cell = this.#open.at(-1)?.words
    if (cell) cell.push(text)
    else {
      this.#cells.take()
      this.#pieces.push(text)
    }
  }

  startTable(): void {
    if (this.#open.length >= DEEPEST) throw new Error('tables stand within tables without end')
    this.#tables += 1
    if (this.#tables > MOST_TABLES) throw tooManyTables()
    const sheet = new SheetBuilder(this.#cells)
    this.#pieces.push(sheet)
    this.#open.push({ sheet, stretching: new Map(), line: 0, column: 0, words: undefined })
  }

  endTable(): void {
    const table = this.#open.pop()
    for (const merge of table?.stretching.values() ?? []) table?.sheet.merge(merge)
  }

  startRow(): void {
    const table = this.#open.at(-1)
    if (!table) return
    table.line += 1
    table.column = 0
  }

  /** Leaves out columns that have no cell in this row. */
  skip(columns: number): void {
    const table = this.#open.at(-1)
    if (table) table.column += columns
  }

  startCell(): void {
    const table = this.#open.at(-1)
    if (table) table.words = []
  }

  endCell(span: CellSpan): void {
    const table = this.#open.at(-1)
    if (!table?.words) return
    const { words, column, line, sheet } = table
    table.words = undefined
    table.column += span.across
    if (!span.goesOn) sheet.add(line, { column, value: words.join('\n'), format: 'General' })
    if (column < WIDEST) stretch(table, { column, span })
  }

  /** What was gathered; the tables of letterheads and signatures are text. */
  content(): DocumentContent {
    const tables: DocumentTable[] = []
    let above: string[] = []
    let before = 0
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') above.push(piece)
      else {
        if (isFrame(piece)) above.push(...wordsOf(piece))
        else {
          tables.push({ before, above, sheet: piece })
          above = []
        }
        before += 1
      }
    }
    return { tables, below: above }
  }
}

function stretch(table: OpenTable, at: { readonly column: number; readonly span: CellSpan }): void {
  const { column, span } = at
  const { line, sheet, stretching } = table
  const upper = stretching.get(column)
  if (span.goesOn) {
    if (upper) upper.bottom = line
    return
  }
  if (upper) sheet.merge(upper)
  stretching.delete(column)
  const right = column + Math.min(span.across, WIDEST) - 1
  if (span.down === 'as told below') {
    stretching.set(column, { top: line, bottom: line, left: column, right })
  } else if (span.across > 1 || span.down > 1) {
    sheet.merge({ top: line, bottom: line + span.down - 1, left: column, right })
  }
}

const MOST_FRAME_LINES = 6
const MOST_FRAME_COLUMNS = 3
const FRAME = /độc lập\s*[-–]\s*tự do|cộng hòa xã hội chủ nghĩa|^nơi nhận/imu

/** Offices set the head of a letter and its signature side by side in a table without lines. */
function isFrame({ lines }: SheetBuilder): boolean {
  if (lines.size > MOST_FRAME_LINES) return false
  const cells = [...lines.values()].flat()
  const isNarrow = cells.every(({ column }) => column < MOST_FRAME_COLUMNS)
  return isNarrow && cells.some(({ value }) => FRAME.test(String(value).normalize('NFC')))
}

/** Each side for itself. */
function wordsOf({ lines }: SheetBuilder): readonly string[] {
  const cells = [...lines.values()].flat().toSorted((a, b) => a.column - b.column)
  return cells.flatMap(({ value }) => String(value).split('\n'))
}

function tooManyTables(): TooLarge {
  const most = { count: MOST_TABLES }
  return new TooLarge(say('more than {count} tables', most), say('{count} tables', most))
}
