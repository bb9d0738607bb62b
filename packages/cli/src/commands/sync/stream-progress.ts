import type { SyncProgress } from '@cchc/hub'

/** How far the reading of one stream is. `expected` is null where the portal does not say it. */
export interface StreamProgress {
  readonly name: string
  readonly phase: SyncProgress['phase']
  readonly fetched: number
  readonly expected: number | null
  readonly startedAt: number
  readonly at: number
}

/** Takes the next event of a stream; `before` is what was known of it. */
export function nextProgress(
  { source, stream, phase, fetched, expected }: SyncProgress,
  { before, now }: { readonly before: StreamProgress | undefined; readonly now: number },
): StreamProgress {
  const startedAt = phase === 'started' ? now : (before?.startedAt ?? now)
  return { name: `${source} ${stream}`, phase, fetched, expected, startedAt, at: now }
}

/** Records in a second since the start; null before there is anything to measure. */
export function rateOf({ fetched, startedAt, at }: StreamProgress): number | null {
  return fetched === 0 || at <= startedAt ? null : (fetched * 1000) / (at - startedAt)
}

/** Milliseconds that remain at the rate so far; null where the portal states no total, a wrong one, or goes on past it. */
export function remainingOf(progress: StreamProgress): number | null {
  const rate = rateOf(progress)
  const { expected, fetched } = progress
  if (rate === null || expected === null || expected <= fetched) return null
  return ((expected - fetched) / rate) * 1000
}
