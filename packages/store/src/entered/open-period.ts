import {
  closingInForce,
  type DayNumber,
  dayText,
  printDayRange,
  say,
  UsageError,
} from '@cchc/domain'
import type { Transaction } from 'kysely'
import { listPeriodEvents } from '../history/period-log.ts'
import type { Tables } from '../tables.ts'

interface EnteredPeriod {
  readonly organisation: string
  readonly from: DayNumber
  readonly to: DayNumber
  readonly period: string
}

/**
 * Throws a UsageError where a period is closed, for the organisation or one above it: its report would go on showing
 * what was frozen. Whoever reopens it says why, and closes it again with the new figures.
 */
export async function requireOpen(
  transaction: Transaction<Tables>,
  { organisation, period, ...days }: EnteredPeriod,
): Promise<void> {
  const { from, to } = days
  const closing = closingInForce(await listPeriodEvents(transaction, { from, to }), organisation)
  if (!closing) return
  const closed = { period, organisation: closing.organisation }
  throw new UsageError(
    say('The period {period} of {organisation} is closed ({days}); nothing was entered.', {
      ...closed,
      days: printDayRange({ from: dayText(from), to: dayText(to) }),
    }),
    {
      fix: say(
        'Reopen it with a reason, enter the figures and close it again: cchc period reopen {period} --org {organisation}',
        closed,
      ),
    },
  )
}
