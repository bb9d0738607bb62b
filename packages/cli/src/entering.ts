import { userInfo } from 'node:os'
import type { Invocation } from './command-context.ts'

/** Who enters something: who is named, else the account of the system. */
export function personOf({ options, env }: Invocation): string {
  const { by } = options as { readonly by?: string }
  return by ?? systemAccount(env)
}

function systemAccount(env: Invocation['env']): string {
  try {
    return userInfo().username
  } catch {
    // Accounts of containers need not have a name.
    return env.USER ?? env.USERNAME ?? ''
  }
}
