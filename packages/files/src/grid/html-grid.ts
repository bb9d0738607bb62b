import { Parser } from 'htmlparser2'
import { CellBudget, type Grid } from './grid.ts'
import { EPOCH_1900, SheetBuilder, WIDEST } from './sheet-content.ts'
import { sheetGrid } from './sheet-rows.ts'

/** The table of a web page, as many systems save what they call `.xls`. Throws TooLarge for more than `most` cells. */
export function htmlGrids(text: string, most: number): readonly Grid[] {
  const reading = new HtmlReading(most)
  const parser = new Parser({
    onopentag: (tag, attributes) => reading.open(tag, attributes),
    ontext: (words) => reading.text(words),
    onclosetag: (tag) => reading.close(tag),
  })
  parser.end(text)
  const sheets = reading.sheets.filter(({ lines }) => lines.size > 0)
  return sheets.map((sheet, index) =>
    sheetGrid(sheet, { sheet: sheets.length > 1 ? String(index + 1) : null, epoch: EPOCH_1900 }),
  )
}

interface OpenTable {
  readonly sheet: SheetBuilder
  line: number
  column: number
  /** For each column, the last line that a cell from above stretches over. */
  readonly taken: number[]
  cell: { words: string; across: number; down: number } | undefined
}

const MOST_DOWN = 1_000_000
const DEEPEST = 20
const UNSEEN = new Set(['style', 'script', 'head', 'title'])

class HtmlReading {
  readonly sheets: SheetBuilder[] = []
  readonly #tables: OpenTable[] = []
  readonly #cells: CellBudget
  #unseen = 0

  constructor(most: number) {
    this.#cells = new CellBudget(most)
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1)
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (UNSEEN.has(tag)) this.#unseen += 1
    if (tag === 'table') this.#startTable()
    else if (tag === 'tr') this.#startRow()
    else if (tag === 'td' || tag === 'th') this.#startCell(attributes)
    else if (tag === 'br') this.#add('\n')
  }

  text(words: string): void {
    if (this.#unseen === 0) this.#add(words.replace(/\s+/g, ' '))
  }

  close(tag: string): void {
    if (UNSEEN.has(tag)) this.#unseen -= 1
    if (tag === 'td' || tag === 'th') this.#endCell()
    else if (tag === 'table') {
      this.#endCell()
      this.#tables.pop()
    }
  }

  #add(words: string): void {
    const cell = this.#table?.cell
    if (cell) cell.words += words
  }

  #startTable(): void {
    if (this.#tables.length >= DEEPEST) throw new Error('tables stand within tables without end')
    const sheet = new SheetBuilder(this.#cells)
    this.sheets.push(sheet)
    this.#tables.push({ sheet, line: 0, column: 0, taken: [], cell: undefined })
  }

  #startRow(): void {
    const table = this.#table
    if (!table) return
    this.#endCell()
    table.line += 1
    table.column = 0
  }

  #startCell({ colspan, rowspan }: Readonly<Record<string, string>>): void {
    const table = this.#table
    if (!table) return
    this.#endCell()
    if (table.line === 0) table.line = 1
    while ((table.taken[table.column] ?? 0) >= table.line) table.column += 1
    table.cell = { words: '', across: spanOf(colspan, WIDEST), down: spanOf(rowspan, MOST_DOWN) }
  }

  #endCell(): void {
    const table = this.#table
    if (!table?.cell) return
    const { words, across, down } = table.cell
    const { sheet, line, column } = table
    sheet.add(line, { column, value: words.trim(), format: 'General' })
    const bottom = line + down - 1
    if (across > 1 || down > 1) {
      sheet.merge({ top: line, bottom, left: column, right: column + across - 1 })
    }
    if (column < WIDEST)
      table.taken.push(...Array(Math.max(0, column + across - table.taken.length)))
    table.taken.fill(bottom, column, column + across)
    table.column += across
    table.cell = undefined
  }
}

function spanOf(text: string | undefined, most: number): number {
  const count = Number.parseInt(text ?? '1', 10)
  return count > 1 ? Math.min(count, most) : 1
}
