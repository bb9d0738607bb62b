import type { Instant } from '@cchc/domain'
import type { OfferedSlot, Slot } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { dueAt } from './due.ts'
import { nextSlot, slotsBetween } from './slots.ts'

/**
 * Keeps the slots of every configured schedule: those since the newest that is kept, which were missed unless they have
 * just come, and the next. A schedule begins with its next slot. Any number of workers may do so at once.
 */
export function slotPlanner(hub: HubContext): () => Promise<void> {
  const planned = new Map<string, Instant | undefined>()
  return async () => {
    const now = hub.now()
    const last = new Map((await hub.store.listLastSlots(now)).map((one) => [one.schedule, one.at]))
    for (const [id, schedule] of Object.entries(hub.config.schedules)) {
      const next = nextSlot(schedule.at, now)
      const after = last.get(id)
      const since = after === undefined ? [] : slotsBetween(schedule.at, { after, until: now })
      if (since.length === 0 && planned.has(id) && planned.get(id) === next) continue
      const slots = [...since, ...(next === undefined ? [] : [next])]
      await hub.store.planSlots(id, {
        slots: slots.map((at) => ({ at, dueAt: dueAt(id, { at, delaying: schedule }) })),
        now,
      })
      planned.set(id, next)
    }
  }
}

/** One slot of each schedule that is to be done now: the newest, or the oldest where each is done by itself. */
export async function slotsToDo({
  store,
  config,
  now,
}: HubContext): Promise<readonly OfferedSlot[]> {
  const due = Map.groupBy(await store.listDueSlots(now()), ({ schedule }) => schedule)
  return [...due].flatMap(([id, slots]) => {
    const schedule = config.schedules[id]
    const chosen: Slot | undefined = schedule?.missed === 'each' ? slots[0] : slots.at(-1)
    if (!schedule || !chosen) return []
    const { at, state, crashes } = chosen
    return [{ schedule: id, at, state, crashes }]
  })
}
