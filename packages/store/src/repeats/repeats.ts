import type { Kysely, Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { withStoreErrors } from '../store-failure.ts'
import type { Tables } from '../tables.ts'
import type { Repeat, RepeatClaim, RepeatStore } from './repeat-store.ts'

type Limits = Parameters<RepeatStore['claimRepeat']>[1]

/** Remembered answers in a database. */
export function createRepeats(dialect: Dialect, now: () => number): RepeatStore {
  const { writer } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    claimRepeat: (repeat, limits) =>
      attempt(() =>
        writer
          .transaction()
          .execute((transaction) => claimed(transaction, repeat, { ...limits, now: now() })),
      ),
    answerRepeat: (repeat, answer) => attempt(() => answered(writer, repeat, answer)),
    dropRepeat: (repeat) => attempt(() => dropped(writer, repeat)),
  }
}

async function claimed(
  transaction: Transaction<Tables>,
  { name, asked }: Repeat,
  { now, most, underwayMs, answeredMs }: Limits & { readonly now: number },
): Promise<RepeatClaim> {
  const row = { asked, answer: null, claimed_at: now, ends_at: now + answeredMs }
  await transaction.deleteFrom('repeated_request').where('ends_at', '<=', now).execute()
  const { numInsertedOrUpdatedRows: added } = await transaction
    .insertInto('repeated_request')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (added) {
    await forgetOldest(transaction, most)
    return { state: 'mine' }
  }
  const before = await transaction
    .selectFrom('repeated_request')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  if (before.asked !== asked) return { state: 'other' }
  if (before.answer !== null) return { state: 'answered', answer: before.answer }
  const { numUpdatedRows: taken } = await transaction
    .updateTable('repeated_request')
    .set(row)
    .where('name', '=', name)
    .where('claimed_at', '<=', now - underwayMs)
    .executeTakeFirst()
  return { state: taken > 0n ? 'mine' : 'underway' }
}

async function forgetOldest(transaction: Transaction<Tables>, most: number): Promise<void> {
  const newest = transaction.selectFrom('repeated_request').select('ends_at')
  const first = await newest.orderBy('ends_at', 'desc').offset(most).limit(1).executeTakeFirst()
  if (!first) return
  await transaction.deleteFrom('repeated_request').where('ends_at', '<=', first.ends_at).execute()
}

async function answered(
  db: Kysely<Tables>,
  { name, asked }: Repeat,
  answer: string,
): Promise<void> {
  await db
    .updateTable('repeated_request')
    .set({ answer })
    .where('name', '=', name)
    .where('asked', '=', asked)
    .execute()
}

async function dropped(db: Kysely<Tables>, { name, asked }: Repeat): Promise<void> {
  await db
    .deleteFrom('repeated_request')
    .where('name', '=', name)
    .where('asked', '=', asked)
    .where('answer', 'is', null)
    .execute()
}
