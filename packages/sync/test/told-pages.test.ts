import { say } from '@cchc/domain'
import { expect, test } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, scripted, settings } from './scripted.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => say('{index}', { index }))
const HELD = [
  {
    organisations: ['H99'],
    from: '2022-01-01',
    to: '2022-01-31',
    asOf: '2022-01-31',
    openBefore: false,
  },
]

test('what was read is told apart from what is to be looked at; what is held goes with the pass', async () => {
  const store = new MemoryStore()
  const pages = [
    {
      records: [dossier('H99-1')],
      cursor: { page: 1 },
      notes: [say('read')],
      warnings: [say('look')],
    },
    { records: [], cursor: { page: 2 }, held: HELD },
    { records: [], cursor: { page: 3 } },
  ]
  const run = await runSource(settings(store, scripted({ dossiers: () => from(pages) })))
  expect([run.notes, run.warnings]).toEqual([[say('read')], [say('look')]])
  expect(store.ends.map(({ held }) => held)).toContainEqual(HELD)
})

test('of very many notes and warnings the first are told, and that there were more', async () => {
  const store = new MemoryStore()
  const pages = [1, 2].map((page) => ({
    ...{ records: [], cursor: { page }, notes: many(150), warnings: many(60) },
  }))
  const run = await runSource(settings(store, scripted({ dossiers: () => from(pages) })))
  expect(run.notes).toHaveLength(200)
  const more = (count: number) => ({
    template: '{stream}: only the first {count} notes are told',
    values: { stream: 'dossiers', count },
  })
  expect(run.warnings.filter((one) => JSON.stringify(one).includes('only the first'))).toEqual([
    more(200),
    more(90),
  ])
})
