import type { Run, Slot, Store } from '@cchc/store'
import type { SlotWatch } from '@cchc/store/testing'
import { EVERY_SECONDS, SCHEDULES } from './worker-place.ts'

/** What became of slots, by what must be of each: a row, one end, one run that ended. */
export interface ChaosCounts {
  readonly slots: number
  /** Slots that were not done, and that have no row. */
  readonly undone: number
  readonly lost: number
  /** Ends of slots, and runs of them that ended, beyond one each. */
  readonly doubled: number
  /** Runs that a kill, a stop, a pause or a restart of the database broke off. */
  readonly broken: number
}

interface Judging {
  readonly store: Store
  readonly watch: SlotWatch
  readonly end: number
}

/** The slots of all schedules up to an instant. */
export async function slotsUpTo(store: Store, end: number): Promise<readonly Slot[]> {
  const all = await Promise.all(
    SCHEDULES.map((schedule) => store.listSlots({ schedule, limit: 10_000 })),
  )
  return all.flat().filter(({ at }) => at <= end)
}

/** Counts the slots up to an instant. */
export async function judgeSlots({ store, watch, end }: Judging): Promise<ChaosCounts> {
  const runs = await allRuns(store)
  const counts = { slots: 0, undone: 0, lost: 0, doubled: await endsBeyondOne(watch) }
  for (const schedule of SCHEDULES) {
    const all = await slotsUpTo(store, Number.POSITIVE_INFINITY)
    const own = all.filter((slot) => slot.schedule === schedule)
    const slots = own.filter(({ at }) => at <= end)
    const [newest, oldest] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0]
    const expected = (newest - oldest) / (EVERY_SECONDS * 1000) + 1
    const endedRuns = runs.filter(({ source, status }) => source === schedule && status === 'done')
    const withRuns = await Promise.all(own.map((slot) => store.listSlotRuns(slot)))
    const slotsWithRuns = withRuns.filter((begun) => begun.some(({ status }) => status === 'done'))
    counts.slots += expected
    counts.undone += slots.filter(({ state }) => state !== 'done').length
    counts.lost += expected - slots.length
    counts.doubled += Math.max(0, endedRuns.length - slotsWithRuns.length)
  }
  return { ...counts, broken: runs.filter(({ status }) => status !== 'done').length }
}

async function endsBeyondOne(watch: SlotWatch): Promise<number> {
  const ends = await watch.ends()
  return ends.length - new Set(ends.map(({ schedule, at }) => `${schedule} ${at}`)).size
}

async function allRuns(store: Store): Promise<readonly Run[]> {
  const all: Run[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await store.listRuns({ limit: 1000, after })
    all.push(...items)
    if (next === null) return all
    after = next
  }
}
