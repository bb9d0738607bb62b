import {
  type Binding,
  type IndicatorId,
  NotFoundError,
  printCell,
  type ReportTemplate,
  type TemplatePart,
  type TemplateRow,
} from '@cchc/domain'
import { type CellSources, type Filled, RowFiller } from '../filling/fill-rows.ts'
import { columnTitle } from '../render/column-text.ts'
import type { CellOrigin, ExplainedCell } from './contract.ts'
import { type CountedGroup, countSelections } from './counted-dossiers.ts'
import { FIGURE_WORDS } from './figure-names.ts'
import { enteredOrigin, figureOrigin, type OriginScope } from './origin-reader.ts'
import { roundingOf } from './rounding.ts'
import { type DossierSelection, selectionOf } from './selections.ts'

type Bound = TemplateRow | TemplatePart
type Groups = ReadonlyMap<string, readonly CountedGroup[]>

/** Explains rows of a list form: fills them as the report does, then asks where each part came from. */
export async function explainListRow(
  scope: OriginScope,
  {
    template,
    rowId,
    sources,
  }: {
    readonly template: ReportTemplate
    readonly rowId: string
    readonly sources: CellSources
  },
): Promise<ExplainedCell> {
  const bound = [...template.rows, ...(template.parts ?? [])]
  const rows = new Map(bound.map((row) => [row.rowId, row]))
  const filler = new RowFiller(bound, sources)
  await filler.fill(rowId)
  const selections = new Map<string, DossierSelection>()
  for (const id of reached(rows, rowId)) {
    const binding = rows.get(id)?.binding
    const { entered, cell } = await filler.fill(id)
    if (binding?.kind !== 'figure' || entered || cell.state === 'not_reported') continue
    const selection = selectionOf(binding.figure, { where: binding.where, names: scope.names })
    if (selection) selections.set(id, selection)
  }
  const { store, organisation, period, rule } = scope
  const { from, to } = period
  const query = { organisation: organisation.code, from, to, rule, selections }
  const groups = await countSelections(store, query)
  return new ListExplainer(scope, { template, rows, filler, groups }).explain(rowId)
}

/** A row and all that it is computed from, each once. */
function reached(rows: ReadonlyMap<string, Bound>, rowId: string, found = new Set<string>()) {
  if (found.has(rowId)) return found
  found.add(rowId)
  for (const operand of operandsOf(rows.get(rowId)?.binding ?? null)) reached(rows, operand, found)
  return found
}

function operandsOf(binding: Binding | null): readonly string[] {
  if (binding?.kind === 'sum') return binding.rows
  return binding?.kind === 'quotient' ? [binding.numerator, binding.denominator] : []
}

interface ListFacts {
  readonly template: ReportTemplate
  readonly rows: ReadonlyMap<string, Bound>
  readonly filler: RowFiller
  readonly groups: Groups
}

class ListExplainer {
  readonly #scope: OriginScope
  readonly #facts: ListFacts

  constructor(scope: OriginScope, facts: ListFacts) {
    this.#scope = scope
    this.#facts = facts
  }

  async explain(rowId: string): Promise<ExplainedCell> {
    const { rows, filler, template } = this.#facts
    const row = rows.get(rowId)
    if (!row) {
      throw new NotFoundError(`The form ${template.id} has no row ${rowId}.`)
    }
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
      note: filled.note,
      origin: await this.#origin(row, filled),
    }
  }

  #column(): ExplainedCell['column'] {
    const column = this.#facts.template.columns.find(({ content }) => content === 'cell')
    const title = column === undefined ? '' : columnTitle(column)
    return { key: column?.key ?? 'value', number: column?.number ?? null, title }
  }

  async #origin(row: Bound, filled: Filled): Promise<CellOrigin> {
    const { binding } = row
    if (filled.entered) {
      return enteredOrigin(this.#scope, {
        entered: filled.entered,
        indicatorIds: indicatorIdsOf(row),
        insteadOf: binding === null ? null : this.#insteadOf(binding),
      })
    }
    if (filled.cell.state === 'not_reported') return this.#missing(row)
    if (binding?.kind === 'figure') {
      const groups = this.#facts.groups.get(row.rowId)
      return figureOrigin(this.#scope, { ...binding, groups })
    }
    return this.#computed(binding, filled)
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
    const { binding } = row
    const ids = indicatorIdsOf(row)
    const byHand = ids.map(
      (id) => `Chưa ai nhập chỉ tiêu ${id} cho đơn vị và kỳ này (cchc indicators set hoặc import).`,
    )
    const reasons = binding === null ? [] : this.#whyNot(binding)
    return {
      kind: 'missing',
      reasons: [...reasons, ...byHand],
      operands: await this.#operands(binding),
    }
  }

  #insteadOf(binding: Binding): string | null {
    const [reason] = this.#whyNot(binding)
    return reason ?? null
  }

  #whyNot(binding: Binding): string[] {
    if (binding.kind === 'indicator') return []
    if (binding.kind === 'figure') {
      const { missing = binding.figure } = FIGURE_WORDS[binding.figure] ?? {}
      const { measures } = binding.where
      return [measures === undefined ? missing : `${missing}: ${measures}.`]
    }
    const cells = this.#facts.filler.cells()
    const blank = operandsOf(binding).filter((id) => {
      const state = cells.get(id)?.state ?? 'not_reported'
      return state !== 'number' && state !== 'zero'
    })
    return [`Không tính được vì chưa có số liệu của ${blank.join(', ')}.`]
  }

  async #operands(binding: Binding | null): Promise<ExplainedCell[]> {
    const operands: ExplainedCell[] = []
    for (const id of operandsOf(binding)) operands.push(await this.explain(id))
    return operands
  }
}

function indicatorIdsOf({ binding, indicatorId }: Bound): IndicatorId[] {
  const own = binding?.kind === 'indicator' ? [binding.indicatorId] : []
  return [...new Set([...own, ...(indicatorId === null ? [] : [indicatorId])])]
}

/** What a part that no form prints is called: its figure. */
function partLabel({ binding, rowId }: Bound): string {
  return binding?.kind === 'figure' ? (FIGURE_WORDS[binding.figure]?.name ?? rowId) : rowId
}
