import { expect, test } from 'vitest'
import { brokenIdentities, btp07a, dayNumber } from '../../src/index.ts'
import { at, eventsOf, open, type RuleCase } from './cases.ts'
import { tallied } from './dossiers.ts'

const cases: readonly RuleCase[] = [
  [
    'by days, early apart',
    { finishedAt: at(9) },
    ['received 2', '+receivedDirect 2', 'resolvedEarly 9'],
  ],
  [
    'withdrawn: a bucket of its own',
    { status: 'withdrawn', finishedAt: at(9) },
    ['received 2', '+receivedDirect 2', '+withdrawn 9'],
  ],
  [
    'stopped: a bucket of its own, overdue until then',
    { status: 'stopped', finishedAt: at(13) },
    ['received 2', '+receivedDirect 2', '+stopped 13', 'overdueOpened 11', 'overdueClosed 13'],
  ],
  [
    'refused in handling: resolved',
    { status: 'refused', finishedAt: at(10) },
    ['received 2', '+receivedDirect 2', 'resolvedOnTime 10'],
  ],
  [
    'refused at reception: outside the row',
    { status: 'refused_at_reception' },
    ['+refusedAtReception 2'],
  ],
  ['waiting for reception: outside the row', { status: 'registered' }, ['+awaitingReception 2']],
  [
    'no channel: another form of receipt',
    { channel: null, finishedAt: at(9) },
    ['received 2', '+receivedOtherChannel 2', 'resolvedEarly 9'],
  ],
  [
    'by post',
    { channel: 'postal', finishedAt: at(9) },
    ['received 2', '+receivedPostal 2', 'resolvedEarly 9'],
  ],
  [
    'online, whole',
    { channel: 'online', serviceLevel: 'full', finishedAt: at(9) },
    ['received 2', '+receivedOnlineFull 2', 'resolvedEarly 9'],
  ],
  [
    'online, in part',
    { channel: 'online', serviceLevel: 'partial', finishedAt: at(9) },
    ['received 2', '+receivedOnlinePartial 2', 'resolvedEarly 9'],
  ],
  [
    'online, level not stated: in column (4) alone',
    { channel: 'online', serviceLevel: null, finishedAt: at(9) },
    ['received 2', 'resolvedEarly 9'],
  ],
]

test.each(cases)('%s', (_name, facts, events) => {
  expect(eventsOf(btp07a, facts).sort()).toEqual([...events].sort())
})

test('received is resolved, pending, stopped and withdrawn together', () => {
  const days = [dayNumber('2023-01-01'), dayNumber('2023-01-31')] as const
  const tally = tallied(
    btp07a,
    [
      open,
      { ...open, channel: null, finishedAt: at(9) },
      { ...open, status: 'stopped', finishedAt: at(9) },
      { ...open, status: 'withdrawn', finishedAt: at(9) },
    ],
    days,
  )
  const row = tally.statistics()
  expect(row).toMatchObject({ receivedTotal: 4, resolvedTotal: 1, pendingTotal: 1 })
  expect(tally.extras(btp07a)).toMatchObject({ stopped: 1, withdrawn: 1, receivedOtherChannel: 1 })
  expect(brokenIdentities(row, tally.extras(btp07a))).toEqual([])
  expect(brokenIdentities(row, { ...tally.extras(btp07a), stopped: 2 })).toEqual([
    { name: '(3)=(7)+(11) + Dừng xử lý + Rút hồ sơ', left: 4, right: 5 },
  ])
  expect(brokenIdentities(row).map(({ name }) => name)).toEqual(['(3)=(4)+(5)+(6)', '(3)=(7)+(11)'])
})
