import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CountedDossier,
  type DayNumber,
  dayNumber,
  dayNumberOf,
  QUESTIONS,
  type StatisticsNumbers,
  tt01,
  vietnamInstant,
} from '../../src/index.ts'
import { dossier, period, scan } from './dossiers.ts'

const at = (day: number, hour = 8) => vietnamInstant({ year: 2023, month: 1, day, hour })
const open: CountedDossier = {
  channel: 'direct',
  status: 'processing',
  receivedAt: at(2),
  dueAt: at(10, 17),
  finishedAt: null,
  returnedAt: null,
  pauses: [],
}

function eventsOf(facts: Partial<CountedDossier>): string[] {
  const events: string[] = []
  tt01.count({ ...open, ...facts }, (measure, day) => {
    events.push(`${measure} ${day - dayNumber('2022-12-31')}`)
  })
  return events
}

test('the rule answers every question on which definitions differ', () => {
  expect(Object.keys(tt01.answers).sort()).toEqual([...QUESTIONS].sort())
})

test.each([
  ['before the due day: early', { finishedAt: at(9) }, ['received 2', 'resolvedEarly 9']],
  [
    'on the due day, even after the due hour: on time',
    { finishedAt: at(10, 23) },
    ['received 2', 'resolvedOnTime 10'],
  ],
  [
    'a day after: late, and overdue on no day but that one',
    { finishedAt: at(11, 0) },
    ['received 2', 'resolvedLate 11'],
  ],
  [
    'days after: overdue from the day after the due day',
    { finishedAt: at(14) },
    ['received 2', 'resolvedLate 14', 'overdueOpened 11', 'overdueClosed 14'],
  ],
  ['open: overdue from the day after the due day', {}, ['received 2', 'overdueOpened 11']],
  [
    'no due date: on time, never overdue',
    { dueAt: null, finishedAt: at(30) },
    ['received 2', 'resolvedOnTime 30'],
  ],
  ['no due date and open', { dueAt: null }, ['received 2']],
  [
    'collected late by the citizen: that does not matter',
    { finishedAt: at(9), returnedAt: at(25) },
    ['received 2', 'resolvedEarly 9'],
  ],
  [
    'withdrawn after the due day: on time',
    { status: 'withdrawn', finishedAt: at(12) },
    ['received 2', 'resolvedOnTime 12', 'overdueOpened 11', 'overdueClosed 12'],
  ],
  [
    'refused in handling: timed like any other',
    { status: 'refused', finishedAt: at(9) },
    ['received 2', 'resolvedEarly 9'],
  ],
  ['refused at reception: not counted', { status: 'refused_at_reception' }, []],
  ['never received: not counted', { receivedAt: null }, []],
  [
    'due before it was received: overdue from the first day',
    { dueAt: at(1) },
    ['received 2', 'overdueOpened 2'],
  ],
  [
    'waiting for a supplement past the due day: not overdue while it lasts',
    { pauses: [{ from: at(8), to: at(15) }] },
    ['received 2', 'overdueOpened 15'],
  ],
  [
    'still waiting: not overdue',
    { status: 'awaiting_supplement', pauses: [{ from: at(8), to: null }] },
    ['received 2'],
  ],
] satisfies [string, Partial<CountedDossier>, string[]][])('%s', (_name, facts, events) => {
  expect(eventsOf(facts)).toEqual(events)
})

test('a dossier received in the last minute of a day belongs to that day', () => {
  const received = (hour: number, minute: number) =>
    eventsOf({
      dueAt: null,
      receivedAt: vietnamInstant({ year: 2023, month: 1, day: 14, hour, minute }),
    })
  expect(received(23, 59)).toEqual(['received 14'])
  expect(received(0, 0)).toEqual(['received 14'])
})

/** The row by the words of the rule, dossier by dossier and with no events: slow and plain. */
function byDefinition(dossiers: readonly CountedDossier[], [from, to]: readonly [number, number]) {
  const counted = dossiers.filter(
    (d) => d.receivedAt !== null && d.status !== 'refused_at_reception',
  )
  const received = (d: CountedDossier) => dayNumberOf(d.receivedAt ?? 0)
  const due = (d: CountedDossier) => (d.dueAt === null ? Infinity : dayNumberOf(d.dueAt))
  const end = (d: CountedDossier) => (d.finishedAt === null ? Infinity : dayNumberOf(d.finishedAt))
  const within = (day: number) => day >= from && day <= to
  const pendingOn = (day: number) => counted.filter((d) => received(d) <= day && end(d) > day)
  const pausedOn = (d: CountedDossier, day: DayNumber) =>
    d.pauses.some((p) => dayNumberOf(p.from) <= day && (p.to === null || day < dayNumberOf(p.to)))
  const resolved = counted.filter((d) => within(end(d)))
  const onTime = (d: CountedDossier) =>
    d.status === 'withdrawn' || d.dueAt === null || end(d) === due(d)
  const arrived = counted.filter((d) => within(received(d)))
  const pending = pendingOn(to)
  const overdue = pending.filter((d) => to > due(d) && !pausedOn(d, to))
  const carriedOver = pendingOn(from - 1).length
  return {
    receivedTotal: carriedOver + arrived.length,
    receivedOnline: arrived.filter((d) => d.channel === 'online').length,
    receivedDirectPost: arrived.filter((d) => d.channel !== 'online').length,
    carriedOver,
    resolvedTotal: resolved.length,
    resolvedEarly: resolved.filter((d) => !onTime(d) && end(d) < due(d)).length,
    resolvedOnTime: resolved.filter(onTime).length,
    resolvedLate: resolved.filter((d) => !onTime(d) && end(d) > due(d)).length,
    pendingTotal: pending.length,
    pendingWithin: pending.length - overdue.length,
    pendingOverdue: overdue.length,
  } satisfies StatisticsNumbers
}

test('events add up to the row that the words of the rule define, for whatever dossiers', () => {
  fc.assert(
    fc.property(fc.array(dossier, { maxLength: 12 }), period, (dossiers, days) => {
      expect(scan(tt01, dossiers, days)).toEqual(byDefinition(dossiers, days))
    }),
    { numRuns: 1000 },
  )
})
