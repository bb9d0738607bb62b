import {
  COUNTING_RULES,
  DossierStatistics,
  Succession,
  Successions,
  successionFaults,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import { storeWith } from '@cchc/store/views'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DimensionId, dossierStatistics, storeInTree } from '../src/index.ts'
import { day, newest, states, UNITS } from './random-dossiers.ts'
import { storedDossiers } from './stored-dossiers.ts'

const stored = storedDossiers()

const CODES = [...UNITS, 'H16', 'H16.31', 'H16.70', 'H16.71', 'H17.02'] as const
const codes = fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 })
const chains = fc
  .array(
    fc
      .record({
        date: day,
        kind: fc.constantFrom('renamed', 'merged', 'split', 'abolished'),
        from: codes,
        to: codes,
      })
      .map((one) => Succession.parse({ ...one, default: one.to[0] }))
      .filter((one) => successionFaults([one]).length === 0),
    { minLength: 1, maxLength: 5 },
  )
  .filter((all) => successionFaults(all).length === 0)

test('any chain of successions keeps the whole, and every organisation gives what its dossiers give', async () => {
  await fc.assert(
    fc.asyncProperty(states, chains, day, async (all, chain, at) => {
      const plain = await stored([all])
      const successions = new Successions(chain)
      const store = storeInTree(plain, { successions, day: at })
      const movedDossiers = newest(all).map((one) => ({
        ...one,
        organisationCode: successions.holderAt(one.organisationCode, at),
      }))
      const moved = await stored([movedDossiers])
      for (const { id: rule } of COUNTING_RULES) {
        for (const by of [['org'], ['org', 'channel', 'procedure'], ['level']] as DimensionId[][]) {
          const query = { from: '2022-01-10', to: '2022-02-10', rule, by }
          const shown = await dossierStatistics(store, query)
          expect(shown.total).toEqual((await dossierStatistics(plain, query)).total)
          expect(shown.rows).toEqual((await dossierStatistics(moved, query)).rows)
        }
      }
      await Promise.all([plain.close(), moved.close()])
    }),
    { numRuns: 12 },
  )
})

test('one organisation of the tree has what each of its predecessors had, also from the dossiers', async () => {
  await fc.assert(
    fc.asyncProperty(states, async (all) => {
      const plain = await stored([all])
      const successions = new Successions([
        Succession.parse({
          date: '2022-01-20',
          kind: 'merged',
          from: ['H16.05', 'H16.06'],
          to: ['H16.70'],
        }),
      ])
      const of = async (store: Store, organisation: string, by: DimensionId[]) => {
        const listed = namingStore(store, organisation)
        const period = { from: '2022-01-01', to: '2022-02-20', rule: 'tt01-2020' }
        return (await dossierStatistics(listed, { ...period, organisation, by })).total
      }
      for (const by of [[], ['procedure']] as DimensionId[][]) {
        const after = await of(storeInTree(plain, { successions, day: '2022-01-20' }), 'H16.70', by)
        const before = storeInTree(plain, { successions, day: '2022-01-19' })
        const parts = [await of(before, 'H16.05', by), await of(before, 'H16.06', by)]
        for (const column of DossierStatistics.keyof().options) {
          expect(after[column]).toBe(parts.reduce((sum, part) => sum + part[column], 0))
        }
      }
      await plain.close()
    }),
    { numRuns: 12 },
  )
})

/** Lists the organisation that is asked for, as a configuration would. */
function namingStore(store: Store, code: string): Store {
  const value = { code, name: code, level: 'department', parentCode: null }
  const listed = [{ source: 'x', value: { ...value, validFrom: null, validTo: null } }]
  return storeWith(store, {
    listRecords: async (entity) => (entity === 'organisation' ? listed : []) as never,
  })
}
