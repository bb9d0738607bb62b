import type { Binding, ReportTemplate, TemplatePart, TemplateRow } from '@cchc/domain'
import type { CatalogueIndicator } from '@cchc/domain/catalogue'
import { rowNamed } from './told-rows.ts'

type Row = Pick<TemplateRow, 'rowId' | 'indicatorId' | 'unit' | 'binding'>

/** A row of which it is known where its figure comes from: one of a form, or an indicator alone (`form` null). */
export interface KnownRow {
  readonly form: ReportTemplate | null
  readonly row: Row
}

/** Where a figure comes from in another form, with what it is computed from and the form does not print. */
interface Bound {
  readonly binding: Binding | null
  readonly parts: readonly TemplatePart[]
}

const UNBOUND: Bound = { binding: null, parts: [] }
const DECIMALS = 2

/** What a known row is called by others that are computed from it. */
export function keyOf({ form, row }: KnownRow): string {
  return `${form?.id ?? 'indicator'}:${row.rowId}`
}

/** The rows of forms, those of earlier ones first, and the indicators of the catalogue. */
export class KnownRows {
  readonly #forms: readonly ReportTemplate[]
  readonly #indicators: ReadonlyMap<string, CatalogueIndicator>

  constructor(forms: readonly ReportTemplate[], indicators: readonly CatalogueIndicator[]) {
    this.#forms = forms
    this.#indicators = new Map(indicators.map((one) => [one.id, one]))
  }

  /** An indicator as the first form has it; undefined = the catalogue does not know it. */
  ofIndicator(id: string): KnownRow | undefined {
    for (const form of this.#forms) {
      const row = form.rows.find((one) => one.indicatorId === id && one.rowType === 'indicator')
      if (row) return { form, row }
    }
    const indicator = this.#indicators.get(id)
    return indicator && { form: null, row: rowOfIndicator(indicator) }
  }

  /** What somebody says that a row is: an indicator, or a row of a form by its id or label. */
  named(name: string): KnownRow | undefined {
    const indicator = this.ofIndicator(name)
    if (indicator) return indicator
    for (const form of this.#forms) {
      const row = rowNamed(name, form)
      if (row) return { form, row }
    }
    return undefined
  }

  /** The binding of a row where other rows are called as `ids` says, by their keys and indicators. */
  bound({ form, row }: KnownRow, ids: ReadonlyMap<string, string>): Bound {
    const { binding } = row
    if (binding?.kind !== 'sum' && binding?.kind !== 'quotient') return { binding, parts: [] }
    const { kind } = binding
    const names = kind === 'sum' ? binding.rows : [binding.numerator, binding.denominator]
    const found = names.map((name) => this.#part(this.#source(form, name), ids))
    const rows = found.flatMap((one) => one?.rowId ?? [])
    const parts = found.flatMap((one) => one?.parts ?? [])
    const [numerator, denominator] = rows
    if (rows.length < names.length || numerator === undefined) return UNBOUND
    if (kind === 'sum') return { binding: { kind, rows }, parts }
    return denominator === undefined
      ? UNBOUND
      : { binding: { ...binding, numerator, denominator }, parts }
  }

  #source(form: ReportTemplate | null, name: string): KnownRow | undefined {
    if (form === null) return this.ofIndicator(name)
    const row = [...form.rows, ...(form.parts ?? [])].find(({ rowId }) => rowId === name)
    return row && { form, row: { unit: '', ...row } }
  }

  #part(source: KnownRow | undefined, ids: ReadonlyMap<string, string>) {
    if (!source) return undefined
    const { indicatorId } = source.row
    const printed = ids.get(keyOf(source)) ?? ids.get(indicatorId ?? '')
    if (printed !== undefined) return { rowId: printed, parts: [] }
    const inner = this.bound(source, ids)
    const binding = inner.binding ?? (indicatorId ? { kind: 'indicator', indicatorId } : null)
    if (binding === null) return undefined
    const part = { rowId: keyOf(source), indicatorId, binding } as const
    return { rowId: part.rowId, parts: [...inner.parts, part] }
  }
}

function rowOfIndicator({ id, unit, quotient }: CatalogueIndicator): Row {
  const binding: Binding = quotient
    ? { kind: 'quotient', ...quotient, decimals: DECIMALS }
    : { kind: 'indicator', indicatorId: id }
  return { rowId: id, indicatorId: id, unit, binding }
}
