import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedDossier, opencps2, startOfDay, vietnamInstant } from '../../src/index.ts'
import { at, eventsOf, type RuleCase } from './cases.ts'
import { dossier, period, tallied } from './dossiers.ts'

const cases: readonly RuleCase[] = [
  [
    'released in time, handed over in time: early',
    { finishedAt: at(9), returnedAt: at(10, 16) },
    ['received 2', 'resolvedEarly 9'],
  ],
  [
    'released in time, handed over later: on time',
    { finishedAt: at(9), returnedAt: at(11) },
    ['received 2', 'resolvedOnTime 9'],
  ],
  [
    'released an hour too late on the due day: late',
    { finishedAt: at(10, 18) },
    ['received 2', 'resolvedLate 10'],
  ],
  ['open on the evening of the due day: overdue', {}, ['received 2', 'overdueOpened 10']],
  [
    'waiting by the status of now: not overdue on any day',
    { status: 'awaiting_supplement', pauses: [{ from: at(20), to: null }] },
    ['received 2', '+waiting 2'],
  ],
  [
    'released, though its status still says that it waits: not waiting',
    { status: 'awaiting_supplement', finishedAt: at(9) },
    ['received 2', 'resolvedOnTime 9'],
  ],
  [
    'past waits do not matter',
    { pauses: [{ from: at(8), to: at(15) }] },
    ['received 2', 'overdueOpened 10'],
  ],
  [
    'cancelled: neither released nor open',
    { status: 'withdrawn', finishedAt: at(9) },
    ['received 2', '+withdrawn 9'],
  ],
  ['denied: outside the row', { status: 'refused_at_reception' }, ['+refusedAtReception 2']],
  [
    'no due date: on time',
    { dueAt: null, finishedAt: at(30) },
    ['received 2', 'resolvedOnTime 30'],
  ],
  [
    'received at midnight: carried into that day',
    { receivedAt: at(3, 0), dueAt: null },
    ['received 2'],
  ],
  [
    'received a second after midnight: of that day',
    {
      receivedAt: vietnamInstant({ year: 2023, month: 1, day: 3, hour: 0, minute: 0, second: 1 }),
      dueAt: null,
    },
    ['received 3'],
  ],
]

test.each(cases)('%s', (_name, facts, events) => {
  expect(eventsOf(opencps2, facts).sort()).toEqual([...events].sort())
})

/** The system's own counts by its statistics engine: selection first, then one case after another. */
function engine(dossiers: readonly CountedDossier[], [first, last]: readonly [number, number]) {
  const [from, to] = [startOfDay(first), startOfDay(last + 1) - 1]
  const counts = { received: 0, remaining: 0, online: 0, cancelled: 0, waiting: 0 }
  const sums = { ...counts, early: 0, onTime: 0, late: 0, undue: 0, overdue: 0 }
  for (const d of dossiers.filter((one) => isSelected(one, { from, to }))) {
    const received = (d.receivedAt ?? 0) > from
    sums[received ? 'received' : 'remaining'] += 1
    if (received && d.channel === 'online') sums.online += 1
    sums[bucket(d, to)] += 1
  }
  return sums
}

function isSelected(d: CountedDossier, { from, to }: { from: number; to: number }): boolean {
  if (d.receivedAt === null || d.receivedAt > to || d.status === 'refused_at_reception')
    return false
  return d.receivedAt > from || d.finishedAt === null || d.finishedAt >= from
}

function bucket(d: CountedDossier, to: number) {
  const isOpen = d.finishedAt === null || d.finishedAt > to
  if (!isOpen) return d.status === 'withdrawn' ? 'cancelled' : timed(d)
  if (d.status === 'awaiting_supplement' || d.status === 'registered') return 'waiting'
  return d.dueAt !== null && d.dueAt <= to ? 'overdue' : 'undue'
}

function timed({ finishedAt, dueAt, returnedAt }: CountedDossier) {
  if (dueAt === null || finishedAt === null) return 'onTime'
  if (finishedAt > dueAt) return 'late'
  return returnedAt !== null && returnedAt < dueAt ? 'early' : 'onTime'
}

/** What the engine would have to be spared: a midnight it loses, and waiting dossiers that have an end. */
function isOrdinary(d: CountedDossier): boolean {
  const waits = d.status === 'awaiting_supplement' || d.status === 'registered'
  const midnight = d.receivedAt !== null && (d.receivedAt + 7 * 3_600_000) % 86_400_000 === 0
  return !midnight && !(waits && d.finishedAt !== null)
}

test('the row is what the statistics engine counts, for whatever dossiers', () => {
  fc.assert(
    fc.property(
      fc.array(dossier.filter(isOrdinary), { maxLength: 12 }),
      period,
      (dossiers, days) => {
        const tally = tallied(opencps2, dossiers, days)
        const row = tally.statistics()
        const extras = tally.extras(opencps2)
        expect({
          received: row.receivedOnline + row.receivedDirectPost,
          remaining: row.carriedOver,
          online: row.receivedOnline,
          cancelled: extras.withdrawn,
          waiting: extras.waiting,
          early: row.resolvedEarly,
          onTime: row.resolvedOnTime,
          late: row.resolvedLate,
          undue: row.pendingWithin - (extras.waiting ?? 0),
          overdue: row.pendingOverdue,
        }).toEqual(engine(dossiers, days))
      },
    ),
    { numRuns: 1000 },
  )
})
