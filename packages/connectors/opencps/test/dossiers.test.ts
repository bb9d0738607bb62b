import { errorOf, pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { Dossier, dayNumber, PortalChanged, startOfDay } from '@cchc/domain'
import { countedFacts, smallWorld, worldAt } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
let clock = Number.POSITIVE_INFINITY
const { open, requests } = simulate(worldAt(world, () => clock))

const codes = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i).code)
const codesOf = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code)

describe('a first pass', () => {
  test.each(['xml', 'json'])('reads every dossier once, over %s', async (format) => {
    const { streams } = open({ config: { format } })
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    expect(codesOf(records)).toEqual(codes)
    for (const [i, record] of records.entries()) {
      const simulated = world.dossier(i)
      expect(Dossier.parse(record)).toMatchObject({
        ...countedFacts(simulated),
        statusReceived: simulated.status,
        serviceLevelReceived: String(simulated.serviceLevel),
      })
    }
  })

  test('says how many dossiers it will read', async () => {
    const pages = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
    expect(new Set(pages.map((page) => page.expected))).toEqual(new Set([300]))
  })

  test('names start and end in every request, and asks by days of reception', async () => {
    await recordsOf(open().streams.dossiers.read({ cursor: undefined }))
    for (const { searchParams } of requests) {
      expect(Number(searchParams.get('end'))).toBeGreaterThan(Number(searchParams.get('start')))
      expect(searchParams.get('toReceiveDate')).toMatch(/^\d\d\/\d\d\/\d{4}$/)
    }
  })

  test('brings in what was received before its first day and matters after it', async () => {
    const { streams } = open({ config: { since: '2022-06-01' } })
    const since = startOfDay(dayNumber('2022-06-01'))
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    const wanted = Array.from({ length: 300 }, (_, i) => world.dossier(i)).filter(
      ({ receivedAt, releasedAt }) =>
        receivedAt >= since || releasedAt === null || releasedAt >= since,
    )
    const carriedOver = wanted.filter(({ receivedAt }) => receivedAt < since)
    expect(carriedOver.length).toBeGreaterThan(0)
    expect(codesOf(records)).toEqual(expect.arrayContaining(codesOf(wanted)))
  })
})

describe('later passes', () => {
  test('bring the stored state to that of the portal, without reading everything again', async () => {
    const stored = new Map<string, number>()
    let cursor: unknown
    let read = 0
    for (const today of ['2022-03-10', '2022-03-11', '2022-04-20', '2022-09-01', '2022-12-31']) {
      clock = startOfDay(dayNumber(today)) + 3_600_000
      const { streams } = open({ today, config: { overlapDays: 1 } })
      read = 0
      for await (const page of streams.dossiers.read({ cursor: cursor as undefined })) {
        for (const { code, version } of page.records) stored.set(code, version)
        read += page.records.length
        cursor = JSON.parse(JSON.stringify(page.cursor))
      }
      const portal = worldAt(world, clock)
      const expected = Array.from({ length: portal.dossierCount }, (_, i) => portal.dossier(i))
      expect([...stored].sort()).toEqual(
        expected.map(({ code, modifiedAt }) => [code, modifiedAt]).sort(),
      )
    }
    clock = Number.POSITIVE_INFINITY
    expect(read).toBeLessThan(250)
    expect(cursor).toMatchObject({ pass: null, limited: null })
  })

  test('that are gone on with months later bring what ended meanwhile', async () => {
    const stored = new Map<string, number>()
    const readFrom = async (today: string, cursor: unknown, pages = Number.POSITIVE_INFINITY) => {
      clock = startOfDay(dayNumber(today)) + 3_600_000
      const { streams } = open({ today, config: { overlapDays: 1 } })
      let [last, left] = [cursor, pages]
      for await (const page of streams.dossiers.read({ cursor: cursor as undefined })) {
        for (const { code, version } of page.records) stored.set(code, version)
        last = page.cursor
        left -= 1
        if (left === 0) break
      }
      return last
    }
    const whole = await readFrom('2022-03-10', undefined)
    const brokenOff = await readFrom('2022-04-20', whole, 1)
    expect(await readFrom('2022-09-01', brokenOff)).toMatchObject({ pass: null })
    const portal = worldAt(world, clock)
    const all = Array.from({ length: portal.dossierCount }, (_, i) => portal.dossier(i))
    clock = Number.POSITIVE_INFINITY
    expect([...stored.keys()].sort()).toEqual(codesOf(all).sort())
    const older = all.filter(({ receivedAt }) => receivedAt < startOfDay(dayNumber('2022-03-09')))
    expect(older.map(({ code }) => stored.get(code))).toEqual(
      older.map(({ modifiedAt }) => modifiedAt),
    )
  })

  test('read little when nothing happened', async () => {
    const first = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
    const cursor = first.at(-1)?.cursor
    const again = await recordsOf(open().streams.dossiers.read({ cursor }))
    const open300 = Array.from({ length: 300 }, (_, i) => world.dossier(i))
    const unfinished = open300.filter(({ releasedAt }) => releasedAt === null).length
    expect(again.length).toBeGreaterThanOrEqual(unfinished)
    expect(again.length).toBeLessThan(150)
  })
})

describe('a reading of given days', () => {
  const days = { from: '2022-05-01', to: '2022-05-31' }

  test('leaves the position of the whole pass alone and can itself go on', async () => {
    const whole = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
    const cursor = whole[2]?.cursor
    const pages = await pagesOf(open().streams.dossiers.read({ cursor, ...days }))
    expect(pages.at(-1)?.cursor).toEqual(cursor)
    expect(pages.length).toBeGreaterThan(2)
    const rest = await pagesOf(open().streams.dossiers.read({ cursor: pages[0]?.cursor, ...days }))
    expect(rest.flatMap((page) => codesOf(page.records))).toEqual(
      pages.slice(1).flatMap((page) => codesOf(page.records)),
    )
    expect(pages.every((page) => page.cursor.pass === cursor?.pass)).toBe(true)
  })

  test('holds all that was received in them', async () => {
    const records = await recordsOf(open().streams.dossiers.read({ cursor: undefined, ...days }))
    const low = startOfDay(dayNumber(days.from))
    const high = startOfDay(dayNumber(days.to) + 1)
    const wanted = Array.from({ length: 300 }, (_, i) => world.dossier(i)).filter(
      ({ receivedAt }) => receivedAt >= low && receivedAt < high,
    )
    expect(codesOf(records)).toEqual(expect.arrayContaining(wanted.map(({ code }) => code)))
  })
})

describe('quirks', () => {
  test('a total that is too large is found out', async () => {
    const { streams } = open({ quirks: { wrongTotalBy: 3 } })
    const error = await errorOf(recordsOf(streams.dossiers.read({ cursor: undefined })))
    expect(error).toBeInstanceOf(PortalChanged)
    expect(error.message).toContain('3 more')
  })

  test('a total that is too small loses nothing', async () => {
    const { streams } = open({ quirks: { wrongTotalBy: -7 }, config: { windowDays: 366 } })
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    expect(new Set(codesOf(records))).toEqual(new Set(codes))
  })

  test('rows that come twice are taken once, older states are handed on', async () => {
    const { streams } = open({ quirks: { duplicateEvery: 3, staleEvery: 50 } })
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    expect(new Set(codesOf(records))).toEqual(new Set(codes))
    expect(records.length).toBeLessThan(330)
    const newest = new Map<string, number>()
    for (const { code, version } of records) {
      newest.set(code, Math.max(version, newest.get(code) ?? 0))
    }
    for (let i = 0; i < 300; i++) {
      const { code, modifiedAt } = world.dossier(i)
      expect(newest.get(code)).toBe(modifiedAt)
    }
  })

  test('malformed rows are left to the schema, which refuses them by field', async () => {
    const { streams } = open({ quirks: { malformedEvery: 10 } })
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    const refused = records.flatMap((record) => Dossier.safeParse(record).error?.issues ?? [])
    expect(new Set(refused.map((issue) => issue.path[0]))).toEqual(
      new Set(['finishedAt', 'receivedAt', 'procedureCode', 'organisationCode', 'status']),
    )
    const sound = records.filter((record) => Dossier.safeParse(record).success)
    expect(sound.length).toBeGreaterThanOrEqual(270)
  })
})

test('finds single dossiers by their codes', async () => {
  const { lookup } = open().streams.dossiers
  const keys = [{ code: codes[7] ?? '' }, { code: 'H99.99-220101-0001' }]
  const found: Dossier[] = []
  for await (const records of lookup?.(keys) ?? []) found.push(...records)
  expect(codesOf(found)).toEqual([codes[7]])
})
