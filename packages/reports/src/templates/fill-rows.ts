import {
  type Binding,
  type Cell,
  cellNumber,
  NOT_REPORTED,
  numberCell,
  type ReportRow,
  type ReportTemplate,
  ratioCell,
  type TemplateRow,
} from '@cchc/domain'
import type { FigureCell } from './figure-reader.ts'

type ReadFigure = (figure: string, where: Readonly<Record<string, string>>) => Promise<FigureCell>

const BLANK: FigureCell = { cell: NOT_REPORTED, note: '' }

/** Fills a template's fixed rows; a row without a binding, or bound to something not reported, is not reported. */
export async function fillRows(template: ReportTemplate, read: ReadFigure): Promise<ReportRow[]> {
  const column = template.columns.find(({ content }) => content === 'cell')?.key ?? 'value'
  const filler = new RowFiller(template.rows, read)
  const rows: ReportRow[] = []
  for (const { binding, indicatorId, ...row } of template.rows) {
    const { cell, note } = await filler.fill(row.rowId)
    rows.push({ ...row, cells: row.rowType === 'indicator' ? { [column]: cell } : {}, note })
  }
  return rows
}

class RowFiller {
  readonly #rows: ReadonlyMap<string, TemplateRow>
  readonly #read: ReadFigure
  readonly #filled = new Map<string, FigureCell>()

  constructor(rows: readonly TemplateRow[], read: ReadFigure) {
    this.#rows = new Map(rows.map((row) => [row.rowId, row]))
    this.#read = read
  }

  async fill(rowId: string): Promise<FigureCell> {
    const known = this.#filled.get(rowId)
    if (known) return known
    const binding = this.#rows.get(rowId)?.binding ?? null
    const filled = binding === null ? BLANK : await this.#bound(binding)
    this.#filled.set(rowId, filled)
    return filled
  }

  async #bound(binding: Binding): Promise<FigureCell> {
    switch (binding.kind) {
      case 'figure':
        return this.#read(binding.figure, binding.where)
      case 'indicator':
        return BLANK
      case 'sum':
        return { cell: sum(await this.#numbers(binding.rows)), note: '' }
      case 'quotient': {
        const parts = await this.#numbers([binding.numerator, binding.denominator])
        return { cell: quotient(parts, binding.decimals), note: '' }
      }
    }
  }

  async #numbers(rowIds: readonly string[]): Promise<(number | null)[]> {
    const numbers: (number | null)[] = []
    for (const rowId of rowIds) numbers.push(cellNumber((await this.fill(rowId)).cell))
    return numbers
  }
}

function sum(parts: readonly (number | null)[]): Cell {
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) return NOT_REPORTED
  return numberCell(known.reduce((total, part) => total + part, 0))
}

function quotient([numerator, denominator]: readonly (number | null)[], decimals: number): Cell {
  if (numerator === null || numerator === undefined) return NOT_REPORTED
  if (denominator === null || denominator === undefined) return NOT_REPORTED
  return ratioCell({ numerator, denominator }, decimals)
}
