import { type Kysely, sql, type Transaction } from 'kysely'
import type { PassUnderWay, StreamCompletion, StreamCoverage } from '../stream-state.ts'
import type { StreamPassTable, Tables } from '../tables.ts'
import type { KnownAt } from './known-at.ts'

interface Mark {
  readonly source: string
  readonly stream: string
  readonly now: number
  readonly completedAt?: number | undefined
  readonly pass?: PassUnderWay | null | undefined
}

type LastPass = Omit<StreamPassTable, 'known_from'>

/** Keeps when a stream was first seen and when each of its passes was whole. */
export async function recordPass(
  db: Transaction<Tables>,
  { source, stream, now, completedAt, pass }: Mark,
): Promise<void> {
  const first = sql`not exists (select 1 from stream_pass
    where source = ${source} and stream = ${stream})`
  await sql`insert into stream_pass (source, stream, known_from, completed_at, started_at, reach)
    select cast(${source} as text), cast(${stream} as text), cast(${now} as bigint),
      cast(${completedAt ?? null} as bigint), cast(${pass?.startedAt ?? null} as bigint),
      cast(${pass ? JSON.stringify(pass.reach) : null} as text)
    where ${completedAt === undefined ? first : sql`1 = 1`}`.execute(db)
}

/** The streams that were known at an instant (or are now), each with its last whole pass by then. */
export async function listCompletions(
  db: Kysely<Tables>,
  { asKnownAt }: KnownAt = {},
): Promise<readonly StreamCompletion[]> {
  const until = sql`known_from <= ${asKnownAt ?? Number.MAX_SAFE_INTEGER}`
  const { rows } = await sql<LastPass>`select seen.source, seen.stream, pass.completed_at,
      pass.started_at, pass.reach
    from (select distinct source, stream from stream_pass where ${until}) as seen
    left join (select stream_pass.*, row_number() over (partition by source, stream
        order by known_from desc, completed_at desc, coalesce(started_at, 0) desc) as place
      from stream_pass where completed_at is not null and ${until}) as pass
      on pass.source = seen.source and pass.stream = seen.stream and pass.place = 1
    order by seen.source, seen.stream`.execute(db)
  return rows.map(({ source, stream, completed_at: completedAt, started_at: to, reach }) => {
    const covered = reach === null || to === null ? null : { ...JSON.parse(reach), to }
    return { source, stream, completedAt, covered }
  })
}

/** The coverage of one stream now; null = it was never read whole. */
export async function coverageOf(
  db: Kysely<Tables>,
  { source, stream }: Pick<Mark, 'source' | 'stream'>,
): Promise<StreamCoverage | null> {
  const all = await listCompletions(db)
  return all.find((one) => one.source === source && one.stream === stream)?.covered ?? null
}
