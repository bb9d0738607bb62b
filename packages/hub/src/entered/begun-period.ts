import { type Day, dayNumber, dayNumberOf, printDay, say, UsageError } from '@cchc/domain'
import type { HubContext } from '../context.ts'

/** Throws a UsageError where a period has not begun: nothing of it can be reported, so that its name is mistyped. */
export function requireBegun(
  { now }: Pick<HubContext, 'now'>,
  { text, from }: { readonly text: string; readonly from: Day },
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
