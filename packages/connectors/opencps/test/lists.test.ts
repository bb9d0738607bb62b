import { errorOf, recordsOf } from '@cchc/connector-kit/conformance'
import { PortalChanged } from '@cchc/domain'
import { type PagingFault, smallWorld } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
const { open, requests } = simulate(world)
const codes = Array.from({ length: 300 }, (_, i) => world.dossier(i).code)

const config = { windowDays: 366, since: '2021-09-01' }
const first = { cursor: undefined }

const READ_WHOLE: PagingFault[] = [
  'clamped-offsets',
  'capped-pages',
  'one-row-pages',
  'deletions',
  'moving-order',
  'growing-totals',
]

describe.each(READ_WHOLE)('a portal with %s', (paging) => {
  test('gives every dossier, and the reading ends', async () => {
    const { streams } = open({ paging, config })
    const records = await recordsOf(streams.dossiers.read(first))
    expect(new Set(records.map(({ code }) => code))).toEqual(new Set(codes))
    expect(records).toHaveLength(300)
    expect(requests.length).toBeLessThan(paging === 'one-row-pages' ? 400 : 80)
  })

  test.each([5, 10])('gives every procedure in pages of %i', async (pageSize) => {
    const { streams } = open({ paging, config: { pageSize } })
    const records = await recordsOf(streams.procedures.read(first))
    expect(new Set(records.map(({ code }) => code))).toEqual(
      new Set(world.procedures.map(({ code }) => code)),
    )
  })

  test('gives the statistics of a month as they are', async () => {
    const may = { ...first, from: '2022-05-01', to: '2022-05-31' }
    const figures = async (settings: object) => {
      const records = await recordsOf(open(settings).streams.figures.read(may))
      return records.map((record) => JSON.stringify(record)).toSorted()
    }
    const well = await figures({})
    expect(await figures({ paging })).toEqual(well)
    expect(await figures({ paging, config: { pageSize: 7 } })).toEqual(well)
  })
})

describe.each<[PagingFault, RegExp]>([
  ['ignored-offsets', /counts \d+ more than it handed out in 5 readings/],
  ['alternating-pages', /counts \d+ more than it handed out in 5 readings/],
  ['missing-totals', /states no total/],
])('a portal with %s', (paging, told) => {
  test('is told, soon and in words', async () => {
    const { streams } = open({ paging, config })
    const error = await errorOf(recordsOf(streams.dossiers.read(first)))
    expect(error).toBeInstanceOf(PortalChanged)
    expect(error.message).toMatch(told)
    expect(error).toHaveProperty('fix', expect.stringMatching(/\w/))
    expect(requests.length).toBeLessThan(50)
  })
})

test('a month of exactly as many dossiers as full pages hold ends where offsets are clamped', async () => {
  const may = { ...first, from: '2022-05-01', to: '2022-05-31' }
  const inMay = codes.filter((code) => code.includes('-2205'))
  for (const pageSize of [1, inMay.length, inMay.length / 2, inMay.length / 3]) {
    if (!Number.isInteger(pageSize)) continue
    requests.length = 0
    const { streams } = open({ paging: 'clamped-offsets', config: { windowDays: 31, pageSize } })
    const records = await recordsOf(streams.dossiers.read(may))
    expect(records.map(({ code }) => code)).toEqual(expect.arrayContaining(inMay))
    expect(requests.length).toBeLessThan(2 * (300 / pageSize) + 40)
  }
})

test('a reading that was broken off after a deletion misses nothing when it goes on', async () => {
  const { streams } = open({ paging: 'deletions', config })
  const seen = new Set<string>()
  const stopped: unknown[] = []
  for await (const { records, cursor } of streams.dossiers.read(first)) {
    for (const { code } of records) seen.add(code)
    stopped.push(cursor)
    if (stopped.length === 4) break
  }
  const rest = await recordsOf(streams.dossiers.read({ cursor: stopped[3] as never }))
  for (const { code } of rest) seen.add(code)
  expect(seen).toEqual(new Set(codes))
})
