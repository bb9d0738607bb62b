import { setTimeout } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'

type Clock = () => number

/** The date of the newest commit, epoch ms; 0 before any. */
export async function lastCommitAt(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('checkpoint')
    .select((one) => [
      one.fn.max<number | null>('committed_at').as('committed'),
      one.fn.max<number | null>('completed_at').as('completed'),
    ])
    .executeTakeFirst()
  return Math.max(row?.committed ?? 0, row?.completed ?? 0)
}

/** The date of a commit: the clock's, but never before an earlier commit's, so that history stays in order when a clock is set back. */
export async function commitInstant(db: Transaction<Tables>, now: Clock): Promise<number> {
  return Math.max(now(), await lastCommitAt(db))
}

/** Runs `work` while nobody else commits; what it dates with the instant it is given comes after every commit so far. */
export function whileWritersWait<T>(
  { writer, holdWriters }: Pick<Dialect, 'writer' | 'holdWriters'>,
  ...[now, work]: [Clock, (transaction: Transaction<Tables>, instant: number) => Promise<T>]
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
  return whileWritersWait(dialect, now, async (_, instant) => {
    if (now() <= instant) await setTimeout(1)
    return instant
  })
}
