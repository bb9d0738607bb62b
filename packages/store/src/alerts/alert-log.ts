import type { Message } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { addMessages, removeSettled } from './alert-messages.ts'
import type { AlertChange, AlertLog, AlertSeverity, AlertState } from './alert-store.ts'
import type { AlertStateTable } from './alert-tables.ts'

export async function readAlerts(db: Kysely<Tables>): Promise<AlertLog> {
  const rows = await db
    .selectFrom('alert_state')
    .selectAll()
    .orderBy('alert')
    .orderBy('subject')
    .execute()
  const slots = await db.selectFrom('alert_slot').selectAll().orderBy('slot').execute()
  return {
    states: rows.map(decodeState),
    slots: Object.fromEntries(slots.map(({ slot, told_at }) => [slot, told_at])),
  }
}

/** Within a transaction that no other writer overlaps; what stays as it is is not written. */
export async function changeAlerts(
  db: Transaction<Tables>,
  now: number,
  change: (log: AlertLog) => AlertChange,
): Promise<AlertChange> {
  const log = await readAlerts(db)
  const changed = change(log)
  await replaceStates(db, log.states, changed.states)
  await replaceSlots(db, log.slots, changed.slots)
  await addMessages(db, now, changed.messages)
  await removeSettled(db, now)
  return changed
}

async function replaceStates(
  db: Transaction<Tables>,
  before: readonly AlertState[],
  after: readonly AlertState[],
): Promise<void> {
  const kept = new Set(after.map(textOf))
  const known = new Set(before.map(textOf))
  for (const state of before) {
    if (kept.has(textOf(state))) continue
    const { alert, subject } = state
    const own = db.deleteFrom('alert_state').where('alert', '=', alert)
    await own.where('subject', '=', subject).execute()
  }
  for (const state of after) {
    if (!known.has(textOf(state)))
      await db.insertInto('alert_state').values(encoded(state)).execute()
  }
}

async function replaceSlots(
  db: Transaction<Tables>,
  before: AlertLog['slots'],
  after: AlertLog['slots'],
): Promise<void> {
  for (const [slot, told_at] of Object.entries(after)) {
    if (before[slot] === told_at) continue
    await db
      .insertInto('alert_slot')
      .values({ slot, told_at })
      .onConflict((conflict) => conflict.column('slot').doUpdateSet({ told_at }))
      .execute()
  }
}

function textOf(state: AlertState): string {
  return JSON.stringify(encoded(state))
}

function encoded({ alert, subject, severity, sentence, since, goneAt, told }: AlertState) {
  return {
    ...{ alert, subject, severity, sentence: JSON.stringify(sentence), since },
    ...{ gone_at: goneAt, told_at: told?.at ?? null, told_severity: told?.severity ?? null },
  }
}

function decodeState(row: Selectable<AlertStateTable>): AlertState {
  const { alert, subject, since, gone_at: goneAt, told_at: at } = row
  return {
    alert,
    subject,
    severity: row.severity as AlertSeverity,
    sentence: JSON.parse(row.sentence) as Message,
    since,
    goneAt,
    told: at === null ? null : { at, severity: row.told_severity as AlertSeverity },
  }
}
