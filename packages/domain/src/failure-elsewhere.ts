import { AppError, type ErrorCode, toAppError } from './errors.ts'

/** What is told of a failure from one thread or machine to another. */
export type ToldFailure = Pick<AppError, 'code' | 'said' | 'whatToDo' | 'faults'>

/** A failure as it can be told elsewhere. */
export function toldFailure(thrown: unknown): ToldFailure {
  const { code, said, whatToDo, faults } = toAppError(thrown)
  return { code, said, whatToDo, faults }
}

/** A failure that was told from elsewhere. */
export class FailureElsewhere extends AppError {
  readonly code: ErrorCode

  constructor({ code, said, whatToDo, faults }: ToldFailure) {
    super(said, { faults, ...(whatToDo && { fix: whatToDo }) })
    this.code = code
  }
}
