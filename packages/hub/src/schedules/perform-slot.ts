import { instantText, isAppError } from '@cchc/domain'
import type { SlotKey } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { within } from '../doing.ts'
import type { Watch } from '../sources/watch.ts'
import { holdSlot } from './hold-slot.ts'
import { hoursAt } from './hours.ts'
import { recordStep } from './record-step.ts'
import { awayStep, type Step, stepBefore, type TakenSlot, waitForHours } from './step.ts'
import { tellBegun } from './tell-slot.ts'

/**
 * Takes a slot, does it and keeps how it ended; does nothing where it is not to be done now or another worker is at it. A
 * slot that another worker takes over meanwhile is left to that one. Throws StoreError.
 */
export async function performSlot(hub: HubContext, key: SlotKey, watch: Watch): Promise<void> {
  const schedule = hub.config.schedules[key.schedule]
  if (!schedule || watch.signal?.aborted) return
  const forEarlier = schedule.missed !== 'each'
  const slot = await hub.store.claimSlot(key, { now: hub.now(), forEarlier })
  if (!slot) return
  const taken = { slot, schedule }
  const facts = { schedule: key.schedule, slot: instantText(key.at) }
  try {
    await within(facts, async () => {
      const step = stepBefore(taken, hub.now()) ?? (await heldStep(hub, taken, watch))
      await recordStep(hub, { slot, step }, watch)
    })
  } catch (thrown) {
    if (!isAppError(thrown, 'run_conflict')) throw thrown
    hub.log.warn('another worker has taken over the slot', { schedule: key.schedule })
  }
}

/** Does the slot while its lease is kept and the hours of its schedule go on. */
async function heldStep(hub: HubContext, taken: TakenSlot, watch: Watch): Promise<Step> {
  const now = hub.now()
  const { between } = taken.schedule
  const end = between && hoursAt(between, now).to
  tellBegun(taken.slot, watch)
  const hold = holdSlot(hub, taken.slot)
  const hours = new AbortController()
  const timer = end === undefined ? undefined : setTimeout(() => hours.abort(), end - now)
  const signals = [hold.signal, hours.signal, ...(watch.signal ? [watch.signal] : [])]
  try {
    const step = await workOrWait(hub, taken, { ...watch, signal: AbortSignal.any(signals) })
    hold.signal.throwIfAborted()
    const isOver = !step.ended && hours.signal.aborted
    return isOver && end !== undefined ? waitForHours(taken, end) : step
  } finally {
    clearTimeout(timer)
    hold.stop()
  }
}

/** A store that fails meanwhile is waited for when the slot is given back. */
async function workOrWait(
  hub: HubContext,
  taken: TakenSlot,
  watch: Watch & { readonly signal: AbortSignal },
): Promise<Step> {
  try {
    return await workStep(hub, taken, watch)
  } catch (thrown) {
    if (!isAppError(thrown, 'store_failed')) throw thrown
    return awayStep([thrown.said], { slot: taken.slot, now: hub.now() })
  }
}

async function workStep(
  hub: HubContext,
  { slot, schedule: { work } }: TakenSlot,
  watch: Watch & { readonly signal: AbortSignal },
): Promise<Step> {
  if (work.kind === 'sync') {
    const { syncSlot } = await import('./sync-slot.ts')
    return syncSlot(hub, { slot, work }, watch)
  }
  const { reportSlot } = await import('./report-slot.ts')
  return reportSlot(hub, { slot, work })
}
