import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COUNTING_RULES,
  type CountedDossier,
  countingChanged,
  type Dossier,
  II06_COLUMNS,
  type RestatedRow,
  RestatementTally,
  type StatisticsColumn,
  type StatisticsNumbers,
  startOfDay,
  Tally,
  tt01,
} from '../../src/index.ts'
import { dossier, FIRST_DAY, period } from '../counting/dossiers.ts'
import { sampleDossier } from '../sample-dossier.ts'

const ORGANISATIONS = ['H99.03', 'H99.04', 'H98.01'] as const

const state = fc
  .tuple(dossier, fc.constantFrom(...ORGANISATIONS))
  .map(([counted, organisationCode]) => full({ ...counted, organisationCode }))
const change = fc.record({ before: fc.option(state), after: fc.option(state) })

describe('restatements', () => {
  it('add up to the difference of every column, in all and for each organisation, by every rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COUNTING_RULES),
        fc.array(change, { maxLength: 8 }),
        period,
        (rule, changes, [from, to]) => {
          const covers = (code: string) => code.startsWith('H99')
          const tally = new RestatementTally({ rule, from, to, covers })
          for (const { before, after } of changes) tally.add(before, after)
          const difference = (wanted: (code: string) => boolean) => {
            const row = (states: readonly (Dossier | null)[]) => {
              const sum = new Tally(from, to)
              for (const one of states) {
                if (one && wanted(one.organisationCode)) sum.addDossier(rule, one)
              }
              return sum.statistics()
            }
            return minus(row(changes.map((c) => c.after)), row(changes.map((c) => c.before)))
          }
          expect(summed(tally.total())).toEqual(difference(covers))
          const rows = tally.organisations()
          expect([...rows.keys()].filter((code) => !covers(code))).toEqual([])
          for (const code of ORGANISATIONS.filter(covers)) {
            const row = rows.get(code) ?? { dossiers: 0, reasons: [] }
            expect(summed(row)).toEqual(difference((one) => one === code))
          }
        },
      ),
    )
  })

  it.each([
    ['received_late', null, {}, { receivedTotal: 1, pendingTotal: 1 }],
    ['removed', {}, null, { receivedTotal: -1, pendingTotal: -1 }],
    ['finished_recorded_late', {}, { finishedAt: at(5) }, { resolvedTotal: 1, pendingTotal: -1 }],
    ['finish_date_changed', { finishedAt: at(5) }, { finishedAt: at(9) }, { resolvedLate: 1 }],
    ['finish_undone', { finishedAt: at(5) }, {}, { resolvedTotal: -1, pendingTotal: 1 }],
    ['due_date_changed', {}, { dueAt: at(90) }, { pendingOverdue: -1, pendingWithin: 1 }],
    ['status_changed', {}, { status: 'refused_at_reception' }, { receivedTotal: -1 }],
    ['channel_changed', { channel: null }, {}, { receivedOnline: 1, receivedDirectPost: -1 }],
    ['received_date_changed', {}, { receivedAt: at(-3) }, { carriedOver: 1, receivedTotal: 0 }],
  ] as const)('tell %s', (reason, before, after, expected) => {
    const tally = new RestatementTally({
      rule: tt01,
      from: FIRST_DAY,
      to: FIRST_DAY + 20,
      covers: () => true,
    })
    tally.add(before && full(before), after && full(after))
    const row = tally.total()
    expect(row.dossiers).toBe(1)
    expect(row.reasons.map((one) => [one.reason, one.dossiers])).toEqual([[reason, 1]])
    expect(summed(row)).toMatchObject(expected)
  })

  it('of a move count in both organisations and not in their sum', () => {
    const scope = { rule: tt01, from: FIRST_DAY, to: FIRST_DAY + 20, covers: () => true }
    const tally = new RestatementTally(scope)
    tally.add(full({}), full({ organisationCode: 'H99.04' }))
    expect(tally.total()).toEqual({ dossiers: 0, reasons: [] })
    const rows = [...tally.organisations()]
    expect(rows.map(([code, row]) => [code, summed(row).receivedTotal])).toEqual([
      ['H99.03', -1],
      ['H99.04', 1],
    ])
  })

  it('put what no dossier explains down to the counting itself', () => {
    const difference = { ...ZERO, resolvedLate: 2, resolvedOnTime: -2 }
    expect(countingChanged(ZERO, [])).toBeUndefined()
    expect(countingChanged(difference, [])).toMatchObject({
      reason: 'counting_changed',
      columns: [
        { column: 'resolvedOnTime', fewer: 2, difference: -2 },
        { column: 'resolvedLate', more: 2, difference: 2 },
      ],
    })
  })
})

const ZERO = Object.fromEntries(II06_COLUMNS.map(({ key }) => [key, 0])) as StatisticsNumbers

function summed({ reasons }: RestatedRow): StatisticsNumbers {
  const sum: Record<StatisticsColumn, number> = { ...ZERO }
  for (const { column, difference } of reasons.flatMap(({ columns }) => columns)) {
    sum[column] += difference
  }
  return sum
}

function minus(a: StatisticsNumbers, b: StatisticsNumbers): StatisticsNumbers {
  return Object.fromEntries(II06_COLUMNS.map(({ key }) => [key, a[key] - b[key]])) as never
}

function at(day: number): number {
  return startOfDay(FIRST_DAY + day) + 8 * 3_600_000
}

/** Received on the second day and due on the eighth, unless told otherwise. */
function full(facts: Partial<CountedDossier> & { readonly organisationCode?: string }): Dossier {
  return sampleDossier({ channel: 'online', receivedAt: at(1), dueAt: at(7), ...facts })
}
