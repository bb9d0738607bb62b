import { type Instant, instantText, say, type Text } from '@cchc/domain'
import type { HeldSlot, Slot, SlotOutcome } from '@cchc/store'
import type { Schedule } from '../config/schedule-settings.ts'
import { dueAt } from './due.ts'
import { hoursAt } from './hours.ts'

/** What an attempt at a slot came to: it has ended, or goes on later. */
export type Step =
  | ({ readonly ended: true } & SlotOutcome)
  | {
      readonly ended: false
      readonly dueAt: Instant
      /** Whether it counts as a try. */
      readonly failed: boolean
      readonly told: readonly Text[]
    }

/** A slot that this process has, with its schedule. */
export interface TakenSlot {
  readonly slot: HeldSlot & Slot
  readonly schedule: Schedule
}

const MINUTE_MS = 60_000

/** How long after a failure the slot is tried again; after the last of them it has failed. */
const RETRY_AFTER_MS = [5 * MINUTE_MS, 15 * MINUTE_MS]

/** How often whoever is at a slot may die of it. */
const MOST_CRASHES = 10

/** How long after it could begin a slot of a schedule that skips missed ones is still done. */
const SKIP_AFTER_MS = 15 * MINUTE_MS

/** A slot that failed: it is tried again a little later, a few times. */
export function failedStep(
  told: readonly Text[],
  { tries, now }: { readonly tries: number; readonly now: Instant },
): Step {
  const wait = RETRY_AFTER_MS[tries]
  if (wait === undefined) return { ended: true, state: 'failed', told, files: [] }
  return { ended: false, dueAt: now + wait, failed: true, told }
}

/** So long after a slot a database that is away is waited for without counting it as a try. */
const AWAY_FOR_MS = 24 * 60 * MINUTE_MS
const AWAY_RETRY_MS = MINUTE_MS / 2

/** The database was away: that is no try of the slot, for a day. */
export function awayStep(
  told: readonly Text[],
  { slot, now }: { readonly slot: Pick<Slot, 'at' | 'tries'>; readonly now: Instant },
): Step {
  const isLong = now - slot.at > AWAY_FOR_MS
  return isLong ? failedStep(told, { ...slot, now }) : laterStep(now + AWAY_RETRY_MS, told)
}

/** It goes on at an instant, as nothing was wrong with it. */
export function laterStep(at: Instant, told: readonly Text[] = []): Step {
  return { ended: false, dueAt: at, failed: false, told }
}

/** What becomes of a slot without its being done: it kills whoever is at it, was missed, or is out of its hours. */
export function stepBefore(taken: TakenSlot, now: Instant): Step | undefined {
  const { slot, schedule } = taken
  if (slot.crashes >= MOST_CRASHES) {
    const told = [say('Its worker died {count} times.', { count: slot.crashes })]
    return { ended: true, state: 'failed', told, files: [] }
  }
  const isMissed = slot.beganAt === null && now - slot.dueAt > SKIP_AFTER_MS
  if (schedule.missed === 'skip' && isMissed) {
    return { ended: true, state: 'skipped', told: [say('It was missed.')], files: [] }
  }
  const isOpen = !schedule.between || hoursAt(schedule.between, now).from <= now
  return isOpen ? undefined : waitForHours(taken, now)
}

/** Its hours are over: it goes on, or begins, when they come again. */
export function waitForHours({ slot, schedule }: TakenSlot, now: Instant): Step {
  const at = dueAt(slot.schedule, { at: now, delaying: schedule })
  const told = say('The hours of its schedule are over; it goes on at {instant}.', {
    instant: instantText(at),
  })
  return laterStep(at, [told])
}
