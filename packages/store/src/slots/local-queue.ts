import type { OfferedSlot, SlotQueue, SlotTaker } from './slot.ts'

/** Hands slots out within this process: where no other machine can reach the database, none needs to hear of them. */
export function openLocalQueue({ atOnce, take, onError }: SlotTaker): SlotQueue {
  const waiting = new Map<string, OfferedSlot>()
  const taken = new Map<string, Promise<void>>()
  let closed = false
  const next = () => {
    for (const [name, slot] of waiting) {
      if (closed || taken.size >= atOnce) return
      waiting.delete(name)
      const done = take(slot)
        .catch(onError)
        .finally(() => {
          taken.delete(name)
          next()
        })
      taken.set(name, done)
    }
  }
  return {
    async offer(slots) {
      for (const slot of slots) {
        const name = `${slot.schedule} ${slot.at}`
        if (!taken.has(name)) waiting.set(name, slot)
      }
      next()
    },
    async close() {
      closed = true
      await Promise.all(taken.values())
    },
  }
}
