import {
  COUNTING_RULES,
  type DossierStatistics,
  dayNumber,
  Tally,
  UsageError,
  writtenFaults,
} from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import {
  compareRules,
  countingRule,
  type DimensionId,
  dossierStatistics,
  type RuleComparison,
  type StatisticsQuery,
} from '../src/index.ts'
import { dossier, noon, scriptedStore } from './scripted-store.ts'
import { smallProvince } from './small-province.ts'

const store = scriptedStore(smallProvince)
const IDS = COUNTING_RULES.map(({ id }) => id)
const YEAR: Omit<StatisticsQuery, 'rule'> = {
  organisation: 'H16',
  from: '2021-12-15',
  to: '2022-12-14',
  by: [],
}
const QUARTER = [
  { label: '2022-M01', from: '2021-12-15', to: '2022-01-14' },
  { label: '2022-M02', from: '2022-01-15', to: '2022-02-14' },
]

/** Every column of every difference is the sum of its causes. */
function expectToAddUp({ rows, total }: RuleComparison): void {
  for (const { byRule, differences } of [...rows, total]) {
    for (const { other, columns, causes } of differences) {
      const row = byRule.find(({ rule }) => rule === other)?.statistics
      for (const { column, base, difference } of columns) {
        const sum = causes
          .flatMap((cause) => cause.columns)
          .filter((change) => change.column === column)
          .reduce((all, change) => all + change.difference, 0)
        expect(sum, `${other} ${column}`).toBe(difference)
        expect(base + sum).toBe(row?.[column])
      }
    }
  }
}

describe('compareRules', () => {
  it('gives each rule the figures that it gives alone, whatever the split', async () => {
    const splits: DimensionId[][] = [[], ['org'], ['channel', 'field'], ['level', 'month']]
    for (const by of splits) {
      const query = { ...YEAR, by, months: QUARTER }
      const together = await compareRules(store, { ...query, rules: IDS })
      expectToAddUp(together)
      expect(together.findings).toEqual([])
      for (const [index, rule] of IDS.entries()) {
        const alone = await dossierStatistics(store, { ...query, rule })
        expect(together.total.byRule[index]?.statistics).toEqual(alone.total)
        expect(together.total.byRule[index]?.extras).toEqual(alone.totalExtras)
        const rows = together.rows
          .map(({ group, byRule }) => ({ group, statistics: byRule[index]?.statistics }))
          .filter(({ statistics }) => Object.values(statistics ?? {}).some((count) => count !== 0))
        const some = alone.rows.filter((row) => Object.values(row.statistics).some((n) => n !== 0))
        expect(rows).toEqual(some.map(({ group, statistics }) => ({ group, statistics })))
      }
    }
  })

  it('tells how many dossiers differ and for which cause', async () => {
    const { total } = await compareRules(store, { ...YEAR, rules: ['tt01-2020', 'qd766-2022'] })
    const [difference] = total.differences
    expect(difference?.causes.map(({ cause }) => cause)).toEqual(['withdrawn', 'earlySeparate'])
    const early = difference?.causes.at(-1)
    const [before] = total.byRule
    expect(early?.columns).toEqual([
      {
        column: 'resolvedEarly',
        more: 0,
        fewer: before?.statistics.resolvedEarly,
        difference: -(before?.statistics.resolvedEarly ?? 0),
      },
      {
        column: 'resolvedOnTime',
        more: before?.statistics.resolvedEarly,
        fewer: 0,
        difference: before?.statistics.resolvedEarly,
      },
    ])
    expect(early?.answers?.other).toBe(countingRule('qd766-2022').answers.earlySeparate)
  })

  it("uses each rule's own rate on time", async () => {
    const { total } = await compareRules(store, { ...YEAR, rules: ['qd766-2022', 'tt01-2020'] })
    const [national, form] = total.byRule
    const rate = (row: DossierStatistics | undefined) => row?.resolvedTotal ?? 0
    expect(form?.onTime.denominator).toBe(rate(form?.statistics))
    expect(national?.onTime.denominator).toBe(
      rate(national?.statistics) + (national?.statistics.pendingTotal ?? 0),
    )
  })

  it('counts dossiers that only one rule knows, in organisations that nobody lists', async () => {
    const refused = dossier({
      code: 'R-1',
      organisationCode: 'H16.77',
      status: 'refused_at_reception',
      finishedAt: null,
    })
    const midnight = dossier({
      code: 'M-1',
      receivedAt: noon('2022-12-15') - 43_200_000,
      finishedAt: null,
    })
    const odd = scriptedStore({ ...smallProvince, dossiers: [refused, midnight] })
    const { total, rows } = await compareRules(odd, { ...YEAR, by: ['org'], rules: IDS })
    expect(total.byRule.map(({ statistics }) => statistics.receivedTotal)).toEqual([0, 1, 1, 0])
    expect(rows.map(({ group }) => group.org?.code)).toEqual(['H16.05', 'H16.77'])
    const { total: ofAll } = await dossierStatistics(odd, { ...YEAR, rule: 'opencps-2' })
    expect(ofAll.receivedTotal).toBe(1)
  })

  it.each([
    [['tt01-2020'], 'at least two rules are needed'],
    [['tt01-2020', 'tt01-2020'], 'the rule tt01-2020 is named twice'],
    [['tt01-2020', 'tt99'], 'must be one of: tt01-2020, qd766-2022, opencps-2, btp-07a'],
  ])('refuses %j', async (rules, message) => {
    const refused = await compareRules(store, { ...YEAR, rules }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UsageError)
    expect(writtenFaults((refused as UsageError).faults)).toEqual([{ path: 'rule', message }])
  })
})

describe('figures beside the form', () => {
  it('are given for rules that have them, and balance their rows', async () => {
    const query = { ...YEAR, by: ['org'] as DimensionId[], rule: 'btp-07a' }
    const { rows, total, totalExtras, findings } = await dossierStatistics(store, query)
    expect(findings).toEqual([])
    const { withdrawn = 0, stopped = 0 } = totalExtras ?? {}
    expect(withdrawn).toBeGreaterThan(0)
    expect(total.receivedTotal).toBe(total.resolvedTotal + total.pendingTotal + withdrawn + stopped)
    const sum = rows.reduce((all, { extras }) => all + (extras?.withdrawn ?? 0), 0)
    expect(sum).toBe(withdrawn)
    const plain = await dossierStatistics(store, { ...YEAR, rule: 'tt01-2020' })
    expect(plain).not.toHaveProperty('totalExtras')
  })

  it('equal a plain tally of the dossiers', async () => {
    const rule = countingRule('btp-07a')
    const tally = new Tally(dayNumber(YEAR.from), dayNumber(YEAR.to))
    for (const one of smallProvince.dossiers ?? []) {
      if (one.organisationCode.startsWith('H16')) tally.addDossier(rule, one)
    }
    const { totalExtras } = await dossierStatistics(store, { ...YEAR, rule: rule.id })
    expect(totalExtras).toEqual(tally.extras(rule))
  })
})
