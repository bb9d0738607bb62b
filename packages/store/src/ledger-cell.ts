import type { Channel, DayNumber, ExtraFigure, Measure, ServiceLevel } from '@cchc/domain'
import type { KnownAt } from './history/known-at.ts'

/** What the dossiers of a cell have in common; procedure, field and service level as they state them, where they were asked for. */
export interface CellSubject {
  readonly source: string
  readonly organisationCode: string
  readonly channel: Channel | null
  readonly procedureCode?: string
  readonly fieldCode?: string | null
  readonly serviceLevel?: ServiceLevel | null
}

/**
 * A sum of one rule's events and, in detail, of dossiers that are over without an end. `day` null = all days before `from`, summed into
 * one cell; otherwise the first day of its piece.
 */
export interface LedgerCell
  extends CellSubject,
    Readonly<Record<Measure, number>>,
    Readonly<Partial<Record<ExtraFigure | 'endless', number>>> {
  readonly day: DayNumber | null
}

/** Which ledger cells; days are inclusive, arrays empty or absent = all. */
export interface LedgerQuery extends KnownAt {
  readonly sources?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
  /** Whether each day of the window is a piece of its own. */
  readonly byDay: boolean
  /** Days of the window on which other pieces begin, ascending. */
  readonly cuts?: readonly DayNumber[] | undefined
  /** By which rule; absent = that of TT 01/2020/TT-VPCP. */
  readonly rule?: string | undefined
  /** By procedure, field and service level too. */
  readonly detailed?: boolean | undefined
}
