import { dayText, inARow, type Message, printDay, printInstant, say } from '@cchc/domain'
import type { ClosedGate, GateLimits, GateMeasure, LateShare } from './gate.ts'
import { FEWEST, lateReasons } from './late-shares.ts'

/** How a source measures now; `since` = from the first day of the good measure's share on. */
export interface Measured extends GateMeasure {
  readonly since: LateShare
}

/** What of a source is beyond its limits, of everything but freshness. */
export function reasonsOf(limits: GateLimits, good: GateMeasure, now: Measured): Message[] {
  return [
    ...volumeReasons(limits, good, now),
    ...lateReasons(limits, good, now),
    ...(limits.identities && now.broken > good.broken
      ? [brokenReason(now.broken, good.broken)]
      : []),
  ]
}

function volumeReasons({ volume }: GateLimits, good: GateMeasure, now: Measured): Message[] {
  return Object.entries(good.records).flatMap(([stream, before]) => {
    const count = now.records[stream] ?? 0
    if (before < FEWEST || count >= before * volume) return []
    return [say('{stream}: {count} of {before} records are left', { stream, count, before })]
  })
}

function brokenReason(count: number, before: number): Message {
  return say('{count} stated rows break identities of Form II.06, before it were {before}', {
    count,
    before,
  })
}

/** That a source which had fresh dossiers has none any more; undefined for one that never had, such as an archive. */
export function staleReason(
  { freshnessDays }: GateLimits,
  good: GateMeasure,
  now: GateMeasure,
): Message | undefined {
  if (freshnessDays === null || now.newest === null || good.newest === null) return undefined
  const wasFresh = good.day - good.newest <= freshnessDays
  const age = now.day - now.newest
  if (!wasFresh || age <= freshnessDays) return undefined
  return staleSince(printDay(dayText(now.newest)), age)
}

function staleSince(day: string, age: number): Message {
  return say('the newest dossier is of {day}, {age} days ago', { day, age })
}

/** Whether a reason is that of `staleReason`. */
export function isStaleReason({ template }: Message): boolean {
  return template === staleSince('', 0).template
}

/** That newer data of a source wait, since when and why. */
export function waiting({ source, since, asOf, reasons }: ClosedGate): Message {
  return say(
    'What {source} brings waits at the gate since {since}: {reasons}. Its figures are those of {instant}. If it is right: cchc sync {source} --accept',
    { source, since: printInstant(since), reasons: inARow(reasons), instant: printInstant(asOf) },
  )
}
