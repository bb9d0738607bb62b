import type { Binding, IndicatorId, QuantityKind } from '@cchc/domain'
import { bindFigure, figureFaults } from '@cchc/figures'
import type { BoundRow } from './template-parts.ts'

/** What may be added to an entered indicator; null where nothing tells. */
export type KindOfIndicator = (id: IndicatorId) => QuantityKind | null

/** What the rows of a list form may be added to, by row id; null where nothing tells. */
export class RowKinds {
  readonly #rows: ReadonlyMap<string, BoundRow>
  readonly #kindOfIndicator: KindOfIndicator

  constructor(rows: readonly BoundRow[], kindOfIndicator: KindOfIndicator) {
    this.#rows = new Map(rows.map((row) => [row.rowId, row]))
    this.#kindOfIndicator = kindOfIndicator
  }

  has(rowId: string): boolean {
    return this.#rows.has(rowId)
  }

  /** Whether a row is computed from itself. */
  isCircular(rowId: string): boolean {
    return operandsOf(this.#rows.get(rowId)?.binding ?? null).some((id) =>
      this.#reaches(id, rowId, new Set()),
    )
  }

  /** Of a row that is not computed from itself. */
  of(rowId: string): QuantityKind | null {
    const { binding = null, indicatorId = null } = this.#rows.get(rowId) ?? {}
    if (binding?.kind === 'figure') {
      return figureFaults(binding).length === 0 ? bindFigure(binding).kind : null
    }
    if (binding?.kind === 'quotient') return 'ratio'
    if (binding?.kind === 'sum') {
      const parts = binding.rows.filter((id) => !this.isCircular(id))
      return parts.map((id) => this.of(id)).find((kind) => kind !== null) ?? null
    }
    const id = binding?.indicatorId ?? indicatorId
    return id === null ? null : this.#kindOfIndicator(id)
  }

  #reaches(from: string, to: string, seen: Set<string>): boolean {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    const operands = operandsOf(this.#rows.get(from)?.binding ?? null)
    return operands.some((id) => this.#reaches(id, to, seen))
  }
}

/** The rows that a row is computed from. */
export function operandsOf(binding: Binding | null): readonly string[] {
  if (binding?.kind === 'sum') return binding.rows
  return binding?.kind === 'quotient' ? [binding.numerator, binding.denominator] : []
}
