import type { Dialect } from '../dialect.ts'
import { withStoreErrors } from '../store-failure.ts'
import { claimSlot, endSlot, releaseSlot } from './held-slots.ts'
import { listDueSlots, listLastSlots, listSlotRuns, listSlots } from './list-slots.ts'
import { openLocalQueue } from './local-queue.ts'
import { planSlots } from './plan-slots.ts'
import type { SlotStore } from './slot.ts'
import { requireHeldSlot } from './slot-lease.ts'

/** Slots of schedules in a database. */
export function createSlotStore(dialect: Dialect): SlotStore {
  const { reader, writer, clock } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  const write = <T>(work: Parameters<ReturnType<typeof writer.transaction>['execute']>[0]) =>
    attempt(() => writer.transaction().execute(work) as Promise<T>)
  return {
    planSlots: (schedule, plan) => write((transaction) => planSlots(transaction, schedule, plan)),
    listLastSlots: (now) => attempt(() => listLastSlots(reader, now)),
    listDueSlots: (now) => attempt(() => listDueSlots(dialect, now)),
    listSlots: (query) => attempt(() => listSlots(reader, query)),
    listSlotRuns: (slot) => attempt(() => listSlotRuns(reader, slot)),
    claimSlot: (slot, how) =>
      write((transaction) => claimSlot(transaction, slot, { ...how, clock })),
    keepSlot: (slot) => write((transaction) => requireHeldSlot(transaction, { slot, clock })),
    releaseSlot: (slot, how) =>
      write((transaction) => releaseSlot(transaction, slot, { ...how, clock })),
    endSlot: (slot, outcome) =>
      write((transaction) => endSlot(transaction, slot, { ...outcome, clock })),
    openSlotQueue: (taker) =>
      attempt(async () => dialect.openSlotQueue?.(taker) ?? openLocalQueue(taker)),
  }
}
