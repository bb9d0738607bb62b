import type { Instant } from '@cchc/domain'
import { Cron } from 'croner'

/** Vietnam keeps UTC+7 without daylight saving, which is ten times cheaper than a table of time zones. */
const CLOCK = { utcOffset: 420, mode: '5-or-6-parts', paused: true } as const

/** How many missed slots of a schedule are kept one by one; the oldest of more are not. */
export const MOST_MISSED = 1000

/** What is wrong with a pattern of cron, in croner's words; undefined where slots follow from it. */
export function patternFault(pattern: string): string | undefined {
  try {
    return new Cron(pattern, CLOCK).nextRun() === null ? 'it never comes' : undefined
  } catch (fault) {
    return (fault as Error).message
  }
}

/** The first slot of a pattern after an instant, by clocks in Asia/Ho_Chi_Minh; undefined where none comes. */
export function nextSlot(pattern: string, after: Instant): Instant | undefined {
  return new Cron(pattern, CLOCK).nextRun(new Date(after))?.getTime()
}

/** The slots after one instant up to another, in their order: of very many the newest. */
export function slotsBetween(
  pattern: string,
  { after, until }: { readonly after: Instant; readonly until: Instant },
): readonly Instant[] {
  const cron = new Cron(pattern, CLOCK)
  const slots: Instant[] = []
  for (let at: Date | null = new Date(after); slots.length <= MOST_MISSED; ) {
    at = cron.nextRun(at)
    if (at === null || at.getTime() > until) return slots
    slots.push(at.getTime())
  }
  // Croner looks before the second that it is given.
  const end = new Date(Math.floor(until / 1000) * 1000 + 1000)
  return cron
    .previousRuns(MOST_MISSED, end)
    .map((one) => one.getTime())
    .toReversed()
}
