import type { FaultPlan } from '../faults.ts'
import type { PagingFault } from '../paging.ts'
import type { RowQuirks } from '../row-quirks.ts'
import type { Divergence } from '../world/divergence.ts'

/** How a simulated iGate is reached, and which of its ways it shows. */
export interface IgateOptions {
  readonly baseUrl: string
  /** Where its Keycloak answers: another host, or another port. */
  readonly loginUrl: string
  /** Where it gives tokens; as Keycloak does unless stated. */
  readonly tokenPath?: string
  /** The public client of the password grant. */
  readonly clientId: string
  readonly username: string
  readonly password: string
  /** Of the same client, for the grant client_credentials. */
  readonly clientSecret: string
  /** How long a token lives; 300 unless stated. */
  readonly tokenSeconds?: number
  /** The clock by which tokens run out; that of the machine unless stated. */
  readonly now?: () => number
  /** Whether the account has the right to see reports; yes unless stated. */
  readonly mayReport?: boolean
  /** Whether filters read the `Z` of a day as what it says; no unless stated: days are local ones. */
  readonly strictDays?: boolean
  /** Names of the fields of an end and of a return, which differ or are not known. */
  readonly endFields?: { readonly completed: string; readonly returned: string }
  readonly faults?: FaultPlan | undefined
  readonly quirks?: RowQuirks | undefined
  /** How its lists are paged wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How its dossiers differ from those of the national portal; absent = not at all. */
  readonly divergence?: Divergence | undefined
}
