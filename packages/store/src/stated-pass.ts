import { type DayNumber, dayNumberOf, startOfDay } from '@cchc/domain'
import type { PassUnderWay, StreamCoverage } from './stream-state.ts'

interface Known {
  readonly before: StreamCoverage | null
  /** Epoch ms. */
  readonly now: number
}

/**
 * The pass that days make which a source of dossiers says it gave whole: with the days before it that they touch. One
 * stretch of days is kept; of two that do not touch the later one.
 */
export function statedPass(
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
  { before, now }: Known,
): PassUnderWay {
  const end = Math.min(now, startOfDay(to + 1))
  const own = passOf(from, end)
  if (before === null) return own
  const first = before.from ?? from
  const touches = from <= dayNumberOf(before.to) && end >= startOfDay(first)
  if (touches) return passOf(Math.min(first, from), Math.max(before.to, end))
  return end > before.to ? own : passOf(first, before.to)
}

/** What was open before its days is not known. */
function passOf(from: DayNumber, startedAt: number): PassUnderWay {
  return { startedAt, reach: { entity: 'dossier', from, openBefore: false } }
}
