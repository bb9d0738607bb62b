import { type Instant, instantText, say, type Text } from '@cchc/domain'
import type { Transaction, Updateable } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { ScheduleSlotTable, Tables } from '../tables.ts'
import { decodeSlot } from './list-slots.ts'
import type { Slot, SlotOutcome } from './slot.ts'
import type { HeldSlot, SlotKey } from './slot-key.ts'
import { isHeld, leaveSchedule, lockSchedule, requireHeldSlot, takeSchedule } from './slot-lease.ts'

type Clock = Pick<Dialect, 'clock'>

/** Takes a slot; undefined where it is not to be done now, or a living process is at a slot of its schedule. */
export async function claimSlot(
  transaction: Transaction<Tables>,
  slot: SlotKey,
  { now, forEarlier, clock }: Clock & { readonly now: Instant; readonly forEarlier: boolean },
): Promise<(HeldSlot & Slot) | undefined> {
  if (isHeld(await lockSchedule(transaction, { ...slot, clock }))) return undefined
  const before = await ofSlot(transaction, slot).selectAll().executeTakeFirst()
  if (!before || before.due_at > now || !OPEN.includes(before.state)) return undefined
  const token = await takeSchedule(transaction, { slot, clock })
  const crashes = before.crashes + (before.state === 'running' ? 1 : 0)
  await changeSlot(transaction, slot, { state: 'running', began_at: now, crashes })
  if (forEarlier) await skipEarlier(transaction, slot, now)
  return { ...decodeSlot({ ...before, state: 'running', crashes }), token }
}

const OPEN = ['due', 'running']

/** Gives a slot back, to be done later. */
export async function releaseSlot(
  transaction: Transaction<Tables>,
  slot: HeldSlot,
  how: Clock & {
    readonly dueAt: Instant
    readonly failed: boolean
    readonly told: readonly Text[]
  },
): Promise<void> {
  await requireHeldSlot(transaction, { slot, clock: how.clock })
  const { tries } = await ofSlot(transaction, slot).select('tries').executeTakeFirstOrThrow()
  await changeSlot(transaction, slot, {
    state: 'due',
    due_at: how.dueAt,
    tries: tries + (how.failed ? 1 : 0),
    told: JSON.stringify(how.told),
  })
  await leaveSchedule(transaction, slot)
}

/** Keeps how a slot ended. */
export async function endSlot(
  transaction: Transaction<Tables>,
  slot: HeldSlot,
  { state, told, files, now, clock }: SlotOutcome & Clock & { readonly now: Instant },
): Promise<void> {
  await requireHeldSlot(transaction, { slot, clock })
  const kept = { told: JSON.stringify(told), files: JSON.stringify(files) }
  await changeSlot(transaction, slot, { state, ended_at: now, ...kept })
  await leaveSchedule(transaction, slot)
}

/** Keeps which run a slot began, in the transaction that begins it. */
export async function keepSlotRun(
  transaction: Transaction<Tables>,
  { schedule, at }: SlotKey,
  { source, runId }: { readonly source: string; readonly runId: number },
): Promise<void> {
  await transaction
    .insertInto('slot_run')
    .values({ schedule, slot: at, source, run_id: runId })
    .onConflict((conflict) =>
      conflict.columns(['schedule', 'slot', 'source']).doUpdateSet({ run_id: runId }),
    )
    .execute()
}

function ofSlot(transaction: Transaction<Tables>, { schedule, at }: SlotKey) {
  return transaction
    .selectFrom('schedule_slot')
    .where('schedule', '=', schedule)
    .where('slot', '=', at)
}

async function changeSlot(
  transaction: Transaction<Tables>,
  { schedule, at }: SlotKey,
  values: Updateable<ScheduleSlotTable>,
): Promise<void> {
  await transaction
    .updateTable('schedule_slot')
    .set(values)
    .where('schedule', '=', schedule)
    .where('slot', '=', at)
    .execute()
}

/** The open slots before one are done with it. */
async function skipEarlier(
  transaction: Transaction<Tables>,
  { schedule, at }: SlotKey,
  now: Instant,
): Promise<void> {
  const told = [say('It was missed: the slot {slot} was done for it.', { slot: instantText(at) })]
  await transaction
    .updateTable('schedule_slot')
    .set({ state: 'skipped', ended_at: now, told: JSON.stringify(told) })
    .where('schedule', '=', schedule)
    .where('slot', '<', at)
    .where('state', 'in', OPEN)
    .execute()
}
