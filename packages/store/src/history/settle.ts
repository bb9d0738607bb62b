import { isAhead } from '@cchc/domain'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Act } from '../audit-log/audit-event.ts'
import { logAct } from '../audit-log/audit-log.ts'
import type { Dialect } from '../dialect.ts'
import { refuseNewer } from '../schema/migrate.ts'
import type { Tables } from '../tables.ts'

type Clock = () => number

/** The date of the newest commit of a run, or of what a person entered or closed, epoch ms; 0 before any. */
export async function lastCommitAt(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ at: number | null }>`select max(at) as at from (
    select max(committed_at) as at from checkpoint
    union all select max(completed_at) from checkpoint
    union all ${newest('manual_figure', 'entered_at')}
    union all ${newest('entered_document', 'entered_at')}
    union all ${newest('gate_event', 'recorded_at')}
    union all ${newest('period_event', 'recorded_at')}) as dates`.execute(db)
  return rows[0]?.at ?? 0
}

/** Rows are only added, each dated after those before it. */
function newest(table: keyof Tables, column: string): RawBuilder<unknown> {
  const rows = sql`select ${sql.ref(column)} from ${sql.table(table)} order by id desc limit 1`
  return sql`select * from (${rows}) as ${sql.ref(`newest_${table}`)}`
}

/** The date of a commit: the clock's, but after every earlier commit's and every settled instant where the clock was set back. */
export async function commitInstant(db: Transaction<Tables>, now: Clock): Promise<number> {
  const last = await lastCommitAt(db)
  const settled = (await lastSettled(db))?.instant ?? 0
  const instant = now()
  return Math.max(instant < last ? last + 1 : instant, settled + 1, (await lastGoodAt(db)) + 1)
}

/** Where is written, and for whom; what is done for nobody is not logged. */
interface Written extends Pick<Dialect, 'writer' | 'holdWriters' | 'target'> {
  readonly act?: Act | undefined
}

/** Runs `work` while nobody else commits; what it dates with the instant it is given comes after every commit so far. */
export function whileWritersWait<T>(
  { writer, holdWriters, target, act }: Written,
  now: Clock,
  work: (transaction: Transaction<Tables>, instant: number) => Promise<T>,
): Promise<T> {
  return writer.transaction().execute(async (transaction) => {
    await holdWriters.execute(transaction)
    await refuseNewer(transaction, target)
    const at = await commitInstant(transaction, now)
    const done = await work(transaction, at)
    if (act) await logAct(transaction, act, { at })
    return done
  })
}

/**
 * An instant up to which nothing can be learnt any more: commits that are under way are waited for, and it is kept, so
 * that the next commit is dated later whatever the clock says then.
 */
export async function settle(
  dialect: Pick<Dialect, 'writer' | 'holdWriters' | 'target'>,
  now: Clock,
): Promise<number> {
  return whileWritersWait(dialect, now, async (transaction) => {
    const clock = now()
    const before = await lastSettled(transaction)
    const instant = Math.max(clock, await lastCommitAt(transaction), before?.instant ?? 0)
    if (instant === before?.instant) return instant
    const isOrdinary = !isAhead(instant, clock)
    if (before && isOrdinary && !isAhead(before.instant, before.clock)) {
      await transaction
        .deleteFrom('settled_instant')
        .where('instant', '=', before.instant)
        .execute()
    }
    await transaction.insertInto('settled_instant').values({ instant, clock }).execute()
    return instant
  })
}

/**
 * What the clock said when an instant was settled, where the instant lies far ahead of it: an earlier commit had been
 * dated by a clock that was fast. Null otherwise; the answer for a settled instant never changes.
 */
export async function clockBehind(db: Kysely<Tables>, instant: number): Promise<number | null> {
  const row = await db
    .selectFrom('settled_instant')
    .select('clock')
    .where('instant', '>=', instant)
    .orderBy('instant')
    .limit(1)
    .executeTakeFirst()
  return row && isAhead(instant, row.clock) ? row.clock : null
}

/** What a source that is held shows must not change with the next commit. */
async function lastGoodAt(db: Transaction<Tables>): Promise<number> {
  const { at } = await db
    .selectFrom('gate')
    .select((row) => row.fn.max<number | null>('good_at').as('at'))
    .executeTakeFirstOrThrow()
  return at ?? 0
}

function lastSettled(db: Transaction<Tables>) {
  const newestFirst = db.selectFrom('settled_instant').selectAll().orderBy('instant', 'desc')
  return newestFirst.limit(1).executeTakeFirst()
}
