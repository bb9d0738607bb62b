import { NotFoundError, say } from '@cchc/domain'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Run, RunCounts, RunListQuery, RunRequest, RunStatus } from './run.ts'
import { sumCounts } from './run-counts.ts'
import type { Slice } from './slice.ts'
import { pageBounds, parseId, toSlice } from './slice.ts'
import type { RunTable, Tables } from './tables.ts'

/** Marks what a dead process left running; called with the source's lease locked. */
export async function abandonRuns(
  transaction: Transaction<Tables>,
  { source, now }: { readonly source: string; readonly now: number },
): Promise<void> {
  await transaction
    .updateTable('run')
    .set({ status: 'abandoned', finished_at: now })
    .where('source', '=', source)
    .where('status', '=', 'running')
    .execute()
}

/** Marks what was running when the backup was made that this database was restored from: nobody goes on with it here. */
export async function endRunsOfBackup(
  transaction: Transaction<Tables>,
  madeAt: number,
): Promise<void> {
  const error: Run['error'] = {
    code: 'run_interrupted',
    message: say('The backup was made while this run went on; what it read later is not in it.'),
    fix: say('The next sync goes on from where this run stood then.'),
  }
  await transaction
    .updateTable('run')
    .set({
      status: 'interrupted',
      finished_at: sql`case when started_at > ${madeAt} then started_at else ${madeAt} end`,
      error: JSON.stringify(error),
    })
    .where('status', '=', 'running')
    .execute()
}

export async function insertRun(
  transaction: Transaction<Tables>,
  request: RunRequest & { readonly now: number },
): Promise<number> {
  const { id } = await transaction
    .insertInto('run')
    .values({
      source: request.source,
      connector: request.connector,
      connector_version: request.connectorVersion,
      trigger_kind: request.trigger,
      status: 'running',
      started_at: request.now,
      streams: '{}',
      warnings: '[]',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Newest first. */
export async function listRuns(db: Kysely<Tables>, query: RunListQuery): Promise<Slice<Run>> {
  const { before, limit } = pageBounds(query)
  let select = db.selectFrom('run').selectAll().where('id', '<', before)
  if (query.source !== undefined) select = select.where('source', '=', query.source)
  const rows = await select
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toSlice(rows, { limit, decode: decodeRun })
}

export async function getRun(db: Kysely<Tables>, id: string): Promise<Run> {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('id', '=', parseId(id) ?? 0)
    .executeTakeFirst()
  if (row) return decodeRun(row)
  throw new NotFoundError(say('There is no run {run}.', { run: id }), {
    fix: say('List the runs to see their ids.'),
  })
}

function decodeRun(row: Selectable<RunTable>): Run {
  const kept = JSON.parse(row.streams) as Record<string, Partial<RunCounts>>
  const streams = Object.fromEntries(
    Object.entries(kept).map(([stream, counts]) => [stream, sumCounts(counts)]),
  )
  return {
    id: String(row.id),
    source: row.source,
    connector: row.connector,
    connectorVersion: row.connector_version,
    trigger: row.trigger_kind as Run['trigger'],
    status: row.status as RunStatus,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    counts: sumCounts(...Object.values(streams)),
    streams,
    error: row.error === null ? null : (JSON.parse(row.error) as Run['error']),
    notes: JSON.parse(row.notes) as Run['notes'],
    warnings: JSON.parse(row.warnings) as Run['warnings'],
    failures: JSON.parse(row.failures) as Run['failures'],
    drift: JSON.parse(row.drift) as Run['drift'],
    parts: JSON.parse(row.parts) as Run['parts'],
  }
}
