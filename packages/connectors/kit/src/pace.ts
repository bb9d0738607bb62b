import { RunInterrupted, say } from '@cchc/domain'

/** Waits, and throws RunInterrupted as soon as the run is stopped. */
export type Sleep = (ms: number) => Promise<void>

/** A timer for longer than this ends at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A sleep on real timers that a signal ends. */
export function createSleep(signal: AbortSignal): Sleep {
  return (ms) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(interrupted())
      const stop = () => {
        clearTimeout(timer)
        reject(interrupted())
      }
      const timer = setTimeout(
        () => {
          signal.removeEventListener('abort', stop)
          resolve()
        },
        Math.min(ms, LONGEST_TIMER_MS),
      )
      signal.addEventListener('abort', stop, { once: true })
    })
}

/** The error of a run that was stopped from outside. */
export function interrupted(): RunInterrupted {
  return new RunInterrupted(say('the run was stopped'), {
    fix: say('Start it again: it goes on from its last checkpoint.'),
  })
}

/** Spaces the starts of requests evenly; resolves at once when no rate is set. */
export function createPacer(options: {
  readonly requestsPerSecond: number | undefined
  readonly now: () => number
  readonly sleep: Sleep
}): () => Promise<void> {
  const { requestsPerSecond, now, sleep } = options
  if (requestsPerSecond === undefined) return () => Promise.resolve()
  const gapMs = 1000 / requestsPerSecond
  let next = 0
  let last = 0
  return async () => {
    const at = now()
    // The clock was set back: nobody waits until it is where it was.
    if (at < last) next = at
    last = at
    const start = Math.max(at, next)
    next = start + gapMs
    const wait = start - at
    if (wait > 0) await sleep(wait)
  }
}
