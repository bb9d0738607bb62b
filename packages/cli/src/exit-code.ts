import type { ErrorCode } from '@cchc/domain'
import type { Run } from '@cchc/hub'

/** How `cchc` ends; 130 and 143 are a shell's own codes for a process that SIGINT or SIGTERM ended. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  stale: 4,
  defects: 5,
  interrupted: 130,
  terminated: 143,
} as const

const USAGE: readonly ErrorCode[] = ['config_invalid', 'usage_invalid', 'not_found']
const WRONG_USAGE: ReadonlySet<string> = new Set(USAGE)

/** The exit code of a command that ended with an error. */
export function exitCodeOfError(code: string): number {
  if (WRONG_USAGE.has(code)) return EXIT.usage
  return code === 'run_interrupted' ? EXIT.interrupted : EXIT.failed
}

/** The exit code of a command that made these runs: the worst of them decides, a failed one before a partial one. */
export function exitCodeOfRuns(runs: readonly Pick<Run, 'status'>[]): number {
  const has = (status: Run['status']) => runs.some((run) => run.status === status)
  if (has('interrupted')) return EXIT.interrupted
  if (has('failed') || has('abandoned')) return EXIT.failed
  return has('partial') ? EXIT.partial : EXIT.done
}
