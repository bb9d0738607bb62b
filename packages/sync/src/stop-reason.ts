import { AppError, RunInterrupted } from '@cchc/domain'

/** Why a signal was aborted, as an expected failure: the engine's own reason, otherwise a person or the system. */
export function stopReason(signal: AbortSignal): AppError {
  if (signal.reason instanceof AppError) return signal.reason
  return new RunInterrupted('The run was stopped before it was finished', {
    fix: 'Run the same sync again: it goes on from where it stopped.',
  })
}
