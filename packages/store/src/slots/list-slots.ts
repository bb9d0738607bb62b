import type { Instant, Text } from '@cchc/domain'
import type { Kysely, Selectable } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { validBy } from '../lease.ts'
import type { RunStatus } from '../run.ts'
import type { ScheduleSlotTable, Tables } from '../tables.ts'
import type { Slot, SlotRun, SlotState } from './slot.ts'
import type { SlotKey } from './slot-key.ts'
import { isHeld } from './slot-lease.ts'

/** The newest slot of each schedule up to an instant. */
export async function listLastSlots(db: Kysely<Tables>, now: Instant): Promise<readonly SlotKey[]> {
  const rows = await db
    .selectFrom('schedule_slot')
    .select((row) => ['schedule', row.fn.max('slot').as('at')])
    .where('slot', '<=', now)
    .groupBy('schedule')
    .execute()
  return rows.map(({ schedule, at }) => ({ schedule, at: Number(at) }))
}

/** What is to be done now, the oldest first: due, or left behind by a process that is gone. */
export async function listDueSlots(
  { reader, clock }: Pick<Dialect, 'reader' | 'clock'>,
  now: Instant,
): Promise<readonly Slot[]> {
  const rows = await reader
    .selectFrom('schedule_slot')
    .leftJoin('schedule_lease', (join) =>
      join
        .onRef('schedule_lease.schedule', '=', 'schedule_slot.schedule')
        .onRef('schedule_lease.slot', '=', 'schedule_slot.slot'),
    )
    .selectAll('schedule_slot')
    .select(['schedule_lease.owner', validBy(clock)])
    .where('schedule_slot.state', 'in', ['due', 'running'])
    .where('schedule_slot.due_at', '<=', now)
    .orderBy('schedule_slot.slot')
    .execute()
  return rows
    .filter(({ state, owner, valid }) => {
      return state === 'due' || !isHeld({ owner: owner ?? '', valid: valid ?? 0 })
    })
    .map(decodeSlot)
}

/** Those of a schedule, the newest first. */
export async function listSlots(
  db: Kysely<Tables>,
  { schedule, limit }: { readonly schedule: string; readonly limit: number },
): Promise<readonly Slot[]> {
  const rows = await db
    .selectFrom('schedule_slot')
    .selectAll()
    .where('schedule', '=', schedule)
    .orderBy('slot', 'desc')
    .limit(limit)
    .execute()
  return rows.map(decodeSlot)
}

/** The newest run of each source that a slot began. */
export async function listSlotRuns(
  db: Kysely<Tables>,
  { schedule, at }: SlotKey,
): Promise<readonly SlotRun[]> {
  const rows = await db
    .selectFrom('slot_run')
    .innerJoin('run', 'run.id', 'slot_run.run_id')
    .select(['slot_run.source', 'run.id', 'run.status'])
    .where('schedule', '=', schedule)
    .where('slot', '=', at)
    .orderBy('run.id')
    .execute()
  return rows.map(({ source, id, status }) => {
    return { source, run: String(id), status: status as RunStatus }
  })
}

/** A stored slot as it is handed out. */
export function decodeSlot(row: Selectable<ScheduleSlotTable>): Slot {
  return {
    schedule: row.schedule,
    at: row.slot,
    state: row.state as SlotState,
    dueAt: row.due_at,
    tries: row.tries,
    crashes: row.crashes,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    told: JSON.parse(row.told) as readonly Text[],
    files: JSON.parse(row.files) as readonly string[],
  }
}
