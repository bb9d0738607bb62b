import { type Catalogue, ConfigError, say } from '@cchc/domain'
import { comparisonFaults, type PortalComparison } from '@cchc/domain/reconcile'
import type { z } from 'zod'
import type { Io } from './io.ts'

/**
 * What a stream's records are in the domain. The engine and the store know these six and nothing about connectors:
 * `dossier` goes to the counted facts, the others are kept as catalogue records with their history.
 */
export type Entity =
  | 'dossier'
  | 'dossier-count'
  | 'organisation'
  | 'field'
  | 'procedure'
  | 'portal-figure'

/** Facts about a stream. The engine branches on these, never on a connector's id. */
export type StreamSpec = StreamFacts & (DossierRemovals | CatalogueRemovals)

interface StreamFacts {
  /** Validates what the reader yields; output is the domain's entity. */
  readonly record: z.ZodType
  /** Fields of the record that identify it at the source. */
  readonly key: readonly string[]
  /** Present = the stream resumes; must survive JSON. */
  readonly cursor?: z.ZodType
  /** What a pass without any record is where some are stored; `suspicious` unless told, and then the run warns. */
  readonly quiet?: 'usual' | 'suspicious'
}

/**
 * How removals of dossiers show. `never`: they don't. `pages`: pages name them (`removed`) or the days that they have
 * read whole (`whole`), so that a stored dossier of those days that did not come is missing. Dossiers are too many for
 * a pass to be staged, so that absence from a pass is none of the ways.
 */
interface DossierRemovals {
  readonly entity: 'dossier'
  readonly deletes: 'never' | 'pages'
  /** Records hold `lastingId`, the portal's own id, which stays when a dossier gets another code: nothing is doubled. */
  readonly lastingId?: boolean
}

/**
 * How removals of catalogue records show. `never`: they don't. `pages`: pages name them (`removed`). `absence`: a record
 * missing from a whole pass is gone; the engine stages the pass and swaps it in when the reader has ended without a
 * throw. A refused record is present; one without a readable key makes absence unknowable for that pass.
 */
interface CatalogueRemovals {
  readonly entity: Exclude<Entity, 'dossier'>
  readonly deletes: 'never' | 'pages' | 'absence'
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

/** The cursor type of a stream; undefined where it has none. */
export type CursorOf<S extends StreamSpec> = Output<S['cursor']>

/** The unit of commit: the engine stores `records` and `cursor` in one transaction. */
export interface Page<S extends StreamSpec = StreamSpec> {
  readonly records: readonly z.input<S['record']>[]
  readonly cursor: CursorOf<S>
  /** How many records this pass will yield in all, where the portal says so; only for progress bars. */
  readonly expected?: number
  /** Keys of what the portal says it removed, after the records of this page. */
  readonly removed?: readonly Readonly<Record<string, string>>[]
  /**
   * Days of reception (`YYYY-MM-DD`, inclusive) that are read whole with this page: every dossier that the portal has of
   * them came since the page before that said so, or since the reader began. Not of days whose reading was resumed.
   */
  readonly whole?: { readonly from: string; readonly to: string }
}

/** What the engine asks of a reader. */
export interface ReadRequest<C> {
  /** The last committed cursor; undefined = from the beginning. */
  readonly cursor: C | undefined
  /** First and last day (`YYYY-MM-DD`, inclusive) to read, when the user limits it; the connector may read more. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Yields pages in an order in which each cursor covers everything yielded so far. Failure is a throw, never an empty page. */
export type Reader<S extends StreamSpec> = (
  request: ReadRequest<CursorOf<S>>,
) => AsyncIterable<Page<S>>

/** Reads single records again by their keys: what lets refused records be retried after a fix. */
export type Lookup<S extends StreamSpec> = (
  keys: readonly Readonly<Record<string, string>>[],
) => AsyncIterable<Page<S>['records']>

export type Streams = Readonly<Record<string, StreamSpec>>

/** One opened stream. */
export interface OpenStream<S extends StreamSpec = StreamSpec> {
  readonly read: Reader<S>
  readonly lookup?: Lookup<S>
  /** The first day (`YYYY-MM-DD`) that a whole pass reads, as configured; absent = all that the portal has. */
  readonly since?: string
  /** A whole pass also reads the dossiers that were received before `since` and open on it. */
  readonly openBefore?: boolean
  /** Shows with as little as possible that the stream can be read; its first page unless told. Throws what is wrong. */
  readonly check?: () => Promise<void>
}

/** One portal taught to the hub. */
export interface Connector<C extends z.ZodType = z.ZodType, S extends Streams = Streams> {
  /** Kebab-case, stable: it is written into configuration files. */
  readonly id: string
  /** SemVer; kept with every run. */
  readonly version: string
  /** The portal's Vietnamese name, for people. */
  readonly title: string
  /** Secrets are marked with `.meta({ secret: true })`. */
  readonly config: C
  readonly streams: S
  /** What its errors and refusals say in other languages, by their English template. */
  readonly phrases?: { readonly vi: Catalogue }
  /** How the figures of its `portal-figure` streams compare with what the hub counts; absent = not at all. */
  readonly compares?: readonly PortalComparison[]
  /** Builds the client in a closure; opens no socket until a reader is iterated. */
  open(config: z.output<C>, io: Io): { readonly [N in keyof S]: OpenStream<S[N]> }
  /** Reaches the portal and logs in, with one request or two; throws what went wrong. Streams are checked by themselves. */
  check(config: z.output<C>, io: Io): Promise<void>
}

/**
 * Declares a connector; keeps the types of its config and streams. Throws a ConfigError with every fault of what it says
 * of its figures, or of how removals of dossiers show.
 *
 * @example defineConnector({ id: 'city-permits', config: z.object({ url: z.url() }), streams: { … }, open, check })
 */
export function defineConnector<C extends z.ZodType, S extends Streams>(
  definition: Connector<C, S>,
): Connector<C, S> {
  const faults = comparisonFaults(definition.compares ?? [])
  checkRemovals(definition)
  if (faults.length === 0) return Object.freeze(definition)
  const wrong = say('Connector {id} cannot compare figures as it declares', { id: definition.id })
  throw new ConfigError(wrong, {
    faults,
    fix: say('This is a fault of the connector: correct what it declares under compares.'),
  })
}

/** What the type forbids, for connectors that are not type-checked. */
function checkRemovals({ id, streams }: Pick<Connector, 'id' | 'streams'>): void {
  for (const [stream, { entity, deletes }] of Object.entries(streams)) {
    if (entity !== 'dossier' || deletes === 'never' || deletes === 'pages') continue
    throw new ConfigError(
      say(
        "Stream {stream} of connector {id} says deletes: '{deletes}', which no stream of dossiers can",
        {
          stream,
          id,
          deletes: String(deletes),
        },
      ),
      {
        fix: say(
          "Say deletes: 'pages' and name in pages which days are read whole, or 'never' where removals do not show.",
        ),
      },
    )
  }
}
