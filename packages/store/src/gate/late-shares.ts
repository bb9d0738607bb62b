import { type DayNumber, dayText, type Message, printDay, say } from '@cchc/domain'
import type { DayShare, GateLimits, GateMeasure, LateShare } from './gate.ts'

/** Of fewer no share is judged: a few records of a small office say nothing. */
export const FEWEST = 50

/** A share is held against those of so many days, so that one which rises little by little is noticed too. */
const MOST_DAYS = 30

/** Whether the share of late dossiers can be held against a good one. */
export function isShareKnown({ of }: LateShare): boolean {
  return of >= FEWEST
}

/** That more of the resolved dossiers are late than the limit allows: since the last good pass, or since one of the days before. */
export function lateReasons(
  { late: allowed }: Pick<GateLimits, 'late'>,
  good: Pick<GateMeasure, 'share' | 'shares'>,
  now: { readonly share: LateShare; readonly since: LateShare },
): Message[] {
  const isAbove = (share: LateShare, before: LateShare) =>
    [share, before].every(isShareKnown) && shareOf(share) - shareOf(before) > allowed
  if (isAbove(now.since, good.share)) {
    const values = { share: percent(now.since), before: percent(good.share) }
    return [say('{share} % of the resolved dossiers are late, before it were {before} %', values)]
  }
  const least = leastOf(good.shares ?? [])
  if (!least || !isAbove(now.share, least)) return []
  const values = {
    share: percent(now.share),
    before: percent(least),
    day: printDay(dayText(least.day)),
  }
  return [say('{share} % of the resolved dossiers are late, on {day} it were {before} %', values)]
}

/** The shares of the last days on which all was good, the least of each day, with that of this pass. */
export function sharesKept(
  before: readonly DayShare[],
  { day, share }: { readonly day: DayNumber; readonly share: LateShare },
): readonly DayShare[] {
  if (!isShareKnown(share)) return before
  const least = leastOf([...before.filter((one) => one.day === day), { day, ...share }])
  const others = before.filter((one) => one.day < day && one.day > day - MOST_DAYS)
  return least ? [...others, least] : others
}

function leastOf(shares: readonly DayShare[]): DayShare | undefined {
  return shares.toSorted((a, b) => shareOf(a) - shareOf(b))[0]
}

function shareOf({ late, of }: LateShare): number {
  return late / of
}

function percent(share: LateShare): number {
  return Math.round(shareOf(share) * 100)
}
