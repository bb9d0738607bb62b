import { dayNumber } from '@cchc/domain'
import type { WorkCalendar } from './calendar.ts'
import type { LevelPlan, WorldPlan } from './plan.ts'

/** Positions of working days, both included. */
export type Stretch = readonly [low: number, high: number]

/** Dossiers that lie alike in time. */
export interface Batch {
  readonly count: number
  readonly received: Stretch
  /** Null = still open when the world ends. */
  readonly ended: Stretch | null
  /** Resolved within the window: its late ones are counted exactly. */
  readonly resolvedInWindow?: true
  /** Received within the window: its online ones are counted exactly. */
  readonly receivedInWindow?: true
  readonly denied?: true
}

export interface Stretches {
  readonly before: Stretch
  readonly window: Stretch
  readonly after: Stretch
}

export function stretches(plan: WorldPlan, calendar: WorkCalendar): Stretches {
  const start = calendar.position(dayNumber(plan.window.from))
  const afterStart = calendar.position(dayNumber(plan.window.to) + 1)
  return {
    before: [0, start - 1],
    window: [start, afterStart - 1],
    after: [afterStart, calendar.position(dayNumber(plan.horizon.to) + 1) - 1],
  }
}

/** Working days before the end of the window from which its open dossiers come. */
const RECENT = 30

/** Splits a level's dossiers by where they begin and end, so that its totals hold by construction. */
export function batches(level: LevelPlan, { before, window, after }: Stretches): Batch[] {
  const carriedAndResolved = level.carriedOver - level.neverResolved
  const pendingOfWindow = level.pending - level.neverResolved
  const resolvedLater = Math.floor(pendingOfWindow * 0.8)
  const afterResolved = Math.floor(level.after * 0.5)
  const recent: Stretch = [Math.max(window[0], window[1] - RECENT), window[1]]
  return [
    { count: carriedAndResolved, received: before, ended: window, resolvedInWindow: true },
    { count: level.neverResolved, received: before, ended: null },
    {
      count: level.resolved - carriedAndResolved,
      received: window,
      ended: window,
      resolvedInWindow: true,
      receivedInWindow: true,
    },
    { count: resolvedLater, received: window, ended: after, receivedInWindow: true },
    {
      count: pendingOfWindow - resolvedLater,
      received: recent,
      ended: null,
      receivedInWindow: true,
    },
    { count: level.before, received: before, ended: before },
    { count: afterResolved, received: after, ended: after },
    { count: level.after - afterResolved, received: after, ended: null },
    { count: level.denied, received: [before[0], after[1]], ended: null, denied: true },
  ]
}

/** Takes exactly `need` of `left` by chance. */
export class Quota {
  #left: number
  #need: number

  constructor(left: number, need: number) {
    this.#left = left
    this.#need = need
  }

  take(random: () => number): boolean {
    const taken = random() * this.#left < this.#need
    this.#left -= 1
    if (taken) this.#need -= 1
    return taken
  }
}
