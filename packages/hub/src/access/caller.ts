import type { OrganisationCode } from '@cchc/domain'
import type { Scope } from './scope.ts'

/** Who asks over HTTP: made once a request, of its key, its token or the place where it comes from. */
export interface Caller {
  /** By which limits and logs know it: `key 3`, `loopback`. */
  readonly id: string
  /** Who enters and closes; null = it says for each entry who does. */
  readonly person: string | null
  readonly scopes: readonly Scope[]
  /** The organisations to which it is bound, each with everything below it; null = to none. */
  readonly organisations: readonly OrganisationCode[] | null
  /** It is shown no small counts, and nothing that does not say how it leaves them out. */
  readonly isPublic: boolean
}

/** Whoever may ask everything, and says for each entry who enters it. */
export function trusted(id: string): Caller {
  return { id, person: null, scopes: ['admin'], organisations: null, isPublic: false }
}
