import { type AppError, isAppError, RunInterrupted, say } from '@cchc/domain'

/** Why a signal was aborted, as an expected failure: the engine's own reason, otherwise a person or the system. */
export function stopReason(signal: AbortSignal): AppError {
  if (isAppError(signal.reason)) return signal.reason
  return new RunInterrupted(say('The run was stopped before it was finished'), {
    fix: say('Run the same sync again: it goes on from where it stopped.'),
  })
}
