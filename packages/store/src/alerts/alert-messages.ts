import type { Message } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { AlertAttempt, AlertMessage, NewAlertMessage } from './alert-store.ts'
import type { AlertMessageTable } from './alert-tables.ts'

const KEPT_MS = 90 * 24 * 3_600_000

export async function addMessages(
  db: Transaction<Tables>,
  now: number,
  messages: readonly NewAlertMessage[],
): Promise<void> {
  for (const { id, channel, content } of messages) {
    const whole = { id, channel, content: JSON.stringify(content) }
    const begun = { created_at: now, due_at: now, attempts: 0, delivered_at: null, failure: null }
    await db
      .insertInto('alert_message')
      .values({ ...whole, ...begun })
      .execute()
  }
}

export async function removeSettled(db: Transaction<Tables>, now: number): Promise<void> {
  const settled = db.deleteFrom('alert_message').where('due_at', 'is', null)
  await settled.where('created_at', '<', now - KEPT_MS).execute()
}

/** Whoever raises the number of attempts from what was read has it. */
export async function claimMessage(
  { reader, writer }: { readonly reader: Kysely<Tables>; readonly writer: Kysely<Tables> },
  { now, forMs }: { readonly now: number; readonly forMs: number },
): Promise<AlertMessage | undefined> {
  for (;;) {
    const due = await longestDue(reader, now)
    if (!due) return undefined
    const held = { attempts: due.attempts + 1, due_at: now + forMs }
    const { numUpdatedRows } = await writer
      .transaction()
      .execute((transaction) =>
        transaction
          .updateTable('alert_message')
          .set(held)
          .where('id', '=', due.id)
          .where('attempts', '=', due.attempts)
          .where('due_at', '<=', now)
          .executeTakeFirst(),
      )
    if (numUpdatedRows > 0n) return decodeMessage({ ...due, ...held })
  }
}

function longestDue(db: Kysely<Tables>, now: number) {
  const due = db.selectFrom('alert_message').selectAll().where('due_at', '<=', now)
  const ordered = due.orderBy('due_at').orderBy('created_at').orderBy('id')
  return ordered.limit(1).executeTakeFirst()
}

export async function settleMessage(
  writer: Kysely<Tables>,
  id: string,
  { deliveredAt, dueAt, failure }: AlertAttempt,
): Promise<void> {
  const told = failure === null ? null : JSON.stringify(failure)
  await writer
    .transaction()
    .execute((transaction) =>
      transaction
        .updateTable('alert_message')
        .set({ delivered_at: deliveredAt, due_at: dueAt, failure: told })
        .where('id', '=', id)
        .where('delivered_at', 'is', null)
        .execute(),
    )
}

export async function listMessages(
  db: Kysely<Tables>,
  { limit, open = false }: { readonly limit: number; readonly open?: boolean },
): Promise<readonly AlertMessage[]> {
  const newest = db.selectFrom('alert_message').selectAll()
  const wanted = open ? newest.where('due_at', 'is not', null) : newest
  const ordered = wanted.orderBy('created_at', 'desc').orderBy('id')
  return (await ordered.limit(limit).execute()).map(decodeMessage)
}

function decodeMessage(row: Selectable<AlertMessageTable>): AlertMessage {
  const { id, channel, content, created_at, due_at, attempts, delivered_at, failure } = row
  return {
    ...{ id, channel, content: JSON.parse(content), attempts },
    ...{ createdAt: created_at, dueAt: due_at, deliveredAt: delivered_at },
    failure: failure === null ? null : (JSON.parse(failure) as Message),
  }
}
