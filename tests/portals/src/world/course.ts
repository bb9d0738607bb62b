import { startOfDay } from '@cchc/domain'
import type { Batch, Stretch } from './batches.ts'
import type { WorkCalendar } from './calendar.ts'
import { type Row, STATUSES, type Status } from './columns.ts'
import type { Offer } from './desk.ts'
import { between, type Random } from './random.ts'

/** How a dossier goes: positions of working days relative to its reception. */
interface Course {
  readonly term: number | null
  readonly length: number
  readonly status: Status
}

/** Draws how a closed dossier goes; only `late` ones count as late by days, withdrawn ones never do. */
export function closedCourse(random: Random, { termDays }: Offer, late: boolean): Course {
  const status: Status = random() < 0.006 ? 'unresolved' : 'done'
  if (late) return { term: termDays, length: termDays + 1 + skewed(random, 20), status }
  const chance = random()
  if (chance < 0.004) {
    return { term: termDays, length: skewed(random, termDays + 4), status: 'cancelled' }
  }
  if (chance < 0.008) return { term: null, length: skewed(random, 10), status }
  const early = termDays > 0 && chance < 0.72
  const length = early ? termDays - 1 - skewed(random, termDays) : termDays
  return { term: termDays, length, status }
}

/** 0 to `bound` - 1, small numbers more often. */
function skewed(random: Random, bound: number): number {
  return Math.floor(random() * random() * bound)
}

/** The days of reception from which a course of this length ends where the batch wants it; undefined = none. */
export function receptionFor(length: number, batch: Batch): Stretch | undefined {
  const { received, ended } = batch
  if (ended === null) return received
  const low = Math.max(received[0], ended[0] - length)
  const high = Math.min(received[1], ended[1] - length)
  return low <= high ? [low, high] : undefined
}

/** Seconds of the day. */
const OPENS = 7.5 * 3600
const CLOSES = 17 * 3600
const LUNCH = [11.5 * 3600, 13.5 * 3600] as const

function officeTime(random: Random): number {
  const time = between(random, OPENS, CLOSES - 1)
  return time > LUNCH[0] && time < LUNCH[1] ? time - 7200 : time
}

function secondsAt(calendar: WorkCalendar, position: number): number {
  return startOfDay(calendar.day(position)) / 1000
}

/** Half of the due dates are the end of a day, half a moment within it: rules differ on those. */
export function dueSeconds(calendar: WorkCalendar, position: number, random: Random): number {
  const time = random() < 0.5 ? CLOSES : between(random, 9 * 3600, 16 * 3600)
  return secondsAt(calendar, position) + time
}

export function receivedSeconds(calendar: WorkCalendar, position: number, random: Random): number {
  const time = random() < 0.15 ? between(random, 5 * 3600, 22 * 3600) : officeTime(random)
  return secondsAt(calendar, position) + time
}

/** Completes a row whose dossier has been closed `length` working days after its reception. */
export function close(
  row: Row,
  where: { calendar: WorkCalendar; received: number; course: Course; last: number },
  random: Random,
): void {
  const { calendar, received, course, last } = where
  const end = received + course.length
  const released = secondsAt(calendar, end) + officeTime(random)
  row.releasedAt = released > row.receivedAt ? released : row.receivedAt + between(random, 60, 3600)
  row.status = STATUSES.indexOf(course.status)
  if (course.length > 1 && random() < 0.03) row.supplementAt = midway(row, random)
  if (course.status !== 'done') return
  const collected = end + skewed(random, 6)
  if (collected > last || random() < 0.02) row.status = STATUSES.indexOf('releasing')
  else row.finishedAt = collectedSeconds(row, secondsAt(calendar, collected), random)
}

function collectedSeconds(row: Row, day: number, random: Random): number {
  return Math.max(day + officeTime(random), row.releasedAt + between(random, 1, 900))
}

function midway({ receivedAt, releasedAt }: Row, random: Random): number {
  return receivedAt + Math.floor((releasedAt - receivedAt) * (0.1 + 0.8 * random()))
}

/** Completes a row whose dossier is open at `end` (epoch seconds): in process, at another agency, or waiting. */
export function leaveOpen(row: Row, end: number, random: Random): void {
  const chance = random()
  row.status = STATUSES.indexOf(openStatus(chance))
  if (chance < 0.15) {
    row.supplementAt = row.receivedAt + Math.floor((end - row.receivedAt) * random())
  }
}

function openStatus(chance: number): Status {
  if (chance < 0.15) return 'waiting'
  return chance < 0.25 ? 'interoperating' : 'processing'
}
