import type { Log } from '@cchc/connector-kit'
import { type AppError, toAppError } from '@cchc/domain'
import type { RunWriter } from '@cchc/store'

/** Calls an action again and again until it is told to end. */
export type Every = (ms: number, action: () => void) => () => void

interface HeartbeatOptions {
  readonly everyMs: number
  /** The process's own timers unless given. */
  readonly every?: Every | undefined
  readonly log: Log
  /** Called once, when another run has taken the source. */
  readonly onLost: (reason: AppError) => void
}

/** Renews the lease of a run, or of whatever else has one, while its work is slow. */
export function startHeartbeat(
  writer: Pick<RunWriter, 'heartbeat'>,
  options: HeartbeatOptions,
): { stop(): void } {
  let beating = false
  const beat = async () => {
    if (beating) return
    beating = true
    try {
      await writer.heartbeat()
    } catch (thrown) {
      const failure = toAppError(thrown)
      if (failure.code === 'run_conflict') options.onLost(failure)
      else options.log.warn('the lease could not be renewed', { code: failure.code })
    } finally {
      beating = false
    }
  }
  const every = options.every ?? everyInterval
  return { stop: every(options.everyMs, () => void beat()) }
}

const everyInterval: Every = (ms, action) => {
  const timer = setInterval(action, ms)
  timer.unref()
  return () => clearInterval(timer)
}
