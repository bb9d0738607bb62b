import type { Kysely, Transaction } from 'kysely'
import { recordPass } from './history/stream-passes.ts'
import type { PassUnderWay, StreamState } from './stream-state.ts'
import type { Tables } from './tables.ts'

interface StreamKey {
  readonly source: string
  readonly stream: string
}

/** What a transaction changes about a stream; what is left out stays. */
interface Change {
  readonly cursor?: unknown
  readonly staged?: boolean | undefined
  /** Records more (or less) than before. */
  readonly added?: number
  readonly completedAt?: number
  readonly committedAt?: number
  /** The whole pass that is under way from here on, null = none; with `completedAt` the one that is complete. */
  readonly pass?: PassUnderWay | null
  /** The instant that the transaction's changes are dated with. */
  readonly now: number
}

/** Where a stream stands. */
interface Checkpoint {
  readonly cursor: unknown
  readonly staged: boolean
  readonly pass: PassUnderWay | null
}

export async function readCheckpoint(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
): Promise<Checkpoint | undefined> {
  const row = await db
    .selectFrom('checkpoint')
    .select(['cursor', 'staged', 'pass_started_at', 'pass_reach'])
    .where('source', '=', source)
    .where('stream', '=', stream)
    .executeTakeFirst()
  if (!row) return undefined
  const { cursor, staged, pass_started_at: startedAt, pass_reach: reach } = row
  const pass = startedAt === null || reach === null ? null : { startedAt, reach: JSON.parse(reach) }
  return { cursor: decodeCursor(cursor), staged: staged === 1, pass }
}

export async function writeCheckpoint(
  db: Transaction<Tables>,
  { source, stream, ...change }: StreamKey & Change,
): Promise<void> {
  const values = {
    cursor: 'cursor' in change ? encodeCursor(change.cursor) : undefined,
    staged: change.staged === undefined ? undefined : Number(change.staged),
    completed_at: change.completedAt,
    committed_at: change.committedAt,
    ...passColumns('completedAt' in change ? null : change.pass),
  }
  await db
    .insertInto('checkpoint')
    .values({ source, stream, ...values, staged: values.staged ?? 0, records: change.added ?? 0 })
    .onConflict((conflict) =>
      conflict.columns(['source', 'stream']).doUpdateSet((row) => ({
        ...values,
        records: row('checkpoint.records', '+', row.ref('excluded.records')),
      })),
    )
    .execute()
  const { now, completedAt, pass } = change
  await recordPass(db, { source, stream, now, completedAt, pass })
}

function passColumns(pass: Change['pass']) {
  if (pass === undefined) return {}
  if (pass === null) return { pass_started_at: null, pass_reach: null }
  return { pass_started_at: pass.startedAt, pass_reach: JSON.stringify(pass.reach) }
}

/** Every stream that ever committed, with its open refusals. */
export async function listStreams(db: Kysely<Tables>): Promise<readonly StreamState[]> {
  const rows = await db
    .selectFrom('checkpoint')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('quarantine')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('quarantine.source', '=', 'checkpoint.source')
        .whereRef('quarantine.stream', '=', 'checkpoint.stream')
        .where('quarantine.resolved_at', 'is', null)
        .as('quarantined'),
    )
    .orderBy('source')
    .orderBy('stream')
    .execute()
  return rows.map((row) => ({
    source: row.source,
    stream: row.stream,
    cursor: decodeCursor(row.cursor),
    records: row.records,
    quarantined: row.quarantined ?? 0,
    completedAt: row.completed_at,
    committedAt: row.committed_at,
  }))
}

function encodeCursor(cursor: unknown): string | null {
  return cursor === undefined ? null : JSON.stringify(cursor)
}

function decodeCursor(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text)
}
