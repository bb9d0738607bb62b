import { docxTags } from './docx-tags.ts'

/** A cell of a table within the xml of a document: which table, its line from 1, its first column from 0, and its bounds. */
export interface DocxCell {
  readonly table: number
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
}

interface OpenTable {
  readonly table: number
  line: number
  column: number
}

interface OpenCell {
  readonly start: number
  across: number
}

/** Finds the cells of all tables of a `word/document.xml`, counted as readers of it count them. */
export function docxCells(xml: string): readonly DocxCell[] {
  const finding = new DocxCells()
  for (const { kind, name, own, start, end } of docxTags(xml)) {
    if (kind === 'open') finding.open(name, { own, end })
    else finding.close(name, start)
  }
  return finding.cells
}

class DocxCells {
  readonly cells: DocxCell[] = []
  readonly #tables: OpenTable[] = []
  readonly #open: OpenCell[] = []
  #count = 0

  open(name: string, { own, end }: { readonly own: string; readonly end: number }): void {
    const table = this.#tables.at(-1)
    if (name === 'tbl') {
      this.#tables.push({ table: this.#count, line: 0, column: 0 })
      this.#count += 1
    } else if (name === 'tr' && table) {
      table.line += 1
      table.column = 0
    } else if (name === 'gridBefore' && table) table.column += spanIn(own)
    else if (name === 'tc') this.#open.push({ start: end, across: 1 })
    else if (name === 'gridSpan') this.#stretch(spanIn(own))
  }

  close(name: string, at: number): void {
    if (name === 'tbl') this.#tables.pop()
    else if (name === 'tc') this.#endCell(at)
  }

  #stretch(across: number): void {
    const cell = this.#open.at(-1)
    if (cell) cell.across = across
  }

  #endCell(end: number): void {
    const table = this.#tables.at(-1)
    const cell = this.#open.pop()
    if (!table || !cell) return
    const { line, column } = table
    this.cells.push({ table: table.table, line, column, start: cell.start, end })
    table.column += cell.across
  }
}

function spanIn(own: string): number {
  return Number(/:val="(\d{1,4})"/.exec(own)?.[1] ?? 1)
}
