import type { Cell, IndicatorId, Instant, ReportingPeriod } from '@cchc/domain'

/** A figure that a person entered: the cell as it was written, a note for the form, who entered it, when, from where. */
export interface ManualFigure {
  readonly cell: Cell
  readonly note: string
  readonly enteredBy: string
  readonly enteredAt: Instant
  /** The file and the cell's address in it; null = entered by hand. */
  readonly origin: { readonly file: string; readonly address: string | null } | null
}

/** Reads the figures that people entered for one organisation and period; undefined = nobody has entered it. */
export interface ManualFigures {
  figure(query: {
    readonly indicatorId: IndicatorId
    readonly organisation: string
    readonly period: ReportingPeriod
  }): Promise<ManualFigure | undefined>
}
