import type {
  Binding,
  Cell,
  Derivation,
  IndicatorId,
  ReportRow,
  ReportTemplate,
  TemplatePart,
  TemplateRow,
} from '@cchc/domain'
import {
  cellNumber,
  cellSum,
  inThousands,
  NOT_REPORTED,
  numberCell,
  percentCell,
  ratioCell,
} from '@cchc/domain'
import { bindFigure, type FigureCell, type FigureReading } from '@cchc/figures'
import type { EnteredFigure } from './entered-figures.ts'

/** Where cells come from: what figures are read from, and what people entered by indicator. */
export interface CellSources {
  readonly reading: FigureReading
  readonly entered: (indicatorId: IndicatorId) => Promise<EnteredFigure | undefined>
}

/** The rows of a list form, and the cell of each row or unprinted part by its id. */
export interface FilledRows {
  readonly rows: readonly ReportRow[]
  /** What of them is stated by sources, each sentence once. */
  readonly stated: readonly string[]
  readonly cells: ReadonlyMap<string, Cell>
}

/** A cell with what it was computed from or who entered it. */
export interface Filled extends FigureCell {
  readonly derivation?: Derivation
  readonly figure?: NonNullable<ReportRow['figure']>
  readonly entered?: NonNullable<ReportRow['entered']>
}

const BLANK: Filled = { cell: NOT_REPORTED, note: '' }

/**
 * Fills a template's fixed rows. What the portals or other rows do not give is taken from people; what they have not
 * entered either is not reported.
 */
export async function fillRows(
  template: ReportTemplate,
  sources: CellSources,
): Promise<FilledRows> {
  const column = template.columns.find(({ content }) => content === 'cell')?.key ?? 'value'
  const parts = template.parts ?? []
  const filler = new RowFiller([...template.rows, ...parts], sources)
  const rows: ReportRow[] = []
  const said = new Set<string>()
  for (const { binding, indicatorId, ...row } of template.rows) {
    const { cell, note: own, stated = [], ...origin } = await filler.fill(row.rowId)
    const note = [...(own === '' ? [] : [own]), ...stated].join('; ')
    for (const one of stated) said.add(one)
    const cells = row.rowType === 'indicator' ? { [column]: cell } : {}
    rows.push({ ...row, cells, note, ...(stated.length > 0 && { stated: [...stated] }), ...origin })
  }
  for (const { rowId } of parts) await filler.fill(rowId)
  return { rows, stated: [...said], cells: filler.cells() }
}

/** Fills rows and parts as they are asked for, each once. */
export class RowFiller {
  readonly #rows: ReadonlyMap<string, TemplateRow | TemplatePart>
  readonly #sources: CellSources
  readonly #decimals: number
  readonly #filled = new Map<string, Filled>()

  constructor(rows: readonly (TemplateRow | TemplatePart)[], sources: CellSources) {
    this.#rows = new Map(rows.map((row) => [row.rowId, row]))
    this.#decimals = rateDecimals(rows)
    this.#sources = sources
  }

  cells(): Map<string, Cell> {
    return new Map([...this.#filled].map(([rowId, { cell }]) => [rowId, cell]))
  }

  async fill(rowId: string): Promise<Filled> {
    const known = this.#filled.get(rowId)
    if (known) return known
    const row = this.#rows.get(rowId)
    const filled = row ? this.#inUnit(row, await this.#fromSources(row)) : BLANK
    this.#filled.set(rowId, filled)
    return filled
  }

  /** A percentage that a person entered, `98` or `98,5%`, prints like those that the form computes. */
  #inUnit(row: TemplateRow | TemplatePart, filled: Filled): Filled {
    if (!filled.entered || !('unit' in row) || row.unit !== '%') return filled
    return { ...filled, cell: percentCell(filled.cell, this.#decimals) }
  }

  async #fromSources({ binding, indicatorId }: TemplateRow | TemplatePart): Promise<Filled> {
    const bound = binding === null ? BLANK : await this.#bound(binding)
    if (bound.cell.state !== 'not_reported' || indicatorId === null) return bound
    return (await this.#entered(indicatorId)) ?? bound
  }

  async #bound(binding: Binding): Promise<Filled> {
    switch (binding.kind) {
      case 'figure':
        return {
          ...(await bindFigure(binding).read(this.#sources.reading)),
          figure: { name: binding.figure, where: binding.where },
        }
      case 'indicator': {
        const entered = await this.#entered(binding.indicatorId)
        if (!entered || binding.dividedBy === undefined) return entered ?? BLANK
        return { ...entered, cell: inThousands(entered.cell, 'up') }
      }
      case 'sum': {
        const parts = await this.#parts(binding.rows)
        const sum = cellSum(parts.map(({ cell }) => cell))
        const cell = sum === null ? NOT_REPORTED : numberCell(sum)
        const derivation: Derivation = { kind: 'sum', rows: [...binding.rows] }
        return { cell, note: '', ...statedIn(parts), derivation }
      }
      case 'quotient': {
        const { numerator, denominator, decimals } = binding
        const parts = await this.#parts([numerator, denominator])
        const numbers = parts.map(({ cell }) => cellNumber(cell))
        const derivation: Derivation = { kind: 'quotient', numerator, denominator }
        return { cell: quotient(numbers, decimals), note: '', ...statedIn(parts), derivation }
      }
    }
  }

  async #entered(indicatorId: IndicatorId): Promise<Filled | undefined> {
    const figure = await this.#sources.entered(indicatorId)
    if (!figure) return undefined
    const { cell, note, enteredBy: by, enteredAt: at, origin } = figure
    return { cell, note, entered: { by, at, origin } }
  }

  async #parts(rowIds: readonly string[]): Promise<Filled[]> {
    const parts: Filled[] = []
    for (const rowId of rowIds) parts.push(await this.fill(rowId))
    return parts
  }
}

/** What is stated of a figure's parts is stated of it, each sentence once. */
function statedIn(parts: readonly Filled[]): Pick<Filled, 'stated'> {
  const stated = [...new Set(parts.flatMap((part) => part.stated ?? []))]
  return stated.length > 0 ? { stated } : {}
}

/** How exactly the form prints its own rates. */
function rateDecimals(rows: readonly (TemplateRow | TemplatePart)[]): number {
  const own = rows.flatMap(({ binding }) => (binding?.kind === 'quotient' ? binding.decimals : []))
  return own.length === 0 ? 2 : Math.max(...own)
}

function quotient([numerator, denominator]: readonly (number | null)[], decimals: number): Cell {
  if (numerator === null || numerator === undefined) return NOT_REPORTED
  if (denominator === null || denominator === undefined) return NOT_REPORTED
  return ratioCell({ numerator, denominator }, decimals)
}
