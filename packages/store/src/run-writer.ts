import { isAppError, type Message, SnapshotSuspicious, say } from '@cchc/domain'
import type { Transaction, Updateable } from 'kysely'
import { clearStaged, countRecords, mergeStaged, stage } from './catalogue.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoints.ts'
import { commitDossiers } from './commit-dossiers.ts'
import type { Dialect } from './dialect.ts'
import { commitInstant } from './history/settle.ts'
import { keyText } from './key-text.ts'
import { releaseLease, renewLease } from './lease.ts'
import { plainText } from './plain-text.ts'
import { keepRefusals, listOpenKeys, resolveKeys } from './quarantine.ts'
import type { Batch, Run, RunCounts, RunStatus, RunWriter } from './run.ts'
import { sumCounts } from './run-counts.ts'
import { getRun } from './runs.ts'
import { withStoreErrors } from './store-failure.ts'
import type { RunTable, Tables } from './tables.ts'

/** When a snapshot is too small to be believed. */
export interface SnapshotRules {
  /** The least share of the current records that a new snapshot must hold; 0.5 unless configured. */
  readonly minimumShare: number
}

export interface RunContext {
  readonly dialect: Dialect
  readonly source: string
  readonly runId: number
  readonly now: () => number
  readonly rules: SnapshotRules
}

/** Warnings say what kind of thing happened; a thousand of one kind help nobody. */
const MAXIMUM_WARNINGS = 100

/** Every method is one transaction that begins by renewing the lease, so that a run that lost it cannot write. */
export class StoreRunWriter implements RunWriter {
  readonly runId: string
  readonly #context: RunContext
  readonly #streams: Record<string, RunCounts> = {}
  /** As JSON: a warning is told once. */
  readonly #warnings = new Set<string>()
  /** Refused keys that wait for a valid version, by stream; read once, so that looking for them costs nothing. */
  readonly #openKeys = new Map<string, Set<string>>()

  constructor(context: RunContext) {
    this.#context = context
    this.runId = String(context.runId)
  }

  async cursor(stream: string): Promise<unknown> {
    return this.#transact(
      stream,
      async ({ transaction, place }) => (await readCheckpoint(transaction, place))?.cursor,
    )
  }

  async commit(batch: Batch): Promise<RunCounts> {
    const { stream, content, cursor, refusals } = batch
    const keys = keysOf(content)
    return this.#transact(stream, async ({ transaction, place, afterCommit }) => {
      const outcome = await storeContent(batch, {
        transaction,
        place,
        context: this.#context,
      })
      await keepRefusals(transaction, { refusals, place })
      const open = await this.#resolve(transaction, { keys, refusals, place })
      await writeCheckpoint(transaction, {
        ...place,
        cursor,
        committedAt: place.now,
        added: outcome.new ?? 0,
        staged: content.entity === 'dossier' ? undefined : content.mode === 'staged',
      })
      afterCommit(() => this.#openKeys.set(stream, open))
      return this.#addCounts(
        { transaction, place, afterCommit },
        {
          pages: batch.pages,
          fetched: keys.length + refusals.length,
          refused: refusals.length,
          ...batch.traffic,
          ...outcome,
        },
      )
    })
  }

  async completePass(
    stream: string,
    { cursor, acceptShrink }: { readonly cursor: unknown; readonly acceptShrink: boolean },
  ): Promise<RunCounts> {
    const suspicion = await this.#transact(stream, async (work) => {
      const { transaction, place } = work
      const checkpoint = await readCheckpoint(transaction, place)
      const finding =
        checkpoint?.staged && !acceptShrink ? await this.#suspect(transaction, place) : undefined
      if (finding) {
        await forget(transaction, place)
        return finding
      }
      const merged = checkpoint?.staged
        ? await mergeStaged(transaction, {
            ...place,
            dialect: this.#context.dialect,
            removeOthers: true,
          })
        : { new: 0, changed: 0, unchanged: 0, removed: 0 }
      await writeCheckpoint(transaction, {
        ...place,
        cursor,
        committedAt: place.now,
        completedAt: this.#context.now(),
        added: merged.new - merged.removed,
      })
      return this.#addCounts(work, merged)
    })
    if (isAppError(suspicion)) throw suspicion
    return suspicion
  }

  async reset(stream: string): Promise<void> {
    await this.#transact(stream, ({ transaction, place }) => forget(transaction, place))
  }

  async heartbeat(): Promise<void> {
    await this.#transact('', async () => {})
  }

  async warn(message: Message): Promise<void> {
    const warning = JSON.stringify(message)
    if (this.#warnings.has(warning) || this.#warnings.size >= MAXIMUM_WARNINGS) return
    this.#warnings.add(warning)
    const warnings = `[${[...this.#warnings].join()}]`
    await this.#transact('', ({ transaction }) => this.#updateRun(transaction, { warnings }))
  }

  async finish(outcome: {
    readonly status: RunStatus
    readonly error: Run['error']
  }): Promise<Run> {
    return this.#transact('', async ({ transaction, place }) => {
      await this.#updateRun(transaction, {
        status: outcome.status,
        finished_at: this.#context.now(),
        error: outcome.error && JSON.stringify(outcome.error),
      })
      await releaseLease(transaction, place.runId)
      return getRun(transaction, this.runId)
    })
  }

  /** What `afterCommit` was given runs only when the transaction is in the database for good. */
  async #transact<T>(stream: string, work: (work: Work) => Promise<T>): Promise<T> {
    const { dialect, source, runId, now } = this.#context
    const effects: (() => void)[] = []
    const result = await withStoreErrors(dialect.explain, () =>
      dialect.writer.transaction().execute(async (transaction) => {
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

  /** Marks refused records whose valid version is in this batch; returns the keys that are still open. */
  async #resolve(
    transaction: Transaction<Tables>,
    { keys, refusals, place }: Pick<Batch, 'refusals'> & { keys: readonly string[]; place: Place },
  ): Promise<Set<string>> {
    const known = this.#openKeys.get(place.stream) ?? (await listOpenKeys(transaction, place))
    const refused = refusals.flatMap(({ key }) => (key === null ? [] : keyText(key)))
    const open = new Set([...known, ...refused])
    const resolved = open.size === 0 ? [] : keys.filter((key) => open.delete(key))
    await resolveKeys(transaction, { keys: resolved, place })
    return open
  }

  async #suspect(
    transaction: Transaction<Tables>,
    place: Place,
  ): Promise<SnapshotSuspicious | undefined> {
    const { current, staged } = await countRecords(transaction, place)
    if (current === 0) return undefined
    if (staged > 0 && staged >= current * this.#context.rules.minimumShare) return undefined
    const { stream, source } = place
    return new SnapshotSuspicious(
      say(
        'Stream {stream} of source {source} brought {count} records where {stored} are stored; the stored ones stay.',
        { stream, source, count: staged, stored: current },
      ),
      {
        fix: say(
          'Check the portal. If the records are really gone there, sync again and accept the shrinkage.',
        ),
      },
    )
  }

  async #addCounts({ transaction, place, afterCommit }: Work, counts: Partial<RunCounts>) {
    const total = sumCounts(this.#streams[place.stream] ?? {}, counts)
    const streams = { ...this.#streams, [place.stream]: total }
    await this.#updateRun(transaction, { streams: JSON.stringify(streams) })
    afterCommit(() => {
      this.#streams[place.stream] = total
    })
    return total
  }

  async #updateRun(transaction: Transaction<Tables>, change: Updateable<RunTable>): Promise<void> {
    await transaction.updateTable('run').set(change).where('id', '=', this.#context.runId).execute()
  }
}

interface Place {
  readonly source: string
  readonly stream: string
  readonly runId: number
  readonly now: number
}

interface Work {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  readonly afterCommit: (effect: () => void) => void
}

function keysOf(content: Batch['content']): readonly string[] {
  return content.entity === 'dossier'
    ? content.records.map(({ code }) => code)
    : content.records.map(({ key }) => plainText(key))
}

async function storeContent(
  { content }: Batch,
  { transaction, place, context }: Omit<Work, 'afterCommit'> & { readonly context: RunContext },
): Promise<Partial<RunCounts>> {
  const { dialect, now } = context
  if (content.entity === 'dossier') {
    const { records } = content
    return commitDossiers(dialect.bulk(transaction), { records, origin: place, clock: now() })
  }
  if (content.mode === 'upsert') await clearStaged(transaction, place)
  await stage(transaction, { ...place, entity: content.entity, records: content.records })
  return content.mode === 'upsert'
    ? mergeStaged(transaction, { ...place, dialect, removeOthers: false })
    : {}
}

async function forget(transaction: Transaction<Tables>, place: Place): Promise<void> {
  await clearStaged(transaction, place)
  await writeCheckpoint(transaction, { ...place, cursor: undefined })
}
