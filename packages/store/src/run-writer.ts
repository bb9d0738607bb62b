import { type Drift, isAhead, type Message } from '@cchc/domain'
import type { Transaction } from 'kysely'
import type { Awaited } from './awaited.ts'
import { clearStaged } from './catalogue.ts'
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoints.ts'
import { commitBatch, isChange } from './commit-batch.ts'
import { type Completion, completeDossiers, completeStaged } from './complete-pass.ts'
import { listClosedGates } from './gate/gate-log.ts'
import { judgeSource } from './gate/keep-gate.ts'
import { waiting } from './gate/reasons.ts'
import { commitInstant } from './history/settle.ts'
import { coverageOf } from './history/stream-passes.ts'
import { releaseLease, renewLease } from './lease.ts'
import { listMissing } from './missing-dossiers.ts'
import type { NewSplit, PartsState, SavedSplit } from './parts/split.ts'
import {
  deleteSplit,
  insertSplit,
  moveBehindParts,
  readParts,
  readSplit,
  takeSplit,
} from './parts/splits.ts'
import type { Batch, PassEnd, Run, RunCounts, RunWriter } from './run.ts'
import type { Place, RunContext } from './run-context.ts'
import { addCounts, keepShapeOf, tellOnce, updateRun } from './run-row.ts'
import { getRun } from './runs.ts'
import type { SavedPosition } from './saved-position.ts'
import { refuseNewer } from './schema/migrate.ts'
import { statedPass } from './stated-pass.ts'
import { withStoreErrors } from './store-failure.ts'
import { readShape } from './stream-shapes.ts'
import type { KeptShape, PassUnderWay, StreamReach } from './stream-state.ts'
import type { Tables } from './tables.ts'

/** Every method is one transaction that begins by renewing the lease, so that a run that lost it cannot write. */
export class StoreRunWriter implements RunWriter {
  readonly runId: string
  readonly #context: RunContext
  /** By stream; read once, so that looking for it costs nothing. */
  readonly #awaited = new Map<string, Awaited>()
  #isJudged = false

  constructor(context: RunContext) {
    this.#context = context
    this.runId = String(context.runId)
  }

  async position(stream: string): Promise<SavedPosition | undefined> {
    return this.#transact(stream, async ({ transaction, place }) => {
      const { cursor, cursorVersion: version } = await readCheckpoint(transaction, place)
      return cursor === undefined ? undefined : { cursor, version }
    })
  }

  async commit(batch: Batch): Promise<RunCounts> {
    const { stream } = batch
    return this.#transact(stream, async (work) => {
      const { transaction, place, afterCommit } = work
      const { dialect, now, startedAt: since } = this.#context
      const target = { transaction, place, dialect, clock: now(), since }
      const known = this.#awaited.get(stream)
      const { counts, awaited, told } = await commitBatch(batch, target, known)
      for (const message of told) await this.#tell(work, message)
      const changed = batch.content.entity === 'dossier' ? 'dossiers' : 'records'
      if (isChange(batch, counts)) await this.#judge(work, { changed })
      afterCommit(() => this.#awaited.set(stream, awaited))
      return this.#addCounts(work, counts)
    })
  }

  async beginPass(stream: string, reach: StreamReach): Promise<void> {
    await this.#transact(stream, async ({ transaction, place }) => {
      const checkpoint = await readCheckpoint(transaction, place)
      if (checkpoint.pass) return
      const before = checkpoint.cursor ? await coverageOf(transaction, place) : null
      const pass = {
        startedAt: this.#context.now(),
        reach: { ...reach, from: (before ?? reach).from },
      }
      await writeCheckpoint(transaction, { ...place, pass })
    })
  }

  async completePass(stream: string, end: PassEnd): Promise<RunCounts> {
    const [suspicion, counts] = await this.#transact(stream, async (work) => {
      const { transaction, place, afterCommit } = work
      const { dialect, rules } = this.#context
      const checkpoint = await readCheckpoint(transaction, place)
      const pass = { transaction, place, dialect, rules, checkpoint, end }
      const whole = checkpoint.staged ? await completeStaged(pass) : await completeDossiers(pass)
      afterCommit(() => this.#awaited.delete(stream))
      if (whole.told) await this.#tell(work, whole.told)
      if (whole.stopped && checkpoint.staged) await forget(transaction, place)
      else {
        await this.#completed(work, { whole, checkpoint, end })
        const ofDossiers = !end.limited && checkpoint.pass?.reach.entity === 'dossier'
        await this.#judge(work, { end: { ofDossiers, acceptRemovals: end.acceptRemovals } })
      }
      return [whole.stopped, await this.#addCounts(work, whole.counts)] as const
    })
    if (suspicion) throw suspicion
    return counts
  }

  async #judge(
    { transaction, place, afterCommit }: Work,
    what: Pick<Parameters<typeof judgeSource>[0], 'changed' | 'end'>,
  ): Promise<void> {
    const { gate: limits, now } = this.#context
    if (!limits) return
    await judgeSource({ transaction, place, limits, clock: now(), ...what })
    if (what.end) {
      afterCommit(() => {
        this.#isJudged = true
      })
    }
  }

  /** A pass that a person accepts sets the measure for those that follow; no other makes it smaller. */
  async #completed(
    { transaction, place }: Work,
    { whole, checkpoint, end }: { whole: Completion; checkpoint: Checkpoint; end: PassEnd },
  ): Promise<void> {
    const { counts, held } = whole
    const largest = end.acceptRemovals ? held : held && Math.max(held, checkpoint.largest ?? 0)
    const now = this.#context.now()
    const before = end.stated ? await coverageOf(transaction, place) : null
    const pass = end.stated
      ? statedPass(end.stated, { before, now })
      : passRead(checkpoint.pass, end)
    await writeCheckpoint(transaction, {
      ...place,
      cursor: end.cursor,
      cursorVersion: end.cursorVersion,
      committedAt: place.now,
      ...(!end.limited && { completedAt: now, pass }),
      added: (counts.new ?? 0) - (counts.removed ?? 0),
      beganRun: null,
      largest,
    })
  }

  async listMissing(stream: string): Promise<readonly string[]> {
    return this.#transact(stream, ({ transaction, place }) => listMissing(transaction, place))
  }

  async reset(stream: string): Promise<void> {
    await this.#transact(stream, ({ transaction, place }) => forget(transaction, place))
  }

  async shape(stream: string): Promise<KeptShape | undefined> {
    return this.#transact(stream, ({ transaction, place }) => readShape(transaction, place))
  }

  async keepShape(
    stream: string,
    { drift = [], ...kept }: KeptShape & { readonly drift?: readonly Drift[] },
  ): Promise<void> {
    await this.#transact(stream, ({ transaction, place }) =>
      keepShapeOf(transaction, place, { ...kept, drift, at: this.#context.now() }),
    )
  }

  split(stream: string): Promise<SavedSplit | undefined> {
    return this.#transact(stream, ({ transaction, place }) => readSplit(transaction, place))
  }

  async beginSplit(stream: string, split: NewSplit): Promise<void> {
    await this.#transact(stream, ({ transaction, place }) => insertSplit(transaction, place, split))
  }

  async takeSplit(stream: string, atOnce: number): Promise<void> {
    await this.#transact(stream, ({ transaction, place }) => takeSplit(transaction, place, atOnce))
  }

  parts(stream: string): Promise<PartsState> {
    const { clock } = this.#context.dialect
    return this.#transact(stream, ({ transaction, place }) => readParts(transaction, place, clock))
  }

  async endSplit(stream: string, how?: 'given up'): Promise<void> {
    await this.#transact(stream, async ({ transaction, place }) => {
      if (how === undefined) await moveBehindParts(transaction, place, this.#context.dialect)
      await deleteSplit(transaction, place)
    })
  }

  async heartbeat(): Promise<void> {
    await this.#transact('', async () => {})
  }

  async note(message: Message): Promise<void> {
    await this.#transact('', (work) => this.#tell(work, message, 'notes'))
  }

  async warn(message: Message): Promise<void> {
    await this.#transact('', (work) => this.#tell(work, message))
  }

  #tell(
    { transaction, place: { runId } }: Work,
    message: Message,
    among: 'notes' | 'warnings' = 'warnings',
  ): Promise<void> {
    return tellOnce(transaction, { runId, among }, message)
  }

  async finish(outcome: Parameters<RunWriter['finish']>[0]): Promise<Run> {
    return this.#transact('', async (work) => {
      const { transaction, place } = work
      const isWaiting = await this.#tellOfGate(work, outcome)
      await updateRun(transaction, place.runId, {
        status: isWaiting && outcome.status === 'done' ? 'partial' : outcome.status,
        finished_at: endOf(place.now, this.#context.now()),
        error: outcome.error && JSON.stringify(outcome.error),
        failures: JSON.stringify(outcome.failures ?? []),
      })
      await releaseLease(transaction, place.runId)
      return getRun(transaction, this.runId)
    })
  }

  /** What was received without the end of a pass is judged with its run. Returns whether what the source brings waits. */
  async #tellOfGate(
    work: Work,
    { error, failures = [] }: Parameters<RunWriter['finish']>[0],
  ): Promise<boolean> {
    const { source, gate } = this.#context
    if (!gate) return false
    const isEnd = !this.#isJudged && error === null && failures.length === 0
    if (isEnd) await this.#judge(work, { end: { ofDossiers: false, acceptRemovals: false } })
    const [closed] = await listClosedGates(work.transaction, { source })
    if (closed) await this.#tell(work, waiting(closed))
    return closed !== undefined
  }

  /** What `afterCommit` was given runs only when the transaction is in the database for good. */
  async #transact<T>(stream: string, work: (work: Work) => Promise<T>): Promise<T> {
    const { dialect, source, runId, now } = this.#context
    const effects: (() => void)[] = []
    const result = await withStoreErrors(dialect.explain, () =>
      dialect.writer.transaction().execute(async (transaction) => {
        await refuseNewer(transaction, dialect.target)
        await renewLease(transaction, { source, runId, clock: dialect.clock })
        return work({
          transaction,
          place: { source, stream, runId, now: await commitInstant(transaction, now) },
          afterCommit: (effect) => void effects.push(effect),
        })
      }),
    )
    for (const effect of effects) effect()
    return result
  }

  #addCounts({ transaction, place }: Work, counts: Partial<RunCounts>): Promise<RunCounts> {
    return addCounts(transaction, place, counts)
  }
}

interface Work {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  readonly afterCommit: (effect: () => void) => void
}

/** A source that says by unit what it holds says so of the whole pass; a pass of which the clock was set back has read no further than the reader knew. */
function passRead(
  pass: PassUnderWay | null,
  { held, readUpTo = Number.POSITIVE_INFINITY }: PassEnd,
): PassUnderWay | null {
  if (!pass) return null
  const reach = held ? { ...pass.reach, held } : pass.reach
  return { startedAt: Math.min(pass.startedAt, readUpTo), reach }
}

/** Commits may be dated a little ahead of the clock: a run ends behind its own, but not where the clock is far behind. */
function endOf(behindCommits: number, clock: number): number {
  return isAhead(behindCommits, clock) ? clock : behindCommits
}

async function forget(transaction: Transaction<Tables>, place: Place): Promise<void> {
  await clearStaged(transaction, place)
  await deleteSplit(transaction, place)
  await writeCheckpoint(transaction, { ...place, cursor: undefined, beganRun: null, pass: null })
}
