import { isAppError } from '@cchc/domain'
import type { Run } from '@cchc/store'
import type { Finding } from './finding.ts'
import { ProcessDied, type SimulatedProcess } from './process.ts'

/**
 * `failures-are-told`: a failure bears a code that a caller can act on, and the database fails only where it was struck.
 * What came of a process that is gone is nobody's fault.
 */
export function judgeFailure(thrown: unknown, process: SimulatedProcess): Finding | undefined {
  const code = isAppError(thrown) ? thrown.code : undefined
  if (thrown instanceof ProcessDied || isTold(code, process)) return undefined
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return { invariant: 'failures-are-told', message }
}

/** The same of what a run says of itself when it is over. */
export function judgeRun({ error }: Run, process: SimulatedProcess): Finding | undefined {
  if (error === null || isTold(error.code, process)) return undefined
  return { invariant: 'failures-are-told', message: JSON.stringify(error) }
}

function isTold(code: string | undefined, process: SimulatedProcess): boolean {
  if (process.isDead) return true
  if (code === 'store_failed') return process.wasRefused
  return code !== undefined && code !== 'unexpected'
}
