import {
  type Day,
  dayNumber,
  dayNumberOf,
  printDay,
  printDayRange,
  say,
  UsageError,
} from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { lastEventAbove } from '../periods/known-state.ts'

interface EnteredScope {
  readonly organisation: string
  readonly period: { readonly text: string; readonly from: Day; readonly to: Day }
}

/**
 * Throws a UsageError where a period is closed, for the organisation or one above it: its report would go on showing
 * what was frozen. Whoever reopens it says why, and closes it again with the new figures.
 */
export async function requireOpen(hub: HubContext, scope: EnteredScope): Promise<void> {
  const { organisation, period } = scope
  const days = { from: period.from, to: period.to }
  const closing = await lastEventAbove(
    hub.store,
    { organisation, ...days },
    ({ action }) => action === 'close',
  )
  if (!closing) return
  throw new UsageError(
    say('The period {period} of {organisation} is closed ({days}); nothing was entered.', {
      period: period.text,
      organisation: closing.organisation,
      days: printDayRange(days),
    }),
    {
      fix: say(
        'Reopen it with a reason, enter the figures and close it again: cchc period reopen {period} --org {organisation}',
        { period: period.text, organisation: closing.organisation },
      ),
    },
  )
}

/** Throws a UsageError where a period has not begun: nothing of it can be reported, so that its name is mistyped. */
export function requireBegun(
  { now }: Pick<HubContext, 'now'>,
  { text, from }: EnteredScope['period'],
): void {
  if (dayNumber(from) <= dayNumberOf(now())) return
  throw new UsageError(
    say('The period {period} begins on {day} only; nothing was entered.', {
      period: text,
      day: printDay(from),
    }),
    { fix: say('Name the period that the figures are of.') },
  )
}
