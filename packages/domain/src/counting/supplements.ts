import type { Pause } from '../dossier.ts'
import type { Instant } from '../time.ts'

/** Handling of one dossier that has ended. */
export interface Handling {
  readonly start: Instant
  readonly end: Instant
}

/** The different moments before the end at which a supplement was asked for, in order; faulty pauses are none. */
export function requests(pauses: readonly Pause[], end: Instant | null): readonly Instant[] {
  const moments = pauses.filter(isSound).map(({ from }) => from)
  const before = moments.filter((moment) => end === null || moment <= end)
  return [...new Set(before)].sort((a, b) => a - b)
}

/** Milliseconds of handling during which a supplement was waited for, each counted once; faulty pauses have none. */
export function waitedFor(pauses: readonly Pause[], { start, end }: Handling): number {
  let waited = 0
  let reached = start
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, reached)
    const to = Math.min(pause.to ?? end, end)
    waited += Math.max(0, to - from)
    reached = Math.max(reached, to)
  }
  return waited
}

/** A pause that ends before it begins is a fault of the source. */
function isSound({ from, to }: Pause): boolean {
  return to === null || to >= from
}
