import { type Redact, redactMessage } from '@cchc/connector-kit'
import { type AppError, type ErrorCode, type Message, say, toAppError } from '@cchc/domain'
import type { Run, RunStatus } from '@cchc/store'
import { stopReason } from './stop-reason.ts'

/** How a run ended, and the error that says why. */
export interface Outcome {
  readonly status: RunStatus
  readonly error: Run['error']
  readonly failures: Run['failures']
  readonly thrown: AppError | undefined
}

/** Failures that concern the whole run: the other streams would meet the same, so no failure comes after one. */
const WHOLE_RUN: ReadonlySet<ErrorCode> = new Set([
  'portal_throttled',
  'run_conflict',
  'run_interrupted',
  'store_failed',
])

/** Whether a failure concerns the whole run; any other is one of its stream alone. */
export function endsRun(failure: AppError): boolean {
  return WHOLE_RUN.has(failure.code) || (failure as { readonly login?: unknown }).login === true
}

/** Failures that say more about the run than any stream's own. */
const GRAVEST: ReadonlySet<ErrorCode> = new Set(['run_conflict', 'store_failed', 'run_interrupted'])

/** Collects what went wrong in a run and derives its status. */
export class RunOutcome {
  readonly #signal: AbortSignal
  readonly #redact: Redact
  readonly #failures: AppError[] = []
  readonly #ofStreams: { readonly stream: string; readonly failure: AppError }[] = []
  #hasRefused = false
  #hasRead = false

  constructor(signal: AbortSignal, redact: Redact = (text) => text) {
    this.#signal = signal
    this.#redact = redact
  }

  /** Hears of refused records that nobody dismissed; a run that has any is at best partial. */
  noteRefused(count: number): void {
    this.#hasRefused ||= count > 0
  }

  /** Does the work and keeps its failure. */
  async watch(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.#failures.push(this.#named(thrown))
    }
  }

  /** Reads one stream and keeps its failure. Returns whether the run can go on. */
  async watchStream(stream: string, step: () => Promise<void>): Promise<boolean> {
    try {
      await step()
      this.#hasRead = true
      return true
    } catch (thrown) {
      const failure = this.#named(thrown)
      if (endsRun(failure)) this.#failures.push(failure)
      else this.#ofStreams.push({ stream, failure })
      return !endsRun(failure)
    }
  }

  result(): Outcome {
    const told = (failure: AppError) => toldOf(failure, this.#redact)
    const failures = this.#ofStreams.map(({ stream, failure }) => ({ stream, ...told(failure) }))
    const thrown = this.#gravest() ?? this.#ofStreams[0]?.failure
    return { status: this.#status(), error: thrown ? told(thrown) : null, failures, thrown }
  }

  #status(): RunStatus {
    const gravest = this.#gravest()
    if (gravest) return statusOf(gravest)
    if (this.#ofStreams.length > 0) return this.#hasRead ? 'partial' : 'failed'
    return this.#hasRefused ? 'partial' : 'done'
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

/** A failure as it is kept: no personal data, no secrets. */
export function toldOf(failure: AppError, redact: Redact): NonNullable<Run['error']> {
  const { code, whatToDo } = failure
  const message = redactMessage(safeMessage(failure), redact)
  return { code, message, fix: whatToDo ? redactMessage(whatToDo, redact) : null }
}

function statusOf(failure: AppError): RunStatus {
  const { softly } = failure as { readonly softly?: unknown }
  if (failure.code === 'portal_throttled' || softly === true) return 'partial'
  return failure.code === 'run_interrupted' ? 'interrupted' : 'failed'
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
