import { setTimeout as wait } from 'node:timers/promises'
import { isAppError } from '@cchc/domain'
import type { HeldSlot } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type { Watch } from '../sources/watch.ts'
import type { Step } from './step.ts'
import { tellStep } from './tell-slot.ts'

/** How often and after how long a store that cannot be written is asked again: about as long as a lease lasts. */
const ATTEMPTS = 30
const WAIT_MS = 3_000

/**
 * Keeps what an attempt at a slot came to. A store that is away for a moment is waited for, since what was done would be
 * looked at again by whoever takes the slot over. Throws RunConflict when another worker has the slot.
 */
export async function recordStep(
  hub: HubContext,
  { slot, step }: { readonly slot: HeldSlot; readonly step: Step },
  watch: Watch,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write(hub, slot, step)
      return await tellStep(hub, { slot, step }, watch)
    } catch (thrown) {
      if (!isAppError(thrown, 'store_failed') || attempt >= ATTEMPTS) throw thrown
      hub.log.warn('the end of a slot could not be stored', { schedule: slot.schedule })
    }
    await wait(WAIT_MS)
  }
}

function write({ store, now }: HubContext, slot: HeldSlot, step: Step): Promise<void> {
  const { told } = step
  if (!step.ended) {
    return store.releaseSlot(slot, { dueAt: step.dueAt, failed: step.failed, told })
  }
  return store.endSlot(slot, { state: step.state, told, files: step.files, now: now() })
}
