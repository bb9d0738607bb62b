import type { Redact } from '@cchc/connector-kit'
import { type AppError, FailureElsewhere, messageOf, toAppError } from '@cchc/domain'
import type { PartFailure } from '@cchc/store'
import { endsRun, toldOf } from '../run-outcome.ts'

/** What ended a part, as it was told by the process that read it. */
class PartFailed extends FailureElsewhere {
  readonly softly: boolean
  readonly login: boolean

  constructor({ code, message, fix, softly, login }: PartFailure) {
    super({ code, said: message, whatToDo: fix ?? undefined, faults: [] })
    this.softly = softly
    this.login = login
  }
}

/** A failure as it is kept with its part: no personal data, no secrets. */
export function partFailure(thrown: unknown, redact: Redact = (text) => text): PartFailure {
  const failure = toAppError(thrown)
  const { message, fix } = toldOf(failure, redact)
  const { softly, login } = failure as Partial<Pick<PartFailure, 'softly' | 'login'>>
  return {
    code: failure.code,
    ...{ message: messageOf(message), fix: fix === null ? null : messageOf(fix) },
    ...{ softly: softly === true, login: login === true },
  }
}

/** The failure of parts that says most of their run; undefined where none failed. */
export function failureOfParts(failures: readonly PartFailure[]): AppError | undefined {
  const thrown = failures.map((failure) => new PartFailed(failure))
  return thrown.find(endsRun) ?? thrown[0]
}
