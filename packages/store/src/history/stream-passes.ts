import { type Kysely, sql, type Transaction } from 'kysely'
import type { StreamCompletion } from '../stream-state.ts'
import type { Tables } from '../tables.ts'
import type { KnownAt } from './known-at.ts'

interface Mark {
  readonly source: string
  readonly stream: string
  readonly now: number
  readonly completedAt?: number | undefined
}

/** Keeps when a stream was first seen and when each of its passes was whole. */
export async function recordPass(
  db: Transaction<Tables>,
  { source, stream, now, completedAt }: Mark,
): Promise<void> {
  const first = sql`not exists (select 1 from stream_pass
    where source = ${source} and stream = ${stream})`
  await sql`insert into stream_pass (source, stream, known_from, completed_at)
    select cast(${source} as text), cast(${stream} as text), cast(${now} as bigint),
      cast(${completedAt ?? null} as bigint)
    where ${completedAt === undefined ? first : sql`1 = 1`}`.execute(db)
}

/** The streams that were known at an instant (or are now), each with the end of its last whole pass by then. */
export async function listCompletions(
  db: Kysely<Tables>,
  { asKnownAt }: KnownAt = {},
): Promise<readonly StreamCompletion[]> {
  let select = db
    .selectFrom('stream_pass')
    .select((row) => [
      'source',
      'stream',
      row.fn.max<number | null>('completed_at').as('completedAt'),
    ])
    .groupBy(['source', 'stream'])
    .orderBy('source')
    .orderBy('stream')
  if (asKnownAt !== undefined) select = select.where('known_from', '<=', asKnownAt)
  return select.execute()
}
