import { type Connector, mapEach, refuse, SeenFields, unreadableReason } from '@cchc/connector-kit'
import {
  type Drift,
  type DriftPolicy,
  type Message,
  PortalChanged,
  type StreamShape,
  say,
} from '@cchc/domain'
import type { KeptShape, PartWriter, RunWriter } from '@cchc/store'
import { changesInWords, kindsInWords, whatToLookAt } from './drift-words.ts'
import type { EqualRefusal } from './equal-refusals.ts'
import { accepted, learnt, missing, NOTHING_SEEN, novelties, unlike } from './judge.ts'

/** What is needed of a run. */
interface WatchedRun {
  readonly writer: Pick<RunWriter, 'shape' | 'keepShape' | 'warn'>
  readonly settings: {
    readonly sourceId: string
    readonly connector: Pick<Connector, 'kind'>
    readonly drift?: DriftPolicy
    readonly acceptDrift?: boolean
  }
}

/** How far a reading has come. */
interface Reading {
  /** It goes on. */
  readonly goesOn?: boolean
  /** Every record came, so that a field that none of them held is missing. */
  readonly isWhole: boolean
  /** It began at the beginning. */
  readonly isEverything: boolean
}

/** How it ended. */
interface Ending extends Reading {
  /** The most frequent reason of refusals, where it is frequent. */
  readonly refused?: EqualRefusal | undefined
}

const NOTHING_KEPT: KeptShape = { shape: NOTHING_SEEN, open: [] }

/** What is kept after a reading, of what was kept before. */
type After = (kept: KeptShape) => KeptShape & { readonly drift: readonly Drift[] }

interface Watched {
  readonly run: WatchedRun
  readonly stream: string
  readonly key: readonly string[]
  readonly policy: DriftPolicy
  readonly kept: KeptShape | undefined
}

/** Records that show what is usual where they may not be all that there are, such as those that were sent at once. */
const ENOUGH = 20

/** Looks at the rows of one stream while they are read, and holds them against what is usual. */
export class ShapeWatch {
  readonly #watched: Watched
  readonly #usual: StreamShape
  readonly #seen = new SeenFields()
  /** What ended the reading. */
  #stopping: readonly Drift[] | undefined
  #hasEnded = false

  constructor(watched: Watched) {
    this.#watched = watched
    this.#usual = watched.kept?.shape ?? NOTHING_SEEN
  }

  /**
   * Takes note of the rows of these records and hands out what may be stored of them. Throws PortalChanged where the stream
   * is frozen and a field that was known holds another kind, or comes no longer.
   */
  take(records: readonly unknown[]): readonly unknown[] {
    const { policy } = this.#watched
    for (const record of records) this.#seen.add(record)
    if (!this.#usual.settled || policy === 'evolve') return records
    if (policy === 'discard') return records.map((record) => this.#alike(record))
    const drift = this.#drift({ isWhole: true, isEverything: false, goesOn: true })
    if (!drift.some(isOfKnown)) return records
    this.#stopping = drift
    throw this.#frozen(drift)
  }

  /** Keeps what is usual from now on, and tells what is not as it was. Throws as `take` does, once a pass shows it. */
  async end(ending: Ending): Promise<void> {
    const { run, stream, kept = NOTHING_KEPT } = this.#watched
    await this.#endBy(ending, (after) => run.writer.keepShape(stream, after(kept)))
  }

  /**
   * As `end`, for one of several readings that go on at once and are each a part of one: what is usual is learnt from what it
   * is by then.
   */
  async endPart(learn: PartWriter['learnShape']): Promise<void> {
    const ending = { isWhole: false, isEverything: false }
    await this.#endBy(ending, (after) => learn((kept = NOTHING_KEPT) => after(kept)))
  }

  async #endBy(ending: Ending, keep: (after: After) => Promise<void>): Promise<void> {
    if (this.#seen.records === 0 || this.#hasEnded) return
    this.#hasEnded = true
    const { run } = this.#watched
    const drift = this.#stopping ?? this.#drift(ending)
    const refused = this.#refusedOf(drift)
    await keep(({ shape, open }) => ({
      shape: this.#isFrozen(drift)
        ? shape
        : this.#learnt({ ...ending, usual: shape }, drift, refused),
      open: united(open, refused),
      drift,
    }))
    if (drift.length > 0) await run.writer.warn(this.#told(drift, refused))
    const explained = this.#explained(drift, ending.refused)
    if (explained) await run.writer.warn(explained)
    if (this.#isFrozen(drift) && !this.#stopping) throw this.#frozen(drift)
  }

  #isFrozen(drift: readonly Drift[]): boolean {
    return this.#watched.policy === 'freeze' && drift.some(isOfKnown)
  }

  /** What is not taken for usual until a person accepts it. */
  #refusedOf(drift: readonly Drift[]): readonly Drift[] {
    if (this.#isFrozen(drift)) return drift
    return this.#watched.policy === 'discard' ? drift.filter(isNovel) : []
  }

  #learnt(
    { usual, ...ending }: Ending & { readonly usual: StreamShape },
    drift: readonly Drift[],
    refused: readonly Drift[],
  ): StreamShape {
    const isEnough = ending.isEverything || usual.records + this.#seen.records >= ENOUGH
    const settled = usual.settled || (ending.isWhole && isEnough)
    const taken = drift.filter((one) => !isNovel(one))
    return accepted(learnt(usual, this.#seen, { refused, settled }), taken)
  }

  /** What is not as it was; nothing before anything is usual. */
  #drift({ isWhole, ...how }: Reading): readonly Drift[] {
    if (!this.#usual.settled) return []
    const gone = isWhole ? missing(this.#usual, this.#seen, how) : []
    return [...gone, ...novelties(this.#usual, this.#seen)]
  }

  #alike(record: unknown): unknown {
    if (unreadableReason(record)) return record
    const seen = new SeenFields()
    seen.add(record)
    const [first] = unlike(this.#usual, seen)
    return first ? this.#refused(record, first) : record
  }

  /** Names that only few records hold may be data: a refusal tells those alone that are known. */
  #refused(record: unknown, { kind, path, now, was }: Drift): unknown {
    const fields = record as Readonly<Record<string, unknown>>
    const known = () => Object.fromEntries(this.#watched.key.map((name) => [name, fields[name]]))
    const refusal = () => {
      if (kind === 'new') return refuse(say('has a field that had never come'), { fix: FIX })
      const values = { field: path, now: kindsInWords(now), was: kindsInWords(was) }
      return refuse(say('{field} is {now}, and was {was}', values), { fix: FIX })
    }
    return mapEach([record], refusal, known).unreadable[0]
  }

  #frozen(drift: readonly Drift[]): PortalChanged {
    const { run, stream } = this.#watched
    const { kind } = run.settings.connector
    return new PortalChanged(
      say('{stream}: {changed}', {
        stream,
        changed: changesInWords(kind, drift.filter(isOfKnown)),
      }),
      {
        fix: say(
          'The source is frozen (drift: freeze): nothing more of this stream is stored. {look}; if all is right as it is, run: cchc sync {source} --accept-drift',
          { look: whatToLookAt(kind), source: run.settings.sourceId },
        ),
      },
    )
  }

  /** Why many records were refused alike, where the portal changed what the connector may have needed. */
  #explained(drift: readonly Drift[], refused: EqualRefusal | undefined): Message | undefined {
    const known = drift.filter(isOfKnown)
    const { run, stream, policy } = this.#watched
    const { kind } = run.settings.connector
    if (!refused || known.length === 0 || policy === 'discard') return undefined
    const { path, message } = refused.reason
    const values = {
      ...{ stream, count: refused.count, changed: changesInWords(kind, known) },
      reason: path === '' ? message : say('{path}: {message}', { path, message }),
    }
    return kind === 'files'
      ? say(
          '{stream}: {count} records were refused for one reason ({reason}), most likely because {changed}. Export the files with these columns, or write their heads into the configuration under columns.',
          values,
        )
      : say(
          '{stream}: {count} records were refused for one reason ({reason}), most likely because {changed}. Tell the administrator of the portal, or install a newer version of the connector.',
          values,
        )
  }

  #told(drift: readonly Drift[], refused: readonly Drift[]) {
    const { run, stream, policy } = this.#watched
    const { sourceId: source, connector } = run.settings
    const values = { stream, source, changed: changesInWords(connector.kind, drift) }
    if (refused.length === 0 || policy !== 'discard') return say('{stream}: {changed}', values)
    return say(
      '{stream}: {changed}. Those that do are refused (drift: discard); if they are right, run: cchc sync {source} --accept-drift, and then: cchc quarantine retry --source {source}',
      values,
    )
  }
}

const FIX = say(
  'Look at the portal. If its records are right as they are, sync the source with --accept-drift, and retry.',
)

function isOfKnown({ kind }: Drift): boolean {
  return kind !== 'new'
}

function isNovel({ kind }: Drift): boolean {
  return kind !== 'missing'
}

/** Each drift once, as it was last seen. */
function united(before: readonly Drift[], now: readonly Drift[]): Drift[] {
  const others = before.filter((one) => !now.some((other) => isSame(one, other)))
  return [...others, ...now]
}

function isSame(one: Drift, other: Drift): boolean {
  return one.kind === other.kind && one.path === other.path
}

interface Asked {
  readonly stream: string
  readonly key: readonly string[]
}

/** Begins to watch a stream. Drift that a person accepts is usual from here on, and with it whatever this run shows. */
export async function watchShape(run: WatchedRun, asked: Asked): Promise<ShapeWatch> {
  const { writer, settings } = run
  const { drift = 'evolve', acceptDrift = false } = settings
  const stored = await writer.shape(asked.stream)
  if (!acceptDrift) return new ShapeWatch({ ...asked, run, policy: drift, kept: stored })
  const kept = stored && { shape: accepted(stored.shape, stored.open), open: [] }
  if (kept) await writer.keepShape(asked.stream, kept)
  return new ShapeWatch({ ...asked, run, policy: 'evolve', kept })
}
