import type { Caller } from '@cchc/hub/access/caller'
import type { Context } from 'hono'
import { Refusal } from '../refusal.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Absent where no key is asked for. */
    caller?: Caller
    /** When it was found out who asks, in milliseconds of the gateway's clock. */
    identifiedAt?: number
  }
}

/** Who asks; refuses whoever was not identified. */
export function callerOf(context: Context): Caller {
  const caller = context.get('caller')
  if (!caller) throw new Refusal('unauthorised')
  return caller
}
