import { COUNTING_RULES, type Dossier, DossierStatistics, dayNumber, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRules, type DimensionId, dossierStatistics } from '../src/index.ts'
import { day, newest, states } from './random-dossiers.ts'
import { storedDossiers } from './stored-dossiers.ts'

const COLUMNS = DossierStatistics.keyof().options

const store = storedDossiers()

/** The states in two batches of one run. */
function stored(all: readonly Dossier[]): Promise<Store> {
  const half = Math.ceil(all.length / 2)
  return store([all.slice(0, half), all.slice(half)])
}

const period = fc
  .tuple(day, day)
  .map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))

test('on a real store, ledger and scan give what a naive count of the newest states gives', async () => {
  const ids = COUNTING_RULES.map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(states, period, async (all, days) => {
      const store = await stored(all)
      const compared = await compareRules(store, { ...days, by: ['org'], rules: ids })
      for (const [index, rule] of COUNTING_RULES.entries()) {
        const naive = new Tally(dayNumber(days.from), dayNumber(days.to))
        for (const one of newest(all)) naive.addDossier(rule, one)
        const { total } = await dossierStatistics(store, { ...days, by: [], rule: rule.id })
        expect(total, rule.id).toEqual(naive.statistics())
        expect(compared.total.byRule[index]?.statistics, rule.id).toEqual(naive.statistics())
      }
      expect(compared.findings).toEqual([])
      await store.close()
    }),
    { numRuns: 25 },
  )
})

test('organisations and channels add up to the whole by every rule, and months join', async () => {
  const splits: DimensionId[][] = [['org'], ['channel'], ['org', 'channel', 'procedure']]
  await fc.assert(
    fc.asyncProperty(states, period, async (all, days) => {
      const store = await stored(all)
      const before = { label: 'before', from: '2022-01-01', to: dayBefore(days.from) }
      const months = [before, { label: 'after', ...days }]
      for (const { id: rule } of COUNTING_RULES) {
        for (const by of splits) {
          const { rows, total } = await dossierStatistics(store, { ...days, by, rule })
          for (const column of COLUMNS) {
            const sum = rows.reduce((count, { statistics }) => count + statistics[column], 0)
            expect(sum, `${rule} ${by} ${column}`).toBe(total[column])
          }
        }
        if (before.to < before.from) continue
        const { rows } = await dossierStatistics(store, { ...days, by: ['month'], months, rule })
        expect(rows[1]?.statistics.carriedOver).toBe(rows[0]?.statistics.pendingTotal)
      }
      await store.close()
    }),
    { numRuns: 15 },
  )
})

function dayBefore(of: string): string {
  return new Date(Date.parse(of) - 86_400_000).toISOString().slice(0, 10)
}
