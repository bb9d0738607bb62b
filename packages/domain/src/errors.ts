import type { Fault } from './messages/faults.ts'
import { inWords, type Message, messageOf, say } from './messages/say.ts'

/** Stable codes of the failures that a caller can act on; printed to operators and sent by the gateway. */
const ERROR_CODES = [
  'config_invalid',
  'usage_invalid',
  'not_found',
  'access_denied',
  'portal_unavailable',
  'portal_throttled',
  'portal_denied',
  'portal_changed',
  'snapshot_suspicious',
  'run_conflict',
  'run_interrupted',
  'store_failed',
  'gateway_failed',
  'machine_refused',
  'unexpected',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Whether a text is the code of a failure. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return ERROR_CODES.includes(text as ErrorCode)
}

interface AppErrorOptions {
  readonly fix?: Message | undefined
  readonly cause?: unknown
  readonly faults?: readonly Fault[]
}

/**
 * Base of every expected failure, told by its code. `said` tells what and where, `whatToDo` what next, `faults` every
 * fault of an input at once; none holds personal data or secrets. `message` and `fix` are English words.
 */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode
  readonly said: Message
  readonly whatToDo: Message | undefined
  readonly fix: string | undefined
  readonly faults: readonly Fault[]

  constructor(said: Message, { fix, cause, faults = [] }: AppErrorOptions = {}) {
    super(inWords(said), cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.said = said
    this.whatToDo = fix
    this.fix = fix && inWords(fix)
    this.faults = faults
  }
}

/** Whether that is an expected failure, of one code where it is named; a second copy of this package makes the same. */
export function isAppError<C extends ErrorCode>(
  thrown: unknown,
  code?: C,
): thrown is AppError & { readonly code: C } {
  if (!(thrown instanceof Error && 'said' in thrown && 'code' in thrown)) return false
  return code === undefined ? isErrorCode(thrown.code) : thrown.code === code
}

/** The class of the errors of one code. */
function errorOf<C extends ErrorCode>(
  code: C,
): new (
  said: Message,
  options?: AppErrorOptions,
) => AppError & { readonly code: C } {
  return class extends AppError {
    readonly code = code
  }
}

/** The configuration cannot be used; `faults` names every fault at once. */
export class ConfigError extends errorOf('config_invalid') {}

/** A command, parameter or request is wrong; `faults` names every fault at once. */
export class UsageError extends errorOf('usage_invalid') {}

/** Something that was asked for by name does not exist. */
export class NotFoundError extends errorOf('not_found') {}

/** Whoever asks may not ask that, or not of that organisation. */
export class AccessDenied extends errorOf('access_denied') {}

/** The portal did not answer, or with a server fault (network, time-out, 5xx, cut body). */
export class PortalUnavailable extends errorOf('portal_unavailable') {}

/** The portal asked us to slow down (429), or our own budget is used up. `retryAt` is an epoch-ms instant where known. */
export class PortalThrottled extends errorOf('portal_throttled') {
  readonly retryAt: number | undefined

  constructor(said: Message, options: AppErrorOptions & { retryAt?: number | undefined } = {}) {
    super(said, options)
    this.retryAt = options.retryAt
  }
}

/** The portal refused our credentials (`login`: whatever else is asked for, it will refuse too) or a right. */
export class PortalDenied extends errorOf('portal_denied') {
  readonly login: boolean

  constructor(message: Message, options: AppErrorOptions & { login?: boolean } = {}) {
    super(message, options)
    this.login = options.login ?? false
  }
}

/** The portal answered in a shape that the connector does not know (HTML for XML, a missing list, a wrong total). */
export class PortalChanged extends errorOf('portal_changed') {}

/** A full snapshot came back empty or much smaller than the one it would replace; the old one stays. */
export class SnapshotSuspicious extends errorOf('snapshot_suspicious') {}

/** Another live run holds the source. */
export class RunConflict extends errorOf('run_conflict') {}

/** The run was stopped by a person or by the system; what it had committed stays and it resumes from there. */
export class RunInterrupted extends errorOf('run_interrupted') {
  /** At a page, as at a limit: the run is `partial`. */
  readonly softly: boolean

  constructor(said: Message, options: AppErrorOptions & { softly?: boolean } = {}) {
    super(said, options)
    this.softly = options.softly ?? false
  }
}

/** The database cannot be opened, read or written. */
export class StoreError extends errorOf('store_failed') {}

/** The gateway of another hub did not answer, or not as it must. */
export class GatewayFailed extends errorOf('gateway_failed') {}

/** What keeps the services of this machine is not there, or refused what it was told. */
export class MachineRefused extends errorOf('machine_refused') {}

class UnexpectedError extends errorOf('unexpected') {}

/** Returns `thrown` when it is an expected failure, otherwise wraps it; the one place where unknown errors get a name. */
export function toAppError(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown
  const said = messageOf(thrown instanceof Error ? thrown.message : String(thrown))
  return new UnexpectedError(said, {
    cause: thrown,
    fix: say('This is a fault of CCHC Hub: report it with the command that you ran.'),
  })
}
