import type { Instant } from '@cchc/domain'
import type { Slot } from '@cchc/store'
import type { Schedule } from '../config/schedule-settings.ts'
import type { HubContext } from '../context.ts'
import { dueAt } from './due.ts'
import { nextSlot, slotsBetween } from './slots.ts'

/** How a schedule stands. */
export interface ScheduleState {
  readonly id: string
  readonly schedule: Schedule
  /** The next slot, and from when it may begin; undefined where none comes. */
  readonly next: { readonly at: Instant; readonly dueAt: Instant } | undefined
  readonly running: Slot | undefined
  /** The newest slot that has ended and was not skipped. */
  readonly last: Slot | undefined
  /** How many slots could have begun and have not, and since when the first of them could. */
  readonly waiting: number
  readonly waitingSince: Instant | undefined
}

/** How many slots of a schedule are looked at. */
const MOST_LOOKED_AT = 200

/** How every configured schedule stands, in the order of the configuration. */
export async function scheduleStates(hub: HubContext): Promise<readonly ScheduleState[]> {
  const states: ScheduleState[] = []
  for (const [id, schedule] of Object.entries(hub.config.schedules)) {
    const kept = await hub.store.listSlots({ schedule: id, limit: MOST_LOOKED_AT })
    states.push(stateOf({ id, schedule, kept, now: hub.now() }))
  }
  return states
}

function stateOf(one: {
  readonly id: string
  readonly schedule: Schedule
  readonly kept: readonly Slot[]
  readonly now: Instant
}): ScheduleState {
  const { id, schedule, kept, now } = one
  const next = nextSlot(schedule.at, now)
  const waiting = waitingOf(one)
  return {
    id,
    schedule,
    next: next === undefined ? undefined : { at: next, dueAt: dueOf(one, next) },
    running: kept.find(({ state }) => state === 'running'),
    last: kept.find(({ state }) => ['done', 'partial', 'failed'].includes(state)),
    waiting: waiting.length,
    waitingSince: waiting.length === 0 ? undefined : Math.min(...waiting),
  }
}

/** From when the slots could begin that nobody has begun: kept ones, and those that nobody was there to keep. */
function waitingOf(one: Parameters<typeof stateOf>[0]): readonly Instant[] {
  const { schedule, kept, now } = one
  const open = kept.flatMap(({ state, dueAt }) => (state === 'due' && dueAt <= now ? [dueAt] : []))
  const newest = kept.find(({ at }) => at <= now)
  if (!newest) return open
  const unkept = slotsBetween(schedule.at, { after: newest.at, until: now })
  return [...open, ...unkept.map((at) => dueOf(one, at)).filter((due) => due <= now)]
}

function dueOf(
  { id, schedule }: { readonly id: string; readonly schedule: Schedule },
  at: Instant,
): Instant {
  return dueAt(id, { at, delaying: schedule })
}
