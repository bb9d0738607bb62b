import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CountedDossier,
  type DossierStatistics,
  dayNumberOf,
  qd766,
  type StatisticsNumbers,
  startOfDay,
} from '../../src/index.ts'
import { at, eventsOf, type RuleCase } from './cases.ts'
import { dossier, period, scan } from './dossiers.ts'

const cases: readonly RuleCase[] = [
  ['days before: on time, never early', { finishedAt: at(9) }, ['received 2', 'resolvedOnTime 9']],
  ['at the due moment', { finishedAt: at(10, 17) }, ['received 2', 'resolvedOnTime 10']],
  [
    'an hour after the due moment, on the due day: late',
    { finishedAt: at(10, 18) },
    ['received 2', 'resolvedLate 10'],
  ],
  ['open: overdue from the day after the due day', {}, ['received 2', 'overdueOpened 11']],
  [
    'withdrawn after it was due: late like any other',
    { status: 'withdrawn', finishedAt: at(12) },
    ['received 2', 'resolvedLate 12', 'overdueOpened 11', 'overdueClosed 12'],
  ],
  [
    'returned without an end of handling: ends with the return',
    { status: 'returned', returnedAt: at(9) },
    ['received 2', 'resolvedOnTime 9'],
  ],
  [
    'handed over late: the end of handling decides',
    { status: 'returned', finishedAt: at(9), returnedAt: at(20) },
    ['received 2', 'resolvedOnTime 9'],
  ],
  [
    'refused at reception with a receipt: received and ended',
    { status: 'refused_at_reception' },
    ['received 2', 'resolvedOnTime 2'],
  ],
  ['never received: not counted', { status: 'refused_at_reception', receivedAt: null }, []],
  [
    'no due date, term not known: on time',
    { dueAt: null, finishedAt: at(30) },
    ['received 2', 'resolvedOnTime 30'],
  ],
  [
    'no due date: due when the longest term is over',
    { dueAt: null, maximumTermDays: 5, finishedAt: at(9) },
    ['received 2', 'resolvedLate 9', 'overdueOpened 8', 'overdueClosed 9'],
  ],
  [
    'five days after it was due, after six of waiting: on time',
    { finishedAt: at(15), pauses: [{ from: at(5), to: at(11) }] },
    ['received 2', 'resolvedOnTime 15', 'overdueOpened 11', 'overdueClosed 15'],
  ],
  [
    'waiting that began before the receipt is deducted from the receipt on',
    { finishedAt: at(12), pauses: [{ from: at(1), to: at(3) }] },
    ['received 2', 'resolvedLate 12', 'overdueOpened 11', 'overdueClosed 12'],
  ],
  [
    'two requests: late, and overdue from the second one',
    {
      finishedAt: at(9),
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(6), to: at(7) },
      ],
    },
    ['received 2', 'resolvedLate 9', 'overdueOpened 6', 'overdueClosed 9'],
  ],
  [
    'a second request on the first overdue day: overdue once from then on',
    {
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(11), to: at(12) },
      ],
    },
    ['received 2', 'overdueOpened 11'],
  ],
  [
    'a second request long after it was due: overdue before it as well',
    {
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(14), to: at(15) },
      ],
    },
    ['received 2', 'overdueOpened 11', 'overdueClosed 14', 'overdueOpened 14'],
  ],
  [
    'a second request on the day of the end: late, and overdue on no day',
    {
      finishedAt: at(9, 17),
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(9), to: at(10) },
      ],
    },
    ['received 2', 'resolvedLate 9'],
  ],
  [
    'the same request told twice is one',
    {
      finishedAt: at(9),
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(3), to: at(5) },
      ],
    },
    ['received 2', 'resolvedOnTime 9'],
  ],
  [
    'still waiting, asked in time: within term for good',
    { status: 'awaiting_supplement', pauses: [{ from: at(10, 16), to: null }] },
    ['received 2'],
  ],
  [
    'still waiting, asked an hour too late: overdue',
    { status: 'awaiting_supplement', pauses: [{ from: at(10, 18), to: null }] },
    ['received 2', 'overdueOpened 11'],
  ],
]

test.each(cases)('%s', (_name, facts, events) => {
  expect(eventsOf(qd766, facts).sort()).toEqual([...events].sort())
})

test('the rate is of everything on time, in process or not', () => {
  const row = { resolvedEarly: 0, resolvedOnTime: 80, pendingWithin: 15 }
  const whole = { ...row, resolvedTotal: 84, pendingTotal: 16 } as DossierStatistics
  expect(qd766.onTime(whole)).toEqual({
    numerator: 95,
    denominator: 100,
  })
})

/** One dossier on one evening by the words of the rule, with no events: slow and plain. */
function stateOn(d: CountedDossier, evening: number): 'out' | 'within' | 'overdue' | 'closed' {
  const received = d.receivedAt
  if (received === null || dayNumberOf(received) > evening) return 'out'
  const end = endOf(d)
  if (end !== null && dayNumberOf(end) <= evening) return 'closed'
  const asked = requested(d).filter((moment) => dayNumberOf(moment) <= evening)
  if (asked.length > 1) return 'overdue'
  const due = dueOf(d)
  if (due === null) return 'within'
  const waits = d.pauses.filter(
    (p) =>
      dayNumberOf(p.from) <= evening &&
      (p.to === null || evening < dayNumberOf(p.to)) &&
      p.from <= due,
  )
  return waits.length > 0 || evening <= dayNumberOf(due) ? 'within' : 'overdue'
}

function endOf(d: CountedDossier): number | null {
  if (d.finishedAt !== null) return d.finishedAt
  if (d.status === 'refused_at_reception') return d.receivedAt
  if (d.status !== 'returned' || d.returnedAt === null) return null
  return Math.max(d.returnedAt, d.receivedAt ?? 0)
}

function dueOf(d: CountedDossier): number | null {
  if (d.dueAt !== null) return d.dueAt
  const days = d.maximumTermDays ?? null
  return days === null ? null : (d.receivedAt ?? 0) + days * 86_400_000
}

function requested(d: CountedDossier): number[] {
  const end = endOf(d) ?? Infinity
  const sound = d.pauses.filter((p) => (p.to ?? Infinity) >= p.from && p.from <= end)
  return [...new Set(sound.map((p) => p.from))].sort((a, b) => a - b)
}

function isLate(d: CountedDossier, end: number): boolean {
  if (requested(d).length > 1) return true
  const due = dueOf(d)
  if (due === null) return false
  // Minute by minute, since generated moments are whole minutes.
  let waited = 0
  for (let minute = d.receivedAt ?? 0; minute < end; minute += 60_000) {
    const waits = d.pauses.some(
      (p) => (p.to ?? Infinity) >= p.from && p.from <= minute && minute < (p.to ?? Infinity),
    )
    if (waits) waited += 60_000
  }
  return end - waited > due
}

function byDefinition(dossiers: readonly CountedDossier[], [from, to]: readonly [number, number]) {
  const received = dossiers.filter((d) => d.receivedAt !== null)
  const arrived = received.filter(
    (d) => (d.receivedAt ?? 0) >= startOfDay(from) && (d.receivedAt ?? 0) < startOfDay(to + 1),
  )
  const ended = received.filter((d) => {
    const end = endOf(d)
    return end !== null && dayNumberOf(end) >= from && dayNumberOf(end) <= to
  })
  const late = ended.filter((d) => isLate(d, endOf(d) ?? 0)).length
  const states = received.map((d) => stateOn(d, to))
  const before = received.map((d) => stateOn(d, from - 1))
  const carriedOver = before.filter((s) => s === 'within' || s === 'overdue').length
  const pendingWithin = states.filter((s) => s === 'within').length
  const pendingOverdue = states.filter((s) => s === 'overdue').length
  return {
    receivedTotal: carriedOver + arrived.length,
    receivedOnline: arrived.filter((d) => d.channel === 'online').length,
    receivedDirectPost: arrived.filter((d) => d.channel !== 'online').length,
    carriedOver,
    resolvedTotal: ended.length,
    resolvedEarly: 0,
    resolvedOnTime: ended.length - late,
    resolvedLate: late,
    pendingTotal: pendingWithin + pendingOverdue,
    pendingWithin,
    pendingOverdue,
  } satisfies StatisticsNumbers
}

test('events add up to the row that the words of the rule define, for whatever dossiers', () => {
  fc.assert(
    fc.property(fc.array(dossier, { maxLength: 6 }), period, (dossiers, days) => {
      expect(scan(qd766, dossiers, days)).toEqual(byDefinition(dossiers, days))
    }),
    { numRuns: 300 },
  )
})
