import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brokenIdentities,
  type Channel,
  DossierStatistics,
  type Measure,
  Tally,
  tt01,
} from '../../src/index.ts'
import { adjacentPeriods, DAYS, dossier, FIRST_DAY, period, scan } from './dossiers.ts'

const dossiers = fc.array(dossier, { maxLength: 20 })
const FLOWS = [
  'receivedOnline',
  'receivedDirectPost',
  'resolvedTotal',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
] as const
const STOCKS = ['pendingTotal', 'pendingWithin', 'pendingOverdue'] as const

test('the identities of Form II.06 hold and no count is negative, for whatever dossiers', () => {
  fc.assert(
    fc.property(dossiers, period, (each, days) => {
      const row = scan(tt01, each, days)
      expect(brokenIdentities(row)).toEqual([])
      expect(DossierStatistics.safeParse(row).error).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('what is pending at the end of a period is carried over into the next', () => {
  fc.assert(
    fc.property(dossiers, adjacentPeriods, (each, { first, second }) => {
      expect(scan(tt01, each, second).carriedOver).toBe(scan(tt01, each, first).pendingTotal)
    }),
  )
})

test('flows of adjacent periods add up; stocks are those of the last day', () => {
  fc.assert(
    fc.property(dossiers, adjacentPeriods, (each, { first, second, both }) => {
      const [one, two, whole] = [first, second, both].map((days) => scan(tt01, each, days))
      if (!one || !two || !whole) throw new Error('three periods were scanned')
      for (const flow of FLOWS) expect(whole[flow]).toBe(one[flow] + two[flow])
      for (const stock of STOCKS) expect(whole[stock]).toBe(two[stock])
      expect(whole.carriedOver).toBe(one.carriedOver)
    }),
  )
})

test('dossiers can be counted apart and their rows added', () => {
  fc.assert(
    fc.property(dossiers, dossiers, period, (some, others, days) => {
      const [one, two, all] = [some, others, [...some, ...others]].map((d) => scan(tt01, d, days))
      for (const key of DossierStatistics.keyof().options) {
        expect(all?.[key]).toBe((one?.[key] ?? 0) + (two?.[key] ?? 0))
      }
    }),
  )
})

test('a ledger of daily sums gives the same row as a scan', () => {
  fc.assert(
    fc.property(dossiers, period, (each, days) => {
      const ledger = new Map<string, [Measure, Channel | null, number, number]>()
      for (const facts of each) {
        tt01.count(facts, (measure, day) => {
          const key = `${measure} ${facts.channel} ${day}`
          const count = (ledger.get(key)?.[3] ?? 0) + 1
          ledger.set(key, [measure, facts.channel, day, count])
        })
      }
      const tally = new Tally(...days)
      for (const [measure, channel, day, count] of ledger.values()) {
        tally.add(measure, channel, day, count)
      }
      expect(tally.statistics()).toEqual(scan(tt01, each, days))
    }),
  )
})

test('both days of the period belong to it, and later days do not matter', () => {
  const tally = new Tally(FIRST_DAY, FIRST_DAY + DAYS)
  tally.add('received', 'online', FIRST_DAY)
  tally.add('received', 'postal', FIRST_DAY + DAYS)
  tally.add('received', null, FIRST_DAY + DAYS)
  tally.add('received', 'online', FIRST_DAY + DAYS + 1)
  tally.add('received', 'online', FIRST_DAY - 1)
  expect(tally.statistics()).toMatchObject({
    receivedTotal: 4,
    receivedOnline: 1,
    receivedDirectPost: 2,
    carriedOver: 1,
  })
})
