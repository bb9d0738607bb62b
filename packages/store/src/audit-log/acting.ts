import type { Dialect } from '../dialect.ts'
import type { Act } from './audit-event.ts'

/** A database to which is written for somebody. */
export interface Acting extends Dialect {
  readonly act: Act | undefined
}

/** Delegates to the database instead of copying from it, so that its clock goes on where it is computed when asked. */
export function actingOn(dialect: Dialect, act: Act | undefined): Acting {
  return Object.create(dialect, { act: { value: act } }) as Acting
}
