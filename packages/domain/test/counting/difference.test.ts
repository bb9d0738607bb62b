import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  btp07a,
  CAUSE_NAMES,
  type Cause,
  COUNTING_RULES,
  type CountedDossier,
  type CountingRule,
  DifferenceTally,
  dayNumber,
  dayNumberOf,
  II06_COLUMNS,
  opencps2,
  QUESTIONS,
  qd766,
  RuleDifference,
  startOfDay,
  tt01,
} from '../../src/index.ts'
import { at, open } from './cases.ts'
import { dossier, period, scan } from './dossiers.ts'

const pairs = COUNTING_RULES.flatMap((base, index) =>
  COUNTING_RULES.slice(index).map((other) => ({ base, other })),
)
const MONTH = { from: dayNumber('2023-01-01'), to: dayNumber('2023-01-31') }

describe.each(pairs.map((pair) => [pair.base.id, pair.other.id, pair] as const))(
  '%s to %s',
  (_base, _other, pair) => {
    test('causes add up exactly to the difference of every column; nothing is unexplained', () => {
      const difference = new RuleDifference(pair)
      fc.assert(
        fc.property(fc.array(dossier, { maxLength: 15 }), period, (dossiers, [from, to]) => {
          const tally = new DifferenceTally()
          for (const each of dossiers) tally.add(difference.explain(each, { from, to }))
          const { causes } = tally.totals()
          const base = scan(pair.base, dossiers, [from, to])
          const other = scan(pair.other, dossiers, [from, to])
          for (const { key } of II06_COLUMNS) {
            const sum = causes
              .flatMap(({ columns }) => columns.filter(({ column }) => column === key))
              .reduce((total, change) => total + change.difference, 0)
            expect(sum).toBe(other[key] - base[key])
          }
          expect(causes.filter(({ cause }) => cause === 'unexplained')).toEqual([])
        }),
        { numRuns: 120 },
      )
    })

    test('the other way round gives the same causes with the opposite sign', () => {
      const forth = new RuleDifference(pair)
      const back = new RuleDifference({ base: pair.other, other: pair.base })
      fc.assert(
        fc.property(dossier, period, (each, [from, to]) => {
          const mirrored = back
            .explain(each, { from, to })
            .map((one) => ({ ...one, difference: -one.difference }))
          expect(forth.explain(each, { from, to })).toEqual(mirrored)
        }),
      )
    })
  },
)

type Example = readonly [cause: Cause, CountingRule, Partial<CountedDossier>, string]

/** NĐ 309/2026/NĐ-CP is in force. */
const IN_FORCE = startOfDay(dayNumber('2026-09-01'))

const examples: readonly Example[] = [
  ['earlySeparate', qd766, { finishedAt: at(9) }, 'resolvedEarly -1, resolvedOnTime 1'],
  ['precision', qd766, { finishedAt: at(10, 18) }, 'resolvedOnTime -1, resolvedLate 1'],
  [
    'supplement',
    qd766,
    { finishedAt: at(15), pauses: [{ from: at(5), to: at(11) }] },
    'resolvedOnTime 1, resolvedLate -1',
  ],
  [
    'secondSupplement',
    qd766,
    {
      finishedAt: at(9),
      pauses: [
        { from: at(3), to: at(4) },
        { from: at(5), to: at(6) },
      ],
    },
    'resolvedEarly -1, resolvedLate 1',
  ],
  [
    'waiting',
    qd766,
    { status: 'awaiting_supplement', pauses: [{ from: at(11), to: null }] },
    'pendingWithin -1, pendingOverdue 1',
  ],
  [
    'withdrawn',
    qd766,
    { status: 'withdrawn', finishedAt: at(12) },
    'resolvedOnTime -1, resolvedLate 1',
  ],
  [
    'noDueDate',
    qd766,
    { dueAt: null, maximumTermDays: 5, finishedAt: at(9) },
    'resolvedOnTime -1, resolvedLate 1',
  ],
  [
    'endEvent',
    qd766,
    { status: 'returned', returnedAt: at(10, 8) },
    'resolvedTotal 1, resolvedOnTime 1, pendingTotal -1, pendingOverdue -1',
  ],
  [
    'refusedAtReception',
    qd766,
    { status: 'refused_at_reception' },
    'receivedTotal 1, receivedDirectPost 1, resolvedTotal 1, resolvedOnTime 1',
  ],
  [
    'withdrawn',
    opencps2,
    { status: 'withdrawn', finishedAt: at(9) },
    'resolvedTotal -1, resolvedOnTime -1',
  ],
  ['earlySeparate', opencps2, { finishedAt: at(9) }, 'resolvedEarly -1, resolvedOnTime 1'],
  ['onDueMoment', opencps2, { dueAt: at(31) }, 'pendingWithin -1, pendingOverdue 1'],
  [
    'bounds',
    opencps2,
    { receivedAt: at(1, 0), dueAt: null },
    'receivedDirectPost -1, carriedOver 1',
  ],
  [
    'clockStart',
    btp07a,
    {
      receivedAt: startOfDay(dayNumber('2022-12-20')),
      dueAt: null,
      facts: { outsideArea: true, handedInAt: IN_FORCE, competentSince: at(3) },
    },
    'receivedDirectPost 1, carriedOver -1',
  ],
  ['waiting', opencps2, { status: 'awaiting_supplement' }, 'pendingWithin 1, pendingOverdue -1'],
  ['nullChannel', btp07a, { channel: null, dueAt: null }, 'receivedDirectPost -1'],
  [
    'refused',
    btp07a,
    { status: 'stopped', finishedAt: at(9) },
    'resolvedTotal -1, resolvedEarly -1',
  ],
  [
    'awaitingReception',
    btp07a,
    { status: 'registered', dueAt: null },
    'receivedTotal -1, receivedDirectPost -1, pendingTotal -1, pendingWithin -1',
  ],
]

test.each(examples)('%s against tt01-2020', (cause, other, facts, changes) => {
  const found = new RuleDifference({ base: tt01, other }).explain({ ...open, ...facts }, MONTH)
  expect(found.map(({ column, difference }) => `${column} ${difference}`).join(', ')).toBe(changes)
  expect([...new Set(found.map((one) => one.cause))]).toEqual([cause])
})

test('every cause can be shown by an example', () => {
  const shown = new Set(examples.map(([cause]) => cause))
  expect(
    QUESTIONS.filter((question) => question !== 'emptyDenominator' && !shown.has(question)),
  ).toEqual([])
})

test('a rule that counts otherwise than it answers is left unexplained, and still adds up', () => {
  const wrong: CountingRule = { ...tt01, id: 'wrong', count: () => {} }
  const tally = new DifferenceTally()
  tally.add(new RuleDifference({ base: tt01, other: wrong }).explain(open, MONTH))
  const changed = ['receivedTotal', 'receivedDirectPost', 'pendingTotal', 'pendingOverdue']
  expect(tally.totals()).toEqual({
    dossiers: 1,
    causes: [
      {
        cause: 'unexplained',
        name: CAUSE_NAMES.unexplained,
        dossiers: 1,
        columns: changed.map((column) => ({ column, more: 0, fewer: 1, difference: -1 })),
      },
    ],
  })
})

test('dossiers that count more and fewer are told apart, those that count the same are not told', () => {
  const tally = new DifferenceTally()
  const change = { column: 'resolvedLate', cause: 'precision' } as const
  tally.add([])
  tally.add([{ ...change, difference: 1 }])
  tally.add([{ ...change, difference: -1 }])
  tally.add([{ ...change, difference: 1 }])
  expect(tally.totals()).toMatchObject({
    dossiers: 3,
    causes: [{ dossiers: 3, columns: [{ more: 2, fewer: 1, difference: 1 }] }],
  })
})

test('a cause that explains only part of a difference explains none of it', () => {
  const wrong: CountingRule = {
    ...qd766,
    id: 'wrong',
    count: ({ receivedAt }, add) => {
      for (let times = 0; times < 2; times += 1) add('received', dayNumberOf(receivedAt ?? 0))
    },
  }
  const refused: CountedDossier = { ...open, status: 'refused_at_reception' }
  const found = new RuleDifference({ base: tt01, other: wrong }).explain(refused, MONTH)
  expect(found).toContainEqual({ column: 'receivedTotal', difference: 2, cause: 'unexplained' })
})
