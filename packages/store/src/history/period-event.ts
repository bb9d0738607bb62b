import type { DayNumber } from '@cchc/domain'

/** A reporting period of an organisation, by its days (inclusive). */
export interface PeriodKey {
  readonly organisation: string
  readonly from: DayNumber
  readonly to: DayNumber
}

/** One row of frozen figures: of everything at and below the organisation (`all`), or filed at exactly it (`own`). */
export interface PeriodFigure {
  readonly rule: string
  readonly ruleVersion: number
  readonly organisation: string
  readonly scope: 'all' | 'own'
  readonly statistics: Readonly<Record<string, number>>
}

/**
 * The closing or reopening of a period. `asOf` is the instant whose knowledge the frozen figures show (that of the
 * closing also for a reopening), `recordedAt` when the event was written; epoch ms.
 */
export interface PeriodEvent extends PeriodKey {
  readonly id: string
  readonly text: string
  readonly action: 'close' | 'reopen'
  readonly by: string
  readonly note: string | null
  readonly asOf: number
  readonly recordedAt: number
}

/** An event to be written, with its frozen figures; `after` is the last event of the same period that the writer saw. */
export interface NewPeriodEvent extends Omit<PeriodEvent, 'id' | 'recordedAt'> {
  readonly after: string | null
  readonly figures: readonly PeriodFigure[]
}
