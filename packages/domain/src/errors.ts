import { inWords, type Message } from './messages/say.ts'

/** Stable codes of the failures that a caller can act on; printed to operators and sent by the gateway. */
export type ErrorCode =
  | 'config_invalid'
  | 'usage_invalid'
  | 'not_found'
  | 'portal_unavailable'
  | 'portal_throttled'
  | 'portal_denied'
  | 'portal_changed'
  | 'snapshot_suspicious'
  | 'run_conflict'
  | 'run_interrupted'
  | 'store_failed'
  | 'unexpected'

/** When trying the same thing again can help. The engine decides on this alone. */
export type Retry = 'now' | 'later' | 'never'

interface AppErrorOptions {
  readonly fix?: Message | string
  readonly cause?: unknown
}

/** Base of every expected failure. `said` tells what and where, `whatToDo` what next; neither holds personal data or secrets. `message` and `fix` are their English words. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode
  abstract readonly retry: Retry
  readonly fix: string | undefined
  readonly said: Message
  readonly whatToDo: Message | undefined

  constructor(said: Message | string, { fix, cause }: AppErrorOptions = {}) {
    const message = asMessage(said)
    super(inWords(message), cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.said = message
    this.whatToDo = fix === undefined ? undefined : asMessage(fix)
    this.fix = this.whatToDo && inWords(this.whatToDo)
  }
}

function asMessage(said: Message | string): Message {
  return typeof said === 'string' ? { template: said, values: {} } : said
}

/** One fault in input that a person wrote: where it is, what is wrong, what is allowed. */
export interface Fault {
  readonly path: string
  readonly message: string
}

/** The configuration cannot be used; `faults` names every fault at once. */
export class ConfigError extends AppError {
  readonly code = 'config_invalid'
  readonly retry = 'never'
  readonly faults: readonly Fault[]

  constructor(
    message: Message | string,
    options: AppErrorOptions & { faults?: readonly Fault[] } = {},
  ) {
    super(message, options)
    this.faults = options.faults ?? []
  }
}

/** A command, parameter or request is wrong; `faults` names every fault at once. */
export class UsageError extends AppError {
  readonly code = 'usage_invalid'
  readonly retry = 'never'
  readonly faults: readonly Fault[]

  constructor(
    message: Message | string,
    options: AppErrorOptions & { faults?: readonly Fault[] } = {},
  ) {
    super(message, options)
    this.faults = options.faults ?? []
  }
}

/** Something that was asked for by name does not exist. */
export class NotFoundError extends AppError {
  readonly code = 'not_found'
  readonly retry = 'never'
}

/** The portal did not answer, or with a server fault (network, time-out, 5xx, cut body). */
export class PortalUnavailable extends AppError {
  readonly code = 'portal_unavailable'
  readonly retry = 'later'
}

/** The portal asked us to slow down (429), or our own budget is used up. `retryAt` is an epoch-ms instant where known. */
export class PortalThrottled extends AppError {
  readonly code = 'portal_throttled'
  readonly retry = 'later'
  readonly retryAt: number | undefined

  constructor(
    message: Message | string,
    options: AppErrorOptions & { retryAt?: number | undefined } = {},
  ) {
    super(message, options)
    this.retryAt = options.retryAt
  }
}

/** The portal refused our credentials or rights. */
export class PortalDenied extends AppError {
  readonly code = 'portal_denied'
  readonly retry = 'never'
}

/** The portal answered in a shape that the connector does not know (HTML for XML, a missing list, a wrong total). */
export class PortalChanged extends AppError {
  readonly code = 'portal_changed'
  readonly retry = 'never'
}

/** A full snapshot came back empty or much smaller than the one it would replace; the old one stays. */
export class SnapshotSuspicious extends AppError {
  readonly code = 'snapshot_suspicious'
  readonly retry = 'never'
}

/** Another live run holds the source. */
export class RunConflict extends AppError {
  readonly code = 'run_conflict'
  readonly retry = 'later'
}

/** The run was stopped by a person or by the system; what it had committed stays and it resumes from there. */
export class RunInterrupted extends AppError {
  readonly code = 'run_interrupted'
  readonly retry = 'now'
}

/** The database cannot be opened, read or written. */
export class StoreError extends AppError {
  readonly code = 'store_failed'
  readonly retry = 'now'
}

class UnexpectedError extends AppError {
  readonly code = 'unexpected'
  readonly retry = 'later'
}

/** Returns `thrown` when it is an expected failure, otherwise wraps it; the one place where unknown errors get a name. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new UnexpectedError(message, {
    cause: thrown,
    fix: 'This is a fault of CCHC Hub: report it with the command that you ran.',
  })
}
