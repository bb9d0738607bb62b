import { setTimeout } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'

type Clock = () => number

/** A clock that stands still, as in tests, is not waited for. */
const LONGEST_WAIT_MS = 5

/** The date of the newest commit of a run, or of what a person entered or closed, epoch ms; 0 before any. */
export async function lastCommitAt(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ at: number | null }>`select max(at) as at from (
    select max(committed_at) as at from checkpoint
    union all select max(completed_at) from checkpoint
    union all ${newest('manual_figure', 'entered_at')}
    union all ${newest('entered_document', 'entered_at')}
    union all ${newest('period_event', 'recorded_at')}) as dates`.execute(db)
  return rows[0]?.at ?? 0
}

/** Rows are only added, each dated after those before it. */
function newest(table: keyof Tables, column: string): RawBuilder<unknown> {
  const rows = sql`select ${sql.ref(column)} from ${sql.table(table)} order by id desc limit 1`
  return sql`select * from (${rows}) as ${sql.ref(`newest_${table}`)}`
}

/** The date of a commit: the clock's, but after every earlier commit's where the clock was set back. */
export async function commitInstant(db: Transaction<Tables>, now: Clock): Promise<number> {
  const last = await lastCommitAt(db)
  const instant = now()
  return instant < last ? last + 1 : instant
}

/** Runs `work` while nobody else commits; what it dates with the instant it is given comes after every commit so far. */
export function whileWritersWait<T>(
  { writer, holdWriters }: Pick<Dialect, 'writer' | 'holdWriters'>,
  now: Clock,
  work: (transaction: Transaction<Tables>, instant: number) => Promise<T>,
): Promise<T> {
  return writer.transaction().execute(async (transaction) => {
    await holdWriters.execute(transaction)
    return work(transaction, await commitInstant(transaction, now))
  })
}

/**
 * An instant up to which nothing can be learnt any more: commits that are under way are waited for, and the
 * millisecond is over, so that the next commit is dated later.
 */
export async function settle(
  dialect: Pick<Dialect, 'writer' | 'holdWriters'>,
  now: Clock,
): Promise<number> {
  return whileWritersWait(dialect, now, async (transaction) => {
    const last = await lastCommitAt(transaction)
    const instant = now()
    if (instant < last) return last
    for (let turn = 0; turn < LONGEST_WAIT_MS && now() <= instant; turn += 1) await setTimeout(1)
    return instant
  })
}
