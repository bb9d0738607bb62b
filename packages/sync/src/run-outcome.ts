import { type AppError, type ErrorCode, type Message, say, toAppError } from '@cchc/domain'
import type { Run, RunStatus } from '@cchc/store'
import { stopReason } from './stop-reason.ts'

/** How a run ended, and the error that says why. */
export interface Outcome {
  readonly status: RunStatus
  readonly error: Run['error']
  readonly thrown: AppError | undefined
}

/** Failures that concern the whole run: the other streams would meet the same, so no failure comes after one. */
const WHOLE_RUN: ReadonlySet<ErrorCode> = new Set([
  'config_invalid',
  'portal_denied',
  'portal_throttled',
  'portal_unavailable',
  'run_conflict',
  'run_interrupted',
  'store_failed',
])

/** Failures that say more about the run than any stream's own. */
const GRAVEST: ReadonlySet<ErrorCode> = new Set(['run_conflict', 'store_failed', 'run_interrupted'])

/** Collects what went wrong in a run and derives its status. */
export class RunOutcome {
  readonly #signal: AbortSignal
  readonly #failures: AppError[] = []
  #refused = 0

  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** Counts refused records; a run that has any is at best partial. */
  addRefused(count: number): void {
    this.#refused += count
  }

  /** Runs one step and keeps its failure. Returns whether the run can go on. */
  async watch(step: () => Promise<void>): Promise<boolean> {
    try {
      await step()
      return true
    } catch (thrown) {
      const failure = this.#named(thrown)
      this.#failures.push(failure)
      return !WHOLE_RUN.has(failure.code)
    }
  }

  result(): Outcome {
    const thrown = this.#gravest()
    if (!thrown) return { status: this.#refused > 0 ? 'partial' : 'done', error: null, thrown }
    const error = { code: thrown.code, message: safeMessage(thrown), fix: thrown.whatToDo ?? null }
    return { status: statusOf(thrown.code), error, thrown }
  }

  /** After a stop, whatever breaks is a consequence of the stop; only a failing store is news. */
  #named(thrown: unknown): AppError {
    const failure = toAppError(thrown)
    const own = failure.code === 'store_failed' || failure.code === 'run_conflict'
    return this.#signal.aborted && !own ? stopReason(this.#signal) : failure
  }

  #gravest(): AppError | undefined {
    return this.#failures.find(({ code }) => GRAVEST.has(code)) ?? this.#failures[0]
  }
}

function statusOf(code: ErrorCode): RunStatus {
  if (code === 'run_interrupted') return 'interrupted'
  return code === 'portal_throttled' ? 'partial' : 'failed'
}

/** An unforeseen error can quote what it failed on, and that can be a person's data: only its place is kept. */
function safeMessage(failure: AppError): Message {
  if (failure.code !== 'unexpected') return failure.said
  const { cause } = failure
  if (!(cause instanceof Error)) return say('An unexpected error')
  const place = /([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/m.exec(cause.stack ?? '')?.[1]
  const kind = cause.constructor.name
  return place === undefined
    ? say('An unexpected {kind}', { kind })
    : say('An unexpected {kind} at {place}', { kind, place })
}
