import type { ClockDifference } from '@cchc/connector-kit'
import {
  CLOCK_ALLOWANCE_MS,
  instantText,
  isPositionAhead,
  latestInstant,
  type Message,
  messageOf,
  say,
  type Text,
} from '@cchc/domain'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A clock that is decades off shows no time at all: it is told, and steers nothing. */
const FURTHEST_MS = 10 * 366 * DAY_MS

/** What is asked of a run. */
interface Clocked {
  readonly beganAt: number
  clockDifference(): ClockDifference
  readonly settings: { readonly sourceId: string; readonly now: () => number }
}

/**
 * Whether a position of this run names an instant that by the clock of this machine, or by what the portal says of its
 * own, has not come: what lies before it may not have been read. Where clocks differ, whatever is dated after the run
 * began counts as such, for it may be a date of this machine. A portal can thus make a run read more, never less.
 */
export function isBeyondClocks(position: unknown, run: Clocked): boolean {
  const now = run.settings.now()
  const behindMs = portalBehindMs(run)
  const latest = behindMs > 0 ? Math.min(now, run.beganAt) - behindMs : now
  return isPositionAhead(position, latest)
}

/** By how much the portal says that it is behind this machine; 0 for what clocks differ, and for what nobody can mean. */
export function portalBehindMs(run: Pick<Clocked, 'clockDifference'>): number {
  const { earlierMs } = run.clockDifference()
  return earlierMs > CLOCK_ALLOWANCE_MS && earlierMs < FURTHEST_MS ? earlierMs : 0
}

/** By how much the portal says that it is ahead of this machine; 0 for what clocks differ, and for what nobody can mean. */
export function portalAheadMs(run: Pick<Clocked, 'clockDifference'>): number {
  const { laterMs } = run.clockDifference()
  return laterMs > CLOCK_ALLOWANCE_MS && laterMs < FURTHEST_MS ? laterMs : 0
}

/** Tells of a position that is not kept. */
export function beyondClocks(stream: string, position: unknown): Message {
  return say(
    '{stream}: the position is dated {instant}, later than the clock of this machine or that of the portal; it is not believed, and the stream is read from the beginning.',
    { stream, instant: instantText(latestInstant(position) ?? 0) },
  )
}

function apart(source: string, ms: number) {
  const [days, hours] = [Math.floor(ms / DAY_MS), Math.floor((ms % DAY_MS) / HOUR_MS)]
  return { source, days, hours }
}

const earlier = (source: string, ms: number) =>
  say(
    '{source}: the portal dated an answer {days} days and {hours} hours before the clock of this machine. Check that clock; if it is right, tell the administrator of the portal.',
    apart(source, ms),
  )

const later = (source: string, ms: number) =>
  say(
    '{source}: the portal dated an answer {days} days and {hours} hours after the clock of this machine. Check that clock; if it is right, tell the administrator of the portal.',
    apart(source, ms),
  )

/** By how much the portal's clock was another, where that is more than clocks differ. */
export function clockWarnings(run: Pick<Clocked, 'clockDifference' | 'settings'>): Message[] {
  const { sourceId } = run.settings
  const { earlierMs, laterMs } = run.clockDifference()
  return [
    ...(earlierMs > CLOCK_ALLOWANCE_MS ? [earlier(sourceId, earlierMs)] : []),
    ...(laterMs > CLOCK_ALLOWANCE_MS ? [later(sourceId, laterMs)] : []),
  ]
}

const TEMPLATES = [earlier('', 0), later('', 0)].map(({ template }) => template)

/** Whether a warning of a run is one of `clockWarnings`. */
export function isClockWarning(warning: Text): boolean {
  return TEMPLATES.includes(messageOf(warning).template)
}
