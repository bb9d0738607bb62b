import type { DossierCount } from '@cchc/domain'
import { statedCount } from '@cchc/domain/testing'
import { describe, expect, test } from 'vitest'
import type { RecordQuery, Store } from '../../src/index.ts'
import { batch } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const JANUARY = { from: '2026-01-01', to: '2026-01-31' }
const FEBRUARY = { from: '2026-02-01', to: '2026-02-28' }

export function testStatedCounts(fixture: Fixture): void {
  describe('stated counts', () => {
    test('are found by unit, field and the days that their windows lie in', async () => {
      const { store } = await fixture.fresh()
      const rows = [
        statedCount({ ...JANUARY, organisationCode: 'H99.03' }),
        statedCount({ ...JANUARY, organisationCode: 'H99.04' }),
        statedCount({ ...JANUARY, organisationCode: 'H99.04', fieldCode: 'LD' }),
        statedCount({ ...FEBRUARY, organisationCode: 'H99.04' }),
      ]
      await state(store, rows)
      const [, whole, field, later] = rows
      expect(await stated(store, { within: JANUARY })).toHaveLength(3)
      expect(await stated(store, { within: { ...JANUARY, to: '2026-01-30' } })).toEqual([])
      expect(await stated(store, { within: { ...FEBRUARY, from: '2026-01-02' } })).toEqual([later])
      const where = { organisationCode: 'H99.04' }
      expect(await stated(store, { within: JANUARY, where })).toEqual([field, whole])
      const unit = { ...where, fieldCode: null }
      expect(await stated(store, { within: JANUARY, where: unit })).toEqual([whole])
    })

    test('that were corrected or are gone show as they were known, each for its source alone', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const [first, gone] = ['H99.03', 'H99.04'].map((organisationCode) =>
        statedCount({ ...JANUARY, organisationCode, counts: { resolvedTotal: 7 } }),
      ) as [DossierCount, DossierCount]
      await state(store, [first, gone])
      await state(store, [gone], 'folder')
      const before = clock.now()
      clock.pass(1000)
      const corrected = { ...first, counts: { resolvedTotal: 8 } }
      await state(store, [corrected])
      expect(await stated(store, { sources: ['sheets'] })).toEqual([corrected])
      expect(await stated(store, { sources: ['folder'] })).toEqual([gone])
      const query = { sources: ['sheets'], within: JANUARY, asKnownAt: before }
      expect(await stated(store, query)).toEqual([first, gone])
    })
  })
}

/** A whole pass over what a source states. */
async function state(store: Store, rows: readonly DossierCount[], source = 'sheets') {
  const run = await begin(store, source)
  const records = rows.map((value) => {
    return { key: `${value.organisationCode}|${value.fieldCode ?? ''}|${value.from}`, value }
  })
  const content = { entity: 'dossier-count', records, mode: 'staged' } as const
  await run.commit(batch([], { source, stream: 'counts', content }))
  await run.completePass('counts', { cursor: null, acceptRemovals: false })
  await finish(run)
}

async function stated(store: Store, query: RecordQuery): Promise<readonly DossierCount[]> {
  const records = await store.listRecords<DossierCount>('dossier-count', query)
  return records.map(({ value }) => value)
}
