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
  const until = sql`known_from <= ${asKnownAt ?? Number.MAX_SAFE_INTEGER}`
  const { rows } = await sql<StreamCompletion>`select source, stream,
      (select completed_at from stream_pass as pass
        where pass.source = seen.source and pass.stream = seen.stream
          and completed_at is not null and ${until}
        order by known_from desc, completed_at desc limit 1) as "completedAt"
    from (select distinct source, stream from stream_pass where ${until}) as seen
    order by source, stream`.execute(db)
  return rows
}
