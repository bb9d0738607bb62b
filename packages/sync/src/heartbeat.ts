import type { Log } from '@cchc/connector-kit'
import { type AppError, toAppError } from '@cchc/domain'
import type { RunWriter } from '@cchc/store'

interface HeartbeatOptions {
  readonly everyMs: number
  readonly log: Log
  /** Called once, when another run has taken the source. */
  readonly onLost: (reason: AppError) => void
}

/** Renews a run's lease while its reader is slow. */
export function startHeartbeat(writer: RunWriter, options: HeartbeatOptions): { stop(): void } {
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
  const timer = setInterval(() => void beat(), options.everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
