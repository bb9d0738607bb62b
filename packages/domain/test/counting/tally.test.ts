import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brokenIdentities,
  Channel,
  COUNTING_RULES,
  type CountedDossier,
  DossierStatistics,
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  type ExtraFigure,
  isFactFigure,
  MEASURES,
  type Measure,
  Tally,
} from '../../src/index.ts'
import { adjacentPeriods, DAYS, dossier, FIRST_DAY, period, scan, tallied } from './dossiers.ts'

const dossiers = fc.array(dossier, { maxLength: 20 })
const COLUMNS = DossierStatistics.keyof().options
const FLOWS = [
  'receivedOnline',
  'receivedDirectPost',
  'resolvedTotal',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
] as const
const STOCKS = ['pendingTotal', 'pendingWithin', 'pendingOverdue'] as const

describe.each(COUNTING_RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const hasBuckets = rule.extraFigures.some(
    (figure) => !['part', 'outside'].includes(EXTRA_FIGURE_DESCRIPTIONS[figure].role),
  )

  test('the identities hold and no count is negative, for whatever dossiers', () => {
    fc.assert(
      fc.property(dossiers, period, (each, days) => {
        const tally = tallied(rule, each, days)
        const row = tally.statistics()
        expect(brokenIdentities(row, tally.extras(rule))).toEqual([])
        if (!hasBuckets) expect(brokenIdentities(row)).toEqual([])
        expect(DossierStatistics.safeParse(row).error).toBeUndefined()
        expect(Math.min(0, ...Object.values(tally.extras(rule)))).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  test('what is pending at the end of a period is carried over into the next', () => {
    fc.assert(
      fc.property(dossiers, adjacentPeriods, (each, { first, second }) => {
        expect(scan(rule, each, second).carriedOver).toBe(scan(rule, each, first).pendingTotal)
      }),
    )
  })

  test('flows of adjacent periods add up; stocks are those of the last day', () => {
    fc.assert(
      fc.property(dossiers, adjacentPeriods, (each, { first, second, both }) => {
        const [one, two, whole] = [first, second, both].map((days) => scan(rule, each, days))
        if (!one || !two || !whole) throw new Error('three periods were scanned')
        for (const flow of FLOWS) expect(whole[flow]).toBe(one[flow] + two[flow])
        for (const stock of STOCKS) expect(whole[stock]).toBe(two[stock])
        expect(whole.carriedOver).toBe(one.carriedOver)
      }),
    )
  })

  test('figures beside the row add up over time in the same way', () => {
    fc.assert(
      fc.property(dossiers, adjacentPeriods, (each, { first, second, both }) => {
        const [one, two, whole] = [first, second, both].map((days) =>
          tallied(rule, each, days).extras(rule),
        )
        const isUnknown = (figure: ExtraFigure) =>
          isFactFigure(figure) && !(figure in (whole ?? {}))
        for (const figure of rule.extraFigures.filter((one) => !isUnknown(one))) {
          const before = EXTRA_FIGURE_DESCRIPTIONS[figure].kind === 'flow' ? one?.[figure] : 0
          expect(whole?.[figure]).toBe((before ?? 0) + (two?.[figure] ?? 0))
        }
      }),
    )
  })

  test('dossiers counted apart, by channel or otherwise, add up to the whole', () => {
    fc.assert(
      fc.property(dossiers, period, (each, days) => {
        const whole = scan(rule, each, days)
        const parts = [...Channel.options, null].map((channel) =>
          scan(
            rule,
            each.filter((one) => one.channel === channel),
            days,
          ),
        )
        const halves = [0, 1].map((rest) =>
          scan(
            rule,
            each.filter((_, index) => index % 2 === rest),
            days,
          ),
        )
        for (const column of COLUMNS) {
          expect(parts.reduce((sum, part) => sum + part[column], 0)).toBe(whole[column])
          expect(halves.reduce((sum, part) => sum + part[column], 0)).toBe(whole[column])
        }
      }),
    )
  })

  test('a ledger of daily sums gives the same row as a scan', () => {
    fc.assert(
      fc.property(dossiers, period, (each, days) => {
        const ledger = new Map<string, [Measure | ExtraFigure, Channel | null, number, number]>()
        for (const facts of each) {
          const enter = (measure: Measure | ExtraFigure, day: number, one = 1) => {
            const key = `${measure} ${facts.channel} ${day}`
            const count = (ledger.get(key)?.[3] ?? 0) + one
            ledger.set(key, [measure, facts.channel, day, count])
          }
          rule.count(facts, enter, enter)
        }
        const tally = new Tally(...days)
        for (const [measure, channel, day, count] of ledger.values()) {
          tally.add({ measure, channel, day, count })
        }
        expect(tally.extras(rule)).toEqual(tallied(rule, each, days).extras(rule))
        expect(tally.statistics()).toEqual(scan(rule, each, days))
      }),
    )
  })

  test('only events and figures that have a name are told', () => {
    fc.assert(
      fc.property(dossier, (facts) => {
        rule.count(
          facts,
          (measure) => expect(MEASURES).toContain(measure),
          (figure) => expect(EXTRA_FIGURES).toContain(figure),
        )
      }),
    )
  })

  test('a dossier finished before the period, or received a day after it, has no share in it', () => {
    fc.assert(
      fc.property(dossier, period, (facts, [from, to]) => {
        const early: CountedDossier = { ...facts, facts: undefined, receivedAt: 0, finishedAt: 1 }
        const late = tallied(rule, [facts], [FIRST_DAY - 30, FIRST_DAY - 2])
        for (const tally of [tallied(rule, [early], [from, to]), late]) {
          expect(Object.values(tally.statistics()).every((count) => count === 0)).toBe(true)
        }
      }),
    )
  })
})

test('both days of the period belong to it, and later days do not matter', () => {
  const tally = new Tally(FIRST_DAY, FIRST_DAY + DAYS)
  tally.add({ measure: 'received', channel: 'online', day: FIRST_DAY })
  tally.add({ measure: 'received', channel: 'postal', day: FIRST_DAY + DAYS })
  tally.add({ measure: 'received', channel: null, day: FIRST_DAY + DAYS })
  tally.add({ measure: 'received', channel: 'online', day: FIRST_DAY + DAYS + 1 })
  tally.add({ measure: 'received', channel: 'online', day: FIRST_DAY - 1 })
  expect(tally.statistics()).toMatchObject({
    receivedTotal: 4,
    receivedOnline: 1,
    receivedDirectPost: 2,
    carriedOver: 1,
  })
})
