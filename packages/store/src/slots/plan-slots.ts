import { CLOCK_ALLOWANCE_MS, type Instant } from '@cchc/domain'
import type { Transaction } from 'kysely'
import { inChunks } from '../in-chunks.ts'
import type { Tables } from '../tables.ts'
import type { PlannedSlot } from './slot.ts'

interface Plan {
  readonly slots: readonly PlannedSlot[]
  readonly now: Instant
}

/**
 * Keeps slots that are not kept yet. What is ahead of now and no slot any more is dropped; what was done while the clock
 * was far ahead is to be done again when its time comes.
 */
export async function planSlots(
  transaction: Transaction<Tables>,
  schedule: string,
  { slots, now }: Plan,
): Promise<void> {
  const planned = slots.map(({ at }) => at)
  await transaction
    .deleteFrom('schedule_slot')
    .where('schedule', '=', schedule)
    .where('state', '=', 'due')
    .where('slot', '>', now)
    .where('slot', 'not in', [0, ...planned.slice(-1)])
    .execute()
  for (const some of inChunks(slots)) {
    const values = some.map(({ at, dueAt }) => {
      return { schedule, slot: at, state: 'due', due_at: dueAt }
    })
    await transaction
      .insertInto('schedule_slot')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['schedule', 'slot'])
          .doUpdateSet((row) => ({ state: 'due', due_at: row.ref('excluded.due_at') }))
          .where('schedule_slot.began_at', '>', now + CLOCK_ALLOWANCE_MS),
      )
      .execute()
  }
}
