import type { Kysely, Selectable, Transaction } from 'kysely'
import type { KeptShape, LastDrift, StreamShapeOf } from './stream-state.ts'
import type { Tables } from './tables.ts'

interface StreamKey {
  readonly source: string
  readonly stream: string
}

/** What the records of a stream look like; undefined where none was looked at. */
export async function readShape(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
): Promise<KeptShape | undefined> {
  const row = await db
    .selectFrom('stream_shape')
    .selectAll()
    .where('source', '=', source)
    .where('stream', '=', stream)
    .executeTakeFirst()
  return row && decodeShape(row)
}

export async function writeShape(
  db: Transaction<Tables>,
  { source, stream }: StreamKey,
  { shape, open, last }: KeptShape & { readonly last: LastDrift | null },
): Promise<void> {
  const kept = { shape: JSON.stringify(shape), open_drift: JSON.stringify(open) }
  const values = { ...kept, ...(last && { last_drift: JSON.stringify(last) }) }
  await db
    .insertInto('stream_shape')
    .values({ source, stream, ...values })
    .onConflict((conflict) => conflict.columns(['source', 'stream']).doUpdateSet(values))
    .execute()
}

/** Of every stream whose records were looked at. */
export async function listShapes(db: Kysely<Tables>): Promise<readonly StreamShapeOf[]> {
  const rows = await db
    .selectFrom('stream_shape')
    .selectAll()
    .orderBy('source')
    .orderBy('stream')
    .execute()
  return rows.map((row) => ({
    source: row.source,
    stream: row.stream,
    ...decodeShape(row),
    last: row.last_drift === null ? null : JSON.parse(row.last_drift),
  }))
}

function decodeShape(row: Selectable<Tables['stream_shape']>): KeptShape {
  return { shape: JSON.parse(row.shape), open: JSON.parse(row.open_drift) }
}
