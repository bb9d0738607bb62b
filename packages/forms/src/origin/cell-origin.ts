import type { Cell, IndicatorId, ReportColumn, ReportRow } from '@cchc/domain'
import type { CountedOrigin, PortalOrigin } from '@cchc/figures'

/** How a printed number came from the exact one. */
export interface Rounding {
  readonly exact: string
  readonly decimals: number
  readonly method: 'half-up'
}

/** The person who entered a figure, and from where. */
export interface EnteredOrigin {
  readonly kind: 'entered'
  readonly by: string
  readonly at: string
  readonly file: string | null
  readonly sha256: string | null
  readonly address: string | null
  readonly reason: string | null
  /** Why a person's figure stands where the form computes one; null where it asks for one. */
  readonly insteadOf: string | null
  /** The figures of the units below that it was added up from, as they are now; absent = it was entered as it stands. */
  readonly units?: readonly UnitEntry[]
}

/** What a unit gave of a figure, and from where; `file` null = by hand. */
export interface UnitEntry {
  readonly organisation: string
  readonly name: string
  readonly printed: string
  readonly by: string
  readonly at: string
  readonly file: string | null
  readonly address: string | null
}

/** Where a cell's figure comes from. */
export type CellOrigin =
  | {
      readonly kind: 'quotient'
      readonly formula: string
      readonly numerator: number
      readonly denominator: number
      readonly rounding: Rounding
      readonly operands: readonly OriginCell[]
    }
  | {
      readonly kind: 'sum'
      readonly formula: string
      readonly operands: readonly OriginCell[]
    }
  /** `operands`: columns of the same row that the form adds up to this one; empty otherwise. */
  | (CountedOrigin & { readonly operands: readonly OriginCell[] })
  | PortalOrigin
  | EnteredOrigin
  | {
      readonly kind: 'missing'
      readonly reasons: readonly string[]
      readonly operands: readonly OriginCell[]
    }

/** A cell with its printed text and origin; operands are told in the same way. */
export interface OriginCell {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly unit: string
  readonly indicatorId: IndicatorId | null
  readonly column: Pick<ReportColumn, 'key' | 'number'> & { readonly title: string }
  readonly printed: string
  readonly cell: Cell
  readonly note: string
  readonly origin: CellOrigin
}

/** What a cell of a generated form tells of its row. */
export function placeOf({ rowId, code, label, unit, note }: ReportRow) {
  return { rowId, code, label, unit, indicatorId: null, note }
}

/** The cells that an origin is made of. */
export function operandsOf(origin: CellOrigin): readonly OriginCell[] {
  return 'operands' in origin ? origin.operands : []
}
