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
  /** Of the cursor; 1 unless told. */
  readonly cursorVersion?: number | undefined
  readonly staged?: boolean | undefined
  /** Records more (or less) than before. */
  readonly added?: number
  readonly completedAt?: number
  readonly committedAt?: number
  /** The whole pass that is under way from here on, null = none; with `completedAt` the one that is complete. */
  readonly pass?: PassUnderWay | null
  /** The run that a pass began in, unless it began before; null = none is under way. */
  readonly beganRun?: number | null
  /** Refused records without a readable key that are to be added. */
  readonly unreadable?: number
  /** The most that a whole pass held. */
  readonly largest?: number | undefined
  /** The instant that the transaction's changes are dated with. */
  readonly now: number
}

/** Where a stream stands, as its next commit has to know it. */
export interface Checkpoint {
  readonly cursor: unknown
  readonly cursorVersion: number
  readonly staged: boolean
  readonly pass: PassUnderWay | null
  readonly records: number
  readonly largest: number | null
  readonly beganRun: number | null
  readonly unreadable: number
}

const NOTHING: Checkpoint = {
  cursor: undefined,
  cursorVersion: 1,
  staged: false,
  pass: null,
  records: 0,
  largest: null,
  beganRun: null,
  unreadable: 0,
}

export async function readCheckpoint(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
): Promise<Checkpoint> {
  const row = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('source', '=', source)
    .where('stream', '=', stream)
    .executeTakeFirst()
  if (!row) return NOTHING
  const { pass_started_at: startedAt, pass_reach: reach } = row
  return {
    cursor: decodeCursor(row.cursor),
    cursorVersion: row.cursor_version,
    staged: row.staged === 1,
    pass: startedAt === null || reach === null ? null : { startedAt, reach: JSON.parse(reach) },
    records: row.records,
    largest: row.largest_pass,
    beganRun: row.began_run,
    unreadable: row.unreadable,
  }
}

export async function writeCheckpoint(
  db: Transaction<Tables>,
  { source, stream, ...change }: StreamKey & Change,
): Promise<void> {
  const values = {
    ...('cursor' in change && {
      cursor: encodeCursor(change.cursor),
      cursor_version: change.cursorVersion ?? 1,
    }),
    staged: change.staged === undefined ? undefined : Number(change.staged),
    completed_at: change.completedAt,
    committed_at: change.committedAt,
    ...passColumns('completedAt' in change ? null : change.pass),
    largest_pass: change.largest,
  }
  const { beganRun, unreadable = 0 } = change
  await db
    .insertInto('checkpoint')
    .values({
      source,
      stream,
      ...values,
      staged: values.staged ?? 0,
      records: change.added ?? 0,
      began_run: beganRun ?? null,
      unreadable,
    })
    .onConflict((conflict) =>
      conflict.columns(['source', 'stream']).doUpdateSet((row) => ({
        ...values,
        records: row('checkpoint.records', '+', row.ref('excluded.records')),
        began_run:
          beganRun === null
            ? null
            : row.fn.coalesce('checkpoint.began_run', row.ref('excluded.began_run')),
        unreadable:
          beganRun === null ? 0 : row('checkpoint.unreadable', '+', row.ref('excluded.unreadable')),
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
        .where('quarantine.dismissed_at', 'is', null)
        .as('quarantined'),
    )
    .select((row) =>
      row
        .selectFrom('missing_dossier')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('missing_dossier.source', '=', 'checkpoint.source')
        .whereRef('missing_dossier.stream', '=', 'checkpoint.stream')
        .as('missing'),
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
    missing: row.missing ?? 0,
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
