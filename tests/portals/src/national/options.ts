import type { FaultPlan } from '../faults.ts'
import type { PagingFault } from '../paging.ts'
import type { Divergence } from '../world/divergence.ts'

/** How the simulated national portal is reached, and which of its quirks it shows. */
export interface NationalOptions {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
  readonly faults?: FaultPlan
  /** A session answers so many calls and is then forgotten; absent = it lives on. */
  readonly sessionCalls?: number
  /** The provincial relay that stands in front of the adapter; absent = none. */
  readonly relay?: RelayOptions | undefined
  /** Every nth procedure is listed under its code with the province's suffix. */
  readonly suffixEvery?: number
  /** Codes that are listed and then have no detail. */
  readonly withoutDetail?: readonly string[]
  /** The reporting service refuses clients that do not look like a browser. */
  readonly browsersOnly?: boolean
  /** How the lists of its reporting service are paged wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How its figures differ from the province's; absent = not at all. */
  readonly divergence?: Divergence | undefined
}

/** A relay (LGSP): the national answer is text in a field of its own, behind a gateway that wants tokens. */
export interface RelayOptions {
  /** `post`: the services of the adapter. `get`: a path for each service, in a session of the relay's. */
  readonly calls: 'post' | 'get'
  /** The field that holds the national answer; `message` unless stated. */
  readonly answer?: string
  /** The gateway's own login (client credentials); a token answers so many calls, for ever unless stated. */
  readonly login?: {
    readonly tokenUrl: string
    readonly clientId: string
    readonly clientSecret: string
    readonly tokenCalls?: number
  }
  /** A header that the gateway wants to see, at its login too. */
  readonly token?: { readonly header: string; readonly value: string }
}
