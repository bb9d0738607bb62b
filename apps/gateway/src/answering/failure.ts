import { AppError, type ErrorCode, toAppError } from '@cchc/domain'

/** What is told of a failure from one thread to another. */
export type ToldFailure = Pick<AppError, 'code' | 'said' | 'whatToDo' | 'faults'>

/** A failure as it can be told to another thread. */
export function toldFailure(thrown: unknown): ToldFailure {
  const { code, said, whatToDo, faults } = toAppError(thrown)
  return { code, said, whatToDo, faults }
}

/** A failure that another thread told. */
export class FailureElsewhere extends AppError {
  readonly code: ErrorCode

  constructor({ code, said, whatToDo, faults }: ToldFailure) {
    super(said, { faults, ...(whatToDo && { fix: whatToDo }) })
    this.code = code
  }
}
