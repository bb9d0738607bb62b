import type { Binding, IndicatorId, ReportTemplate, TemplatePart, TemplateRow } from '@cchc/domain'
import { cellNumber, NOT_REPORTED, NotFoundError, printCell, say } from '@cchc/domain'
import type { CountedGroup, FigureScope, Selection } from '@cchc/figures'
import {
  bindFigure,
  countSelections,
  gapsOfFigure,
  hidingGaps,
  originOfFigure,
} from '@cchc/figures'
import { type CellSources, type Filled, RowFiller } from '../filling/fill-rows.ts'
import { columnTitle } from '../render/column-text.ts'
import { operandsOf } from '../templates/row-kinds.ts'
import type { CellOrigin, OriginCell } from './cell-origin.ts'
import { enteredOrigin } from './entered-origin.ts'
import { reasonsOf } from './reasons.ts'
import { roundingOf } from './rounding.ts'

type Bound = TemplateRow | TemplatePart

/** A list form for whose cells origins are asked, and where its cells come from. */
export interface ListForm {
  readonly template: ReportTemplate
  readonly sources: CellSources
}

/** The origin of a row's cell in a list form: fills it as the report does, then asks where each part came from. */
export async function listCellOrigin(
  scope: FigureScope,
  { template, sources }: ListForm,
  rowId: string,
): Promise<OriginCell> {
  const rows = rowsOf(template)
  const filler = new RowFiller([...rows.values()], sources)
  await filler.fill(rowId)
  const selections = new Map<string, Selection>()
  for (const id of reached(rows, rowId)) {
    const binding = rows.get(id)?.binding
    const { entered, cell } = await filler.fill(id)
    if (binding?.kind !== 'figure' || entered || cell.state === 'not_reported') continue
    const { behind } = bindFigure(binding)
    if (behind.records === 'dossiers') selections.set(id, behind)
  }
  const groups = await countSelections(scope, selections)
  return new ListOrigins({ scope, template, rows, filler, groups }).of(rowId)
}

function rowsOf({ rows, parts = [] }: ReportTemplate): ReadonlyMap<string, Bound> {
  return new Map([...rows, ...parts].map((row) => [row.rowId, row]))
}

/** A row with those that it is computed from. */
export function rowsBehind(template: ReportTemplate, rowId: string): readonly Bound[] {
  const rows = rowsOf(template)
  return [...reached(rows, rowId)].flatMap((id) => rows.get(id) ?? [])
}

/** A row and all that it is computed from, each once. */
function reached(rows: ReadonlyMap<string, Bound>, rowId: string, found = new Set<string>()) {
  if (found.has(rowId)) return found
  found.add(rowId)
  for (const operand of operandsOf(rows.get(rowId)?.binding ?? null)) reached(rows, operand, found)
  return found
}

/** The error for a row that a form does not have. */
export function noRow({ id }: ReportTemplate, row: string): NotFoundError {
  return new NotFoundError(say('The form {form} has no row {row}.', { form: id, row }))
}

interface ListFacts {
  readonly scope: FigureScope
  readonly template: ReportTemplate
  readonly rows: ReadonlyMap<string, Bound>
  readonly filler: RowFiller
  readonly groups: ReadonlyMap<string, readonly CountedGroup[]>
}

class ListOrigins {
  readonly #facts: ListFacts

  constructor(facts: ListFacts) {
    this.#facts = facts
  }

  async of(rowId: string): Promise<OriginCell> {
    const { rows, filler, template } = this.#facts
    const row = rows.get(rowId)
    if (!row) throw noRow(template, rowId)
    const filled = await filler.fill(rowId)
    const printed = { code: '', label: '', unit: '', ...row }
    return {
      rowId,
      code: printed.code,
      label: printed.label === '' ? partLabel(row) : printed.label,
      unit: printed.unit,
      indicatorId: row.indicatorId,
      column: this.#column(),
      printed: printCell(filled.cell),
      cell: filled.cell,
      note: [filled.note, ...(filled.stated ?? [])].filter((one) => one !== '').join('; '),
      origin: await this.#origin(row, filled),
    }
  }

  #column(): OriginCell['column'] {
    const column = this.#facts.template.columns.find(({ content }) => content === 'cell')
    const title = column === undefined ? '' : columnTitle(column)
    return { key: column?.key ?? 'value', number: column?.number ?? null, title }
  }

  async #origin(row: Bound, filled: Filled): Promise<CellOrigin> {
    const { binding } = row
    if (filled.entered) {
      return enteredOrigin(this.#facts.scope, {
        entered: filled.entered,
        indicatorIds: indicatorIdsOf(row),
        insteadOf: (await this.#whyNot(binding))[0] ?? null,
      })
    }
    if (filled.cell.state === 'not_reported') return this.#missing(row)
    if (binding?.kind !== 'figure') return this.#computed(binding, filled)
    const groups = this.#facts.groups.get(row.rowId)
    const origin = await originOfFigure(this.#facts.scope, bindFigure(binding), groups)
    return origin.kind === 'counted' ? { ...origin, operands: [] } : origin
  }

  async #computed(binding: Binding | null, { cell }: Filled): Promise<CellOrigin> {
    const operands = await this.#operands(binding)
    const ids = operandsOf(binding)
    if (binding?.kind !== 'quotient' || cell.state !== 'ratio') {
      return { kind: 'sum', formula: ids.join(' + '), operands }
    }
    return {
      kind: 'quotient',
      formula: ids.join(' ÷ '),
      numerator: cell.numerator,
      denominator: cell.denominator,
      rounding: roundingOf(cell),
      operands,
    }
  }

  async #missing(row: Bound): Promise<CellOrigin> {
    const byHand = indicatorIdsOf(row).map(
      (id) => `Chưa ai nhập chỉ tiêu ${id} cho đơn vị và kỳ này (cchc indicators set hoặc import).`,
    )
    return {
      kind: 'missing',
      reasons: [...(await this.#whyNot(row.binding)), ...byHand],
      operands: await this.#operands(row.binding),
    }
  }

  async #whyNot(binding: Binding | null): Promise<string[]> {
    if (binding === null || binding.kind === 'indicator') return []
    if (binding.kind === 'figure') {
      const figure = bindFigure(binding)
      const gaps = await gapsOfFigure(this.#facts.scope, figure)
      const isHidden = hidingGaps(gaps).length > 0
      return isHidden ? reasonsOf(gaps) : [figure.missing, ...reasonsOf(gaps)]
    }
    const cells = this.#facts.filler.cells()
    const blank = operandsOf(binding).filter(
      (id) => cellNumber(cells.get(id) ?? NOT_REPORTED) === null,
    )
    return [`Không tính được vì chưa có số liệu của ${blank.join(', ')}.`]
  }

  async #operands(binding: Binding | null): Promise<OriginCell[]> {
    const operands: OriginCell[] = []
    for (const id of operandsOf(binding)) operands.push(await this.of(id))
    return operands
  }
}

function indicatorIdsOf({ binding, indicatorId }: Bound): IndicatorId[] {
  const own = binding?.kind === 'indicator' ? [binding.indicatorId] : []
  return [...new Set([...own, ...(indicatorId === null ? [] : [indicatorId])])]
}

/** What a part that no form prints is called: its figure. */
function partLabel({ binding, rowId }: Bound): string {
  return binding?.kind === 'figure' ? bindFigure(binding).name : rowId
}
