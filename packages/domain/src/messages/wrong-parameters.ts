import type { z } from 'zod'
import { UsageError } from '../errors.ts'
import { faultsOf } from './faults.ts'
import { say } from './say.ts'

/** One error that names every fault of refused parameters, an unknown name as a fault of its own. */
export function wrongParameters(error: Pick<z.ZodError, 'issues'>): UsageError {
  const faults = faultsOf(error, { unknownKey: say('is not known here') })
  const count = faults.length
  return new UsageError(
    count === 1 ? say('A parameter is wrong.') : say('{count} parameters are wrong.', { count }),
    { faults },
  )
}
