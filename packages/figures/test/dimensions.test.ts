import { COUNTING_RULES, DossierStatistics } from '@cchc/domain'
import { storeWith } from '@cchc/store/views'
import { describe, expect, it, test } from 'vitest'
import {
  DIMENSIONS,
  type DimensionId,
  dossierStatistics,
  PROCEDURE_DIMENSIONS,
  procedureCounts,
  type StatisticsQuery,
  type StatisticsRow,
} from '../src/index.ts'
import { scriptedStore } from './scripted-store.ts'
import { variedProvince } from './varied-province.ts'

const COLUMNS = DossierStatistics.keyof().options
const store = scriptedStore(variedProvince)
const months = [
  { label: '2022-M01', from: '2021-12-15', to: '2022-01-14' },
  { label: '2022-M02', from: '2022-01-15', to: '2022-02-14' },
]
const period = { organisation: 'H16', from: '2021-12-15', to: '2022-02-14' }

const split = (by: readonly DimensionId[], rule: string, more: Partial<StatisticsQuery> = {}) =>
  dossierStatistics(store, { ...period, months, ...more, by, rule })

function added(rows: readonly StatisticsRow[]): Record<string, number> {
  return Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      rows.reduce((sum, { statistics }) => sum + statistics[column], 0),
    ]),
  )
}

test('dimensions have ids and names of their own, in NFC', () => {
  for (const list of [DIMENSIONS, PROCEDURE_DIMENSIONS]) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    for (const { name } of list) expect(name).toBe(name.normalize('NFC'))
  }
  expect(new Set(DIMENSIONS.map(({ name }) => name)).size).toBe(DIMENSIONS.length)
})

const OF_DOSSIERS = DIMENSIONS.filter((dimension) => dimension.of === 'dossier')

describe.each(OF_DOSSIERS)('$id', ({ id, order, inLedger }) => {
  it('reads no dossier, and no details where it says that it needs none', async () => {
    const asked: (boolean | undefined)[] = []
    const watched = storeWith(store, {
      scanDossiers: () => {
        throw new Error('dossiers were read')
      },
      ledger(query) {
        asked.push(query.detailed)
        return store.ledger(query)
      },
    })
    await dossierStatistics(watched, { ...period, by: [id], rule: 'tt01-2020' })
    expect(asked).toContain(!inLedger)
    expect(asked.includes(true)).toBe(!inLedger)
  })

  it('splits without loss by every rule, each group named and in order', async () => {
    for (const { id: rule } of COUNTING_RULES) {
      const { rows, total } = await split([id], rule)
      expect(rows.length).toBeGreaterThan(1)
      expect(added(rows)).toEqual(total)
      const groups = rows.flatMap(({ group }) => group[id] ?? [])
      expect(groups.length).toBe(rows.length)
      const codes = groups.map(({ code }) => code)
      const place = (code: string) => order?.indexOf(code) ?? 0
      expect(codes).toEqual(codes.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)))
      for (const { name } of groups) expect(name).not.toMatch(/^$|undefined/)
    }
  })

  it('gives the same from the ledger as from the dossiers', async () => {
    const { rows } = await split([id], 'tt01-2020')
    const others = id === 'procedure' ? 'org' : 'procedure'
    const scanned = await split([id, others], 'tt01-2020')
    for (const row of rows) {
      const code = row.group[id]?.code
      const same = scanned.rows.filter(({ group }) => group[id]?.code === code)
      expect([code, added(same)]).toEqual([code, row.statistics])
    }
  })

  it('is counted within windows as in each window alone', async () => {
    for (const { id: rule } of COUNTING_RULES) {
      const { rows } = await split([id, 'month'], rule)
      for (const { label, from, to } of months) {
        const alone = await split([id], rule, { from, to })
        const within = rows.filter(({ group }) => group.month?.code === label)
        for (const { group, statistics } of alone.rows) {
          const same = within.find((one) => one.group[id]?.code === group[id]?.code)
          expect([rule, label, group[id], same?.statistics]).toEqual([
            rule,
            label,
            group[id],
            statistics,
          ])
        }
      }
    }
  })
})

test('windows join: what is carried over is what was pending, and flows add up to the whole', async () => {
  for (const { id: rule } of COUNTING_RULES) {
    const { rows, total } = await split(['month'], rule)
    const [first, second] = rows.map(({ statistics }) => statistics)
    expect(second?.carriedOver).toBe(first?.pendingTotal)
    expect(added(rows).resolvedTotal).toBe(total.resolvedTotal)
    expect(added(rows).receivedOnline).toBe(total.receivedOnline)
    expect(second?.pendingTotal).toBe(total.pendingTotal)
  }
})

describe.each(PROCEDURE_DIMENSIONS)('procedures by $id', ({ id, order }) => {
  it('count every procedure in each of its groups, each group named and in order', async () => {
    const { rows, total } = await procedureCounts(store, { organisation: 'H16', by: [id] })
    const groups = rows.flatMap(({ group }) => group[id] ?? [])
    const counted = rows.reduce((sum, { count }) => sum + count, 0)
    if (id === 'serviceLevel') expect(counted).toBe(total + 1)
    else expect(counted).toBe(total)
    const codes = groups.map(({ code }) => code)
    const place = (code: string) => order?.indexOf(code) ?? 0
    expect(codes).toEqual(codes.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)))
    for (const { name } of groups) expect(name).not.toMatch(/^$|undefined/)
  })
})
