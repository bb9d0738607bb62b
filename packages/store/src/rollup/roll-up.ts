import { COUNTING_RULES } from '@cchc/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { settle } from '../history/settle.ts'
import type { Tables } from '../tables.ts'
import { EventSums } from './event-sums.ts'
import { learntBetween, stepAfter } from './learnt-between.ts'
import { ROLLUP_RULES } from './rollup-rules.ts'
import { subjectIds } from './subject-ids.ts'
import { addedSums, placedBy } from './sum-rows.ts'

/** States that one transaction adds, so that nobody waits long for it. */
const STEP = 50_000

const ROLLUP_TABLES = ['rollup', 'rollup_source', 'rollup_subject'] as const

/** Which source, and what ends the work before its time: what is done by then is kept. */
export interface RollUpRequest {
  readonly source: string
  readonly signal?: AbortSignal | undefined
  /** With how many states that the sums lack it is worth while; fewer are added by whoever reads. */
  readonly least?: number
}

/**
 * Adds what was learnt of a source's dossiers to the sums, step by step. Whoever reads meanwhile, or after a step that
 * was the last one, gets the same figures: they add what the sums lack.
 */
export async function rollUp(
  dialect: Dialect,
  { source, signal, least = 1 }: RollUpRequest,
  now: () => number,
): Promise<void> {
  if (!(await lacksMany(dialect.reader, { source, least }))) return
  const until = await settle(dialect, now)
  for (;;) {
    if (signal?.aborted) return
    const at = await dialect.writer
      .transaction()
      .execute((transaction) => step({ dialect, transaction, source, until }))
    if (at >= until) return
  }
}

async function lacksMany(
  db: Kysely<Tables>,
  { source, least }: Required<Pick<RollUpRequest, 'source' | 'least'>>,
): Promise<boolean> {
  const kept = await db
    .selectFrom('rollup_source')
    .select('settled_at')
    .where('source', '=', source)
    .where('rules', '=', ROLLUP_RULES)
    .executeTakeFirst()
  const after = kept?.settled_at ?? 0
  const until = Number.MAX_SAFE_INTEGER
  return (await stepAfter(db, { source, after, until, most: least - 1 })) < until
}

/** Forgets all sums and makes them again, source by source; figures are counted from the dossiers meanwhile. */
export async function rebuildRollups(
  dialect: Dialect,
  { signal, now }: { readonly signal: AbortSignal | undefined; readonly now: () => number },
): Promise<void> {
  const sources = await dialect.writer.transaction().execute(async (transaction) => {
    await forgetRollups(transaction)
    return transaction.selectFrom('dossier_day').select('source').distinct().execute()
  })
  for (const { source } of sources) await rollUp(dialect, { source, signal }, now)
}

/** Forgets all sums, which are of nothing once other dossiers are put in. */
export async function forgetRollups(transaction: Transaction<Tables>): Promise<void> {
  for (const table of ROLLUP_TABLES) await transaction.deleteFrom(table).execute()
}

interface Step {
  readonly dialect: Dialect
  readonly transaction: Transaction<Tables>
  readonly source: string
  readonly until: number
}

async function step(one: Step): Promise<number> {
  const { transaction, source, until } = one
  const after = await settledAt(one)
  if (after >= until) return after
  const at = await stepAfter(transaction, { source, after, until, most: STEP })
  const sums = new EventSums(COUNTING_RULES, placedBy('half'))
  for await (const { states, sign } of learntBetween(transaction, { source, after, until: at })) {
    for (const state of states) sums.add(state, sign)
  }
  await write(one, sums)
  await transaction
    .updateTable('rollup_source')
    .set({ settled_at: at })
    .where('source', '=', source)
    .execute()
  return at
}

async function write({ dialect, transaction, source }: Step, sums: EventSums): Promise<void> {
  const named = [...sums.subjects()].map(({ subject }) => subject)
  const idOf = await subjectIds(transaction, source, named)
  await dialect.bulk(transaction).addToRollup(addedSums(sums, idOf))
}

/** Up to when a source's sums go; only one transaction at a time goes on with them. Those of other rules are forgotten. */
async function settledAt({ transaction, source }: Step): Promise<number> {
  await sql`insert into rollup_source (source, rules, settled_at) values (${source}, ${ROLLUP_RULES}, 0)
    on conflict (source) do update set source = excluded.source`.execute(transaction)
  const found = await transaction
    .selectFrom('rollup_source')
    .select(['rules', 'settled_at'])
    .where('source', '=', source)
    .executeTakeFirstOrThrow()
  if (found.rules === ROLLUP_RULES) return found.settled_at
  await sql`delete from rollup where subject in
    (select id from rollup_subject where source = ${source})`.execute(transaction)
  await transaction
    .updateTable('rollup_source')
    .set({ rules: ROLLUP_RULES, settled_at: 0 })
    .where('source', '=', source)
    .execute()
  return 0
}
