import { instantText, RunConflict, say } from '@cchc/domain'
import { sql, type Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { LEASE_MS, validBy } from '../lease.ts'
import { isDeadProcess, processIdentity } from '../process-identity.ts'
import type { Tables } from '../tables.ts'
import type { HeldSlot, SlotKey } from './slot-key.ts'

type Clock = Pick<Dialect, 'clock'>

/** Who is at a schedule. */
export interface ScheduleHolder {
  readonly slot: number
  readonly owner: string
  readonly valid: number | boolean
}

/** Whether a living process is at it. */
export function isHeld({ owner, valid }: Pick<ScheduleHolder, 'owner' | 'valid'>): boolean {
  return owner !== '' && Boolean(valid) && !isDeadProcess(owner)
}

/** Locks the lease of a schedule for this transaction and says who has it. */
export async function lockSchedule(
  transaction: Transaction<Tables>,
  { schedule, clock }: Clock & { readonly schedule: string },
): Promise<ScheduleHolder> {
  return transaction
    .insertInto('schedule_lease')
    .values({ schedule, slot: 0, token: 0, owner: '', expires_at: 0 })
    .onConflict((conflict) =>
      conflict
        .column('schedule')
        .doUpdateSet((row) => ({ owner: row.ref('schedule_lease.owner') })),
    )
    .returning(['slot', 'owner', validBy(clock)])
    .executeTakeFirstOrThrow()
}

/** Gives the lease, locked before, to this process; returns its token. */
export async function takeSchedule(
  transaction: Transaction<Tables>,
  { slot, clock }: Clock & { readonly slot: SlotKey },
): Promise<number> {
  const { token } = await transaction
    .updateTable('schedule_lease')
    .set((row) => ({
      slot: slot.at,
      token: row('token', '+', 1),
      owner: processIdentity(),
      expires_at: sql`${clock} + ${sql.lit(LEASE_MS)}`,
    }))
    .where('schedule', '=', slot.schedule)
    .returning('token')
    .executeTakeFirstOrThrow()
  return token
}

/** Locks and prolongs the lease of a slot; throws RunConflict when another process has it. Fences the rest of the transaction. */
export async function requireHeldSlot(
  transaction: Transaction<Tables>,
  { slot, clock }: Clock & { readonly slot: HeldSlot },
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('schedule_lease')
    .set({ expires_at: sql`${clock} + ${sql.lit(LEASE_MS)}` })
    .where('schedule', '=', slot.schedule)
    .where('slot', '=', slot.at)
    .where('token', '=', slot.token)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const values = { schedule: slot.schedule, slot: instantText(slot.at) }
  throw new RunConflict(
    say('Another worker has taken over the slot {slot} of schedule {schedule}.', values),
    { fix: say('Nothing is to be done: the other worker does what is left.') },
  )
}

/** Nobody has the schedule any more; its token stays, so that no later holder gets the same. */
export async function leaveSchedule(
  transaction: Transaction<Tables>,
  { schedule }: SlotKey,
): Promise<void> {
  await transaction
    .updateTable('schedule_lease')
    .set({ owner: '', slot: 0, expires_at: 0, token: sql`token + 1` })
    .where('schedule', '=', schedule)
    .execute()
}
