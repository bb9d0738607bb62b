import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import type { Dialect } from './dialect.ts'
import { recordsOf } from './history/records-known-at.ts'
import { inChunks } from './in-chunks.ts'
import { plainText } from './plain-text.ts'
import type { CatalogueRecord, RecordQuery, StoredRecord } from './stored-record.ts'
import type { Tables } from './tables.ts'

interface StreamKey {
  readonly source: string
  readonly stream: string
}

interface MergeOptions extends StreamKey {
  readonly runId: number
  readonly now: number
  readonly dialect: Pick<Dialect, 'joinByKey'>
  /** Whether records that are not staged are gone. */
  readonly removeOthers: boolean
}

export async function clearStaged(db: Transaction<Tables>, key: StreamKey): Promise<void> {
  await db
    .deleteFrom('staged_record')
    .where('source', '=', key.source)
    .where('stream', '=', key.stream)
    .execute()
}

/** Keeps records aside; of one key the last one counts. */
export async function stage(
  db: Transaction<Tables>,
  options: StreamKey & { readonly entity: string; readonly records: readonly CatalogueRecord[] },
): Promise<void> {
  const { source, stream, entity } = options
  const values = new Map(
    options.records.map(({ key, value }) => [plainText(key), canonicalJson(value)]),
  )
  for (const chunk of inChunks([...values])) {
    await db
      .insertInto('staged_record')
      .values(chunk.map(([key, value]) => ({ source, stream, key, entity, value })))
      .onConflict((conflict) =>
        conflict.columns(['source', 'stream', 'key']).doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          entity: row.ref('excluded.entity'),
        })),
      )
      .execute()
  }
}

/** What is staged for a key that came in a refused record: it has no value, and says that the record is present. */
const PRESENT = ''

/** Keeps that records came which were refused, so that they are not taken for removed ones. */
export async function stagePresent(
  db: Transaction<Tables>,
  { source, stream, keys }: StreamKey & { readonly keys: readonly string[] },
): Promise<void> {
  for (const chunk of inChunks(keys)) {
    await db
      .insertInto('staged_record')
      .values(chunk.map((key) => ({ source, stream, key, entity: '', value: PRESENT })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** How many records a stream has now, how many came to replace them, and how many of these were refused. */
export async function countRecords(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
): Promise<{ readonly current: number; readonly staged: number; readonly refused: number }> {
  const count = (table: 'record' | 'staged_record') =>
    db
      .selectFrom(table)
      .select((row) => row.fn.countAll<number>().as('records'))
      .where('source', '=', source)
      .where('stream', '=', stream)
  const present = count('staged_record').where('value', '=', PRESENT)
  const [current, staged, refused] = [
    await count('record').executeTakeFirstOrThrow(),
    await count('staged_record').executeTakeFirstOrThrow(),
    await present.executeTakeFirstOrThrow(),
  ]
  return { current: current.records, staged: staged.records, refused: refused.records }
}

/**
 * Moves what is staged into the current records, by the database alone, so that memory does not grow with a pass.
 * Superseded and removed states go to the history.
 */
export async function mergeStaged(
  db: Transaction<Tables>,
  options: MergeOptions,
): Promise<{ new: number; changed: number; unchanged: number; removed: number }> {
  const { staged, refused } = await countRecords(db, options)
  await options.dialect.joinByKey.execute(db)
  const changed = await replaceChanged(db, options)
  const removed = options.removeOthers ? await removeMissing(db, options) : 0
  const added = await insertMissing(db, options)
  await clearStaged(db, options)
  return { new: added, changed, removed, unchanged: staged - refused - added - changed }
}

/** How many stored records a pass did not bring, neither valid nor refused. */
export async function countAbsent(
  db: Transaction<Tables>,
  { source, stream }: StreamKey,
): Promise<number> {
  const { rows } = await sql<{ absent: number }>`select count(*) as absent from record as r
    where r.source = ${source} and r.stream = ${stream}
      and not exists (select 1 from staged_record as s where ${sameKey})`.execute(db)
  return Number(rows[0]?.absent)
}

/** Begins with what is staged: a page must not read all records of its stream. */
async function replaceChanged(db: Transaction<Tables>, options: MergeOptions): Promise<number> {
  const changed = sql`staged_record as s cross join record as r
    where s.source = ${options.source} and s.stream = ${options.stream}
      and ${sameKey} and s.value <> r.value and s.value <> ${PRESENT}`
  await archive(db, { ...options, from: changed })
  return run(
    db,
    sql`update record set value = changed.value, entity = changed.entity,
      run_id = ${options.runId}, known_from = ${options.now}
    from (select s.key, s.value, s.entity from ${changed}) as changed
    where record.source = ${options.source} and record.stream = ${options.stream}
      and record.key = changed.key`,
  )
}

/** Removes records by their keys, from what is staged too; their states stay in the history. */
export async function removeRecords(
  db: Transaction<Tables>,
  {
    keys,
    ...place
  }: StreamKey & {
    readonly keys: readonly string[]
    readonly runId: number
    readonly now: number
  },
): Promise<number> {
  let removed = 0
  for (const chunk of inChunks(keys)) {
    const named = sql`source = ${place.source} and stream = ${place.stream} and key in (${sql.join(chunk)})`
    await archive(db, { ...place, from: sql`record as r where ${named}` })
    removed += await run(db, sql`delete from record where ${named}`)
    await run(db, sql`delete from staged_record where ${named}`)
  }
  return removed
}

async function removeMissing(db: Transaction<Tables>, options: MergeOptions): Promise<number> {
  await archive(db, {
    ...options,
    from: sql`record as r where r.source = ${options.source} and r.stream = ${options.stream}
      and not exists (select 1 from staged_record as s where ${sameKey})`,
  })
  return run(
    db,
    sql`delete from record where source = ${options.source} and stream = ${options.stream}
      and not exists (select 1 from staged_record as s where s.source = record.source
        and s.stream = record.stream and s.key = record.key)`,
  )
}

async function insertMissing(db: Transaction<Tables>, options: MergeOptions): Promise<number> {
  return run(
    db,
    sql`insert into record (source, stream, key, entity, value, run_id, known_from)
    select source, stream, key, entity, value,
      cast(${options.runId} as integer), cast(${options.now} as bigint)
    from staged_record
    where source = ${options.source} and stream = ${options.stream} and value <> ${PRESENT}
    on conflict (source, stream, key) do nothing`,
  )
}

const sameKey = sql`s.source = r.source and s.stream = r.stream and s.key = r.key`

async function archive(
  db: Transaction<Tables>,
  options: Pick<MergeOptions, 'now'> & { readonly from: RawBuilder<unknown> },
): Promise<void> {
  await run(
    db,
    sql`insert into record_version (source, stream, key, entity, value, run_id, known_from, known_to)
    select r.source, r.stream, r.key, r.entity, r.value, r.run_id, r.known_from,
      cast(${options.now} as bigint)
    from ${options.from}`,
  )
}

async function run(db: Transaction<Tables>, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export async function listRecords<T>(
  { reader, fieldOfValue }: Pick<Dialect, 'reader' | 'fieldOfValue'>,
  query: RecordQuery & { readonly entity: string },
): Promise<readonly StoredRecord<T>[]> {
  let select = recordsOf(reader, query.asKnownAt).where('entity', '=', query.entity)
  if (query.sources?.length) select = select.where('source', 'in', query.sources)
  for (const [name, text] of Object.entries(query.where ?? {})) {
    select =
      text === null
        ? select.where(fieldOfValue(name), 'is', null)
        : select.where(fieldOfValue(name), 'in', typeof text === 'string' ? [text] : text)
  }
  if (query.within) {
    const { from, to } = query.within
    select = select.where(fieldOfValue('from'), '>=', from).where(fieldOfValue('to'), '<=', to)
  }
  const rows = await select.orderBy('source').orderBy('stream').orderBy('key').execute()
  return rows.map((row) => ({
    source: row.source,
    stream: row.stream,
    entity: row.entity,
    key: row.key,
    value: JSON.parse(row.value) as T,
    runId: String(row.run_id),
    knownFrom: row.known_from,
  }))
}
