import type { Pause } from '../dossier.ts'
import { type DayNumber, dayNumberOf } from '../time.ts'

/** The days that decide about one dossier; null = not yet. */
export interface Clock {
  readonly receivedDay: DayNumber
  readonly dueDay: DayNumber
  readonly endDay: DayNumber | null
}

/** Days `from` (first overdue day) up to, not including, `to`; `to` null = still overdue. */
export interface Span {
  readonly from: DayNumber
  readonly to: DayNumber | null
}

/** The spans of days on which a dossier was open, past its due day and not waiting for a supplement. */
export function overdueSpans(clock: Clock, pauses: readonly Pause[]): Span[] {
  const whole: Span = { from: Math.max(clock.dueDay + 1, clock.receivedDay), to: clock.endDay }
  const spans = pauses.reduce(
    (rest, pause) => rest.flatMap((span) => without(span, pause)),
    [whole],
  )
  return spans.filter((span) => span.to === null || span.from < span.to)
}

function without(span: Span, pause: Pause): Span[] {
  const from = dayNumberOf(pause.from)
  const to = pause.to === null ? null : dayNumberOf(pause.to)
  // A pause that ends before it begins is a fault of the source; cutting it out would count days twice.
  if (to !== null && to <= Math.max(span.from, from)) return [span]
  if (span.to !== null && from >= span.to) return [span]
  const before: Span = { from: span.from, to: Math.max(span.from, from) }
  return to === null ? [before] : [before, { from: to, to: span.to }]
}
