import { setTimeout as wait } from 'node:timers/promises'
import { toAppError } from '@cchc/domain'
import type { SlotKey } from '@cchc/store'
import { keepTelling } from '../alerts/keep-telling.ts'
import { tellChanges } from '../alerts/tell-changes.ts'
import type { HubContext } from '../context.ts'
import type { Watch } from '../sources/watch.ts'
import { keepHelping } from './help-with-parts.ts'
import { performSlot } from './perform-slot.ts'
import { slotPlanner, slotsToDo } from './plan-schedules.ts'

/** How often slots are looked for; also those that a worker which is gone has left behind. */
const LOOK_EVERY_MS = 2_000

/** Does what is due when it begins, one slot after the other, each at most once; then tells what changed. */
export async function workOnce(hub: HubContext, watch: Watch): Promise<void> {
  const began = hub.now()
  const atBeginning = { ...hub, now: () => began }
  const plan = slotPlanner(atBeginning)
  const seen = new Set<string>()
  for (;;) {
    await plan()
    const open = (await slotsToDo(atBeginning)).filter((slot) => !seen.has(nameOf(slot)))
    if (watch.signal?.aborted) return
    if (open.length === 0) break
    for (const slot of open) {
      seen.add(nameOf(slot))
      await performSlot(hub, slot, watch)
    }
  }
  await tellChanges(hub, watch.signal ? { signal: watch.signal } : {})
}

/**
 * Does the slots of all schedules as they come due and tells what changes, beside any number of other workers on the same database, until the
 * signal aborts and what is under way has ended at a page. A store that is away is waited for.
 */
export async function workSchedules(
  hub: HubContext,
  { atOnce, signal }: { readonly atOnce: number; readonly signal: AbortSignal },
  watch: Watch,
): Promise<void> {
  const onError = (thrown: unknown) => watch.onTrouble?.(toAppError(thrown))
  const plan = slotPlanner(hub)
  const queue = await hub.store.openSlotQueue({
    atOnce,
    take: (slot) => performSlot(hub, slot, watch),
    onError,
  })
  const beside = Promise.all([
    keepTelling(hub, { signal, onError }),
    keepHelping(hub, { signal, onError }),
  ])
  try {
    while (!signal.aborted) {
      try {
        await plan()
        await queue.offer(await slotsToDo(hub))
      } catch (thrown) {
        onError(thrown)
      }
      await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    await queue.close()
    await beside
  }
}

function nameOf({ schedule, at }: SlotKey): string {
  return `${schedule} ${at}`
}
