import type { Message } from '@cchc/domain'
import { RunConflict, say } from '@cchc/domain'
import type { Transaction } from 'kysely'
import { commitBatch, isChange } from '../commit-batch.ts'
import { judgeSource } from '../gate/keep-gate.ts'
import { commitInstant } from '../history/settle.ts'
import type { Batch, RunCounts } from '../run.ts'
import type { Place, RunContext } from '../run-context.ts'
import { addCounts, keepShapeOf, tellOnce } from '../run-row.ts'
import type { SavedPosition } from '../saved-position.ts'
import { refuseNewer } from '../schema/migrate.ts'
import { withStoreErrors } from '../store-failure.ts'
import { readShape } from '../stream-shapes.ts'
import type { KeptShape } from '../stream-state.ts'
import type { Tables } from '../tables.ts'
import { changePart, type HeldPart, renewPart, requireRun } from './held-part.ts'
import type { PartWriter } from './part.ts'
import type { PartDays, PartFailure, PartTold } from './split.ts'
import { readParts, sumOf, tellParts } from './splits.ts'

/** What a part is read with. */
export interface PartContext extends Omit<RunContext, 'rules'> {
  readonly held: HeldPart
  readonly days: PartDays
  readonly position: SavedPosition | undefined
  readonly told: PartTold
  readonly requests: number
  readonly atOnce: number
}

/**
 * Every method that writes is one transaction that locks the lease of the source, so that the commits of a run come one after
 * another whoever makes them, and renews the part's own.
 */
export class StorePartWriter implements PartWriter {
  readonly runId: string
  readonly stream: string
  readonly #context: PartContext

  constructor(context: PartContext) {
    this.#context = context
    this.runId = String(context.runId)
    this.stream = context.held.stream
  }

  get days(): PartDays {
    return this.#context.days
  }

  get position(): SavedPosition | undefined {
    return this.#context.position
  }

  get requests(): number {
    return this.#context.requests
  }

  get atOnce(): number {
    return this.#context.atOnce
  }

  async commit(batch: Batch): Promise<RunCounts> {
    return this.#transact(async (transaction, place) => {
      const { dialect, now, startedAt: since, gate: limits, held } = this.#context
      const target = { transaction, place, dialect, clock: now(), since, isPart: true }
      // What the stream waits for changes with the commits of others.
      const { counts, told } = await commitBatch(batch, target, undefined)
      for (const message of told)
        await tellOnce(transaction, { ...place, among: 'warnings' }, message)
      const changed = batch.content.entity === 'dossier' ? 'dossiers' : 'records'
      if (limits && isChange(batch, counts))
        await judgeSource({ transaction, place, limits, clock: now(), changed })
      const cursor = batch.cursor === undefined ? null : JSON.stringify(batch.cursor)
      await changePart(transaction, held, { cursor, cursor_version: batch.cursorVersion ?? 1 })
      return addCounts(transaction, place, counts)
    })
  }

  async heartbeat(): Promise<void> {
    const { dialect, held } = this.#context
    await withStoreErrors(dialect.explain, () =>
      dialect.writer.transaction().execute(async (transaction) => {
        await renewPart(transaction, { held, clock: dialect.clock })
        const { failures } = await readParts(transaction, held, dialect.clock)
        if (failures.length > 0) throw stopping(held)
      }),
    )
  }

  shape(): Promise<KeptShape | undefined> {
    return this.#transact((transaction, place) => readShape(transaction, place))
  }

  async learnShape(learn: Parameters<PartWriter['learnShape']>[0]): Promise<void> {
    await this.#transact(async (transaction, place) => {
      const { drift = [], ...kept } = learn(await readShape(transaction, place))
      await keepShapeOf(transaction, place, { ...kept, drift, at: this.#context.now() })
    })
  }

  async note(message: Message): Promise<void> {
    await this.#transact((transaction, place) =>
      tellOnce(transaction, { ...place, among: 'notes' }, message),
    )
  }

  async warn(message: Message): Promise<void> {
    await this.#transact((transaction, place) =>
      tellOnce(transaction, { ...place, among: 'warnings' }, message),
    )
  }

  async end(told: PartTold): Promise<void> {
    await this.#leave('done', told)
  }

  async release(told: PartTold, failure?: PartFailure): Promise<void> {
    await this.#leave(failure ? 'failed' : 'open', told, failure)
  }

  async #leave(
    state: 'done' | 'open' | 'failed',
    told: PartTold,
    failure?: PartFailure,
  ): Promise<void> {
    const { held, told: before } = this.#context
    await this.#transact(async (transaction, place) => {
      await changePart(transaction, held, {
        ...{ state, owner: '', expires_at: 0, told: JSON.stringify(sumOf(before, told)) },
        failure: failure ? JSON.stringify(failure) : null,
      })
      await tellParts(transaction, place)
    })
  }

  async #transact<T>(
    work: (transaction: Transaction<Tables>, place: Place) => Promise<T>,
  ): Promise<T> {
    const { dialect, source, runId, held, now } = this.#context
    return withStoreErrors(dialect.explain, () =>
      dialect.writer.transaction().execute(async (transaction) => {
        await refuseNewer(transaction, dialect.target)
        await requireRun(transaction, held)
        await renewPart(transaction, { held, clock: dialect.clock })
        const instant = await commitInstant(transaction, now)
        return work(transaction, { source, stream: held.stream, runId, now: instant })
      }),
    )
  }
}

function stopping({ runId }: HeldPart): RunConflict {
  return new RunConflict(say('Run {run} stops: another part of it failed.', { run: runId }), {
    fix: say('Nothing is to be done: the next run goes on with what is left.'),
  })
}
