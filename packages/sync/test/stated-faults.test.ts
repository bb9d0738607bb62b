import { defineConnector, type HttpConnector, HttpSource } from '@cchc/connector-kit'
import { DOSSIER_COUNT_KEY, DossierCount, inWords } from '@cchc/domain'
import { statedCount } from '@cchc/domain/testing'
import { expect, test } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { from, settings } from './scripted.ts'

function stating(records: readonly DossierCount[]) {
  return defineConnector({
    kind: 'http',
    id: 'stating',
    version: '1.0.0',
    title: 'Số liệu thử nghiệm',
    config: HttpSource,
    streams: {
      counts: {
        entity: 'dossier-count',
        record: DossierCount,
        key: DOSSIER_COUNT_KEY,
        deletes: 'absence',
      },
    },
    open: () => ({ counts: { read: () => from([{ records, cursor: undefined }]) } }),
    check: () => Promise.resolve(),
  }) as unknown as HttpConnector
}

test('stated rows are kept as they came, and a run tells of those that break an identity', async () => {
  const store = new MemoryStore()
  const broken = statedCount({ counts: { resolvedTotal: 5, resolvedLate: 6 } })
  const sound = statedCount({ fieldCode: 'LD' })
  const other = { ...broken, fieldCode: 'HT' }
  const run = await runSource(settings(store, stating([sound, broken, other])))
  expect(run.warnings.map((one) => inWords(one))).toEqual([
    'counts: 2 stated rows break an identity of Form II.06; the first is that of H99.03, Từ ngày 01/01/2026 đến ngày 31/01/2026: (7)=(8)+(9)+(10), 5 is not 6. They are kept as they came; ask who states them.',
  ])
  const kept = [sound, broken, other].map((value) => {
    const key = `H99.03|${value.fieldCode ?? ''}||2026-01-01|2026-01-31|tt01-2020`
    return [key, { key, value }]
  })
  expect([...store.content('counts').records]).toEqual(kept)
})

test('sound rows are not spoken of', async () => {
  const run = await runSource(settings(new MemoryStore(), stating([statedCount()])))
  expect(run.warnings).toEqual([])
})
