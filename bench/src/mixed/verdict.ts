import type { MemoryCourse } from './memory.ts'
import type { Probed } from './probe-health.ts'

const MOST_MS = 100

/** By how much memory may seem to grow over an hour, as a share of its mean: less is noise. */
const MOST_GROWTH = 0.1

/** What was promised of the time under load and did not hold; empty = all of it did. */
export function brokenPromises(measured: {
  readonly health: Probed
  readonly wrong: number
  readonly memory: Readonly<Record<string, MemoryCourse>>
}): readonly string[] {
  const { health, wrong, memory } = measured
  const grown = Object.entries(memory)
    .filter(([, { mean, megabytesPerHour }]) => megabytesPerHour > mean * MOST_GROWTH)
    .map(([name, course]) => `the memory of ${name} grows by ${megabytes(course)} an hour`)
  return [
    ...(wrong > 0 ? [`${wrong} requests were answered wrongly or not at all`] : []),
    ...(health.failed > 0 ? [`${health.failed} probes of /health failed`] : []),
    ...(health.worst > MOST_MS ? [`/health took ${Math.round(health.worst)} ms at worst`] : []),
    ...grown,
  ]
}

function megabytes({ megabytesPerHour }: MemoryCourse): string {
  return `${Math.round(megabytesPerHour)} MB`
}
