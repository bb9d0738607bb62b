import type { Channel, DayNumber, Measure } from '@cchc/domain'
import type { KnownAt } from './history/known-at.ts'

/** A sum of one rule's events. `day` null = all days before `from`, summed into one cell. */
export interface LedgerCell extends Readonly<Record<Measure, number>> {
  readonly source: string
  readonly organisationCode: string
  readonly channel: Channel | null
  readonly day: DayNumber | null
}

/** Which ledger cells; days are inclusive, arrays empty or absent = all. With `asKnownAt` they are counted from the dossiers. */
export interface LedgerQuery extends KnownAt {
  readonly sources?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
  readonly to: DayNumber
}
