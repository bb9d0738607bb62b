import type { z } from 'zod'

/**
 * What a stream's records are in the domain. The engine and the store know these eight and nothing about connectors:
 * `dossier` goes to the counted facts, the others are kept as catalogue records with their history.
 */
export type Entity =
  | 'dossier'
  | 'dossier-count'
  | 'organisation'
  | 'field'
  | 'procedure'
  | 'portal-figure'
  | 'petition-count'
  | 'payment-count'

/** Makes a cursor of the next version of one that was stored; pure. */
export type CursorStep = (older: unknown) => unknown

const COUNTED_BY_PORTALS: ReadonlySet<Entity> = new Set([
  'portal-figure',
  'petition-count',
  'payment-count',
])

/** Whether records are of periods that a portal counts itself: others come with time, and none goes. */
export function isCountedByPortal({ entity }: Pick<StreamSpec, 'entity'>): boolean {
  return COUNTED_BY_PORTALS.has(entity)
}

/** Facts about a stream. The engine branches on these, never on a connector's id. */
export type StreamSpec = StreamFacts & (DossierRemovals | CatalogueRemovals)

interface StreamFacts {
  /** Validates what the reader yields; output is the domain's entity. */
  readonly record: z.ZodType
  /** Fields of the record that identify it at the source. */
  readonly key: readonly string[]
  /** Present = the stream resumes; must survive JSON. */
  readonly cursor?: z.ZodType
  /**
   * What brings cursors of older versions up: the first makes version 2 of version 1, and so on, so that the cursor's own
   * version is one more than its steps. They are never changed, only followed by another. A cursor that no step can read is
   * not used: the stream is read from its beginning, and the run says so.
   */
  readonly cursorSteps?: readonly CursorStep[]
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

/** The streams of a connector by their names. */
export type Streams = Readonly<Record<string, StreamSpec>>

type Output<T> = T extends z.ZodType ? z.output<T> : undefined

/** The cursor type of a stream; undefined where it has none. */
export type CursorOf<S extends StreamSpec> = Output<S['cursor']>

/** A record as a connector hands it out: the stream's schema still has to accept it. */
export type RecordOf<S extends StreamSpec> = z.input<S['record']>

/** What identifies a record: the fields that the stream names in `key`. */
export type Key = Readonly<Record<string, string>>
