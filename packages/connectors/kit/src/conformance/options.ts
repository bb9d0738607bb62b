import type { RequestHandler } from 'msw'
import type { z } from 'zod'
import type { StreamSpec, Streams } from '../contract/stream.ts'

/** The simulated portal at an instant. */
export interface PortalState {
  /** What the clock shows, epoch ms. */
  readonly now: number
  /** The portal in good health. */
  readonly handlers: readonly RequestHandler[]
}

/** What a stream holds: so many records, some of which are written down whole, as the connector must hand them out. */
export interface Held<S extends StreamSpec = StreamSpec> {
  readonly count: number
  readonly samples: readonly z.input<S['record']>[]
}

/** A cursor as an older version of the connector stored it, and how many records are left to be read after it. */
export interface OlderCursor {
  readonly version: number
  readonly cursor: unknown
  readonly left: number
}

/** Of each stream whose cursor has steps, at least one cursor of each older version. */
export type OlderCursors<S extends Streams = Streams> = {
  readonly [N in keyof S]?: readonly OlderCursor[]
}

/** What the suite needs to know about a portal. */
export interface ConformanceOptions<C extends z.ZodType = z.ZodType, S extends Streams = Streams>
  extends PortalState {
  /** A configuration that is good for the simulated portal; its `baseUrl` is where the handlers answer. */
  readonly config: z.input<C>
  /** What each stream holds, counted and written down by hand rather than by the connector. */
  readonly holds: { readonly [N in keyof S]: Held<S[N]> }
  /** Names of the fields of answers that tell of people; the suite writes into them. [] = the portal tells of nobody. */
  readonly personal: readonly string[]
  /** The same portal some days later: something is new, something changed, and where lists have pages, something is gone. */
  readonly later?: PortalState
  /** What older versions of the connector stored, where a cursor has steps. */
  readonly older?: OlderCursors<S>
  /** How the portal answers a caller whose login has run out; HTTP 401 unless stated. */
  readonly expired?: () => Response
  /** How the portal says in its own words that it failed, where it does not by its status alone. */
  readonly failed?: () => Response
}
