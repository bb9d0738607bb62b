import { unreadableReason } from '@cchc/connector-kit'
import { errorOf, pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { Dossier, dayNumber, startOfDay } from '@cchc/domain'
import { agencyObjectId, countedFacts, smallWorld, worldAt } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
let clock = Number.POSITIVE_INFINITY
const { open, requests } = simulate(worldAt(world, () => clock))

/** What was never accepted has no date of it, and is in no list. */
const accepted = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i)).filter(
  ({ status }) => status !== 'denied',
)
const codesOf = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code)
const dayStart = (day: string) => startOfDay(dayNumber(day))

describe('a first pass', () => {
  test('reads every dossier that was accepted, once, as slices', async () => {
    const { streams } = open()
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    expect(codesOf(records).toSorted()).toEqual(codesOf(accepted).toSorted())
    const byCode = new Map(records.map((record) => [record.code, record]))
    for (const simulated of accepted) {
      expect(Dossier.parse(byCode.get(simulated.code))).toMatchObject({
        ...countedFacts(simulated),
        serviceLevelReceived: `Mức độ ${simulated.serviceLevel}`,
      })
    }
    const searches = requests.filter(({ pathname }) => pathname === '/pa/dossier/search')
    expect(new Set(searches.map(({ searchParams }) => searchParams.get('spec')))).toEqual(
      new Set(['slice']),
    )
  })

  test('says of each window that it is read whole, and goes on within one', async () => {
    const pages = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
    const days = pages.flatMap(({ whole }) => whole ?? [])
    expect(days[0]?.from).toBe('2021-09-01')
    expect(days.at(-1)?.to).toBe('2023-01-01')
    const within = pages.findIndex(({ cursor }) => (cursor.pass?.start ?? 0) > 0)
    const { cursor } = pages[within] as (typeof pages)[number]
    const rest = await recordsOf(open().streams.dossiers.read({ cursor }))
    expect(codesOf(rest)).toEqual(
      codesOf(pages.slice(within + 1).flatMap(({ records }) => records)),
    )
  })

  test('brings in what was received before its first day and matters after it', async () => {
    const { streams } = open({ config: { since: '2022-06-01' } })
    const since = dayStart('2022-06-01')
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    const older = accepted.filter(({ receivedAt }) => receivedAt < since)
    const matters = older.filter(({ releasedAt }) => releasedAt === null || releasedAt >= since)
    expect(matters.length).toBeGreaterThan(0)
    expect(codesOf(records)).toEqual(expect.arrayContaining(codesOf(matters)))
    expect(records.length).toBeLessThan(accepted.length)
  })
})

describe('later passes', () => {
  test('bring the stored state to that of the portal, without reading everything again', async () => {
    const stored = new Map<string, number>()
    let cursor: unknown
    let read = 0
    for (const today of ['2022-03-10', '2022-03-11', '2022-04-20', '2022-09-01', '2022-12-31']) {
      clock = dayStart(today) + 3_600_000
      const { streams } = open({ today })
      read = 0
      for await (const page of streams.dossiers.read({ cursor: cursor as undefined })) {
        for (const { code, version } of page.records) stored.set(code, version)
        read += page.records.length
        cursor = JSON.parse(JSON.stringify(page.cursor))
      }
      const portal = worldAt(world, clock)
      const expected = Array.from({ length: portal.dossierCount }, (_, i) => portal.dossier(i))
      expect([...stored].sort()).toEqual(
        expected
          .filter(({ status }) => status !== 'denied')
          .map(({ code, modifiedAt }) => [code, modifiedAt])
          .sort(),
      )
    }
    clock = Number.POSITIVE_INFINITY
    expect(read).toBeLessThan(200)
    expect(cursor).toMatchObject({ pass: null, limited: null })
  })

  test('read little when nothing happened', async () => {
    const first = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
    const again = await recordsOf(open().streams.dossiers.read({ cursor: first.at(-1)?.cursor }))
    expect(again.length).toBeLessThan(60)
  })

  test('look back by the clock of the portal where that runs behind', async () => {
    clock = dayStart('2022-03-10')
    const behind = await pagesOf(
      open({ today: '2022-03-15' }).streams.dossiers.read({ cursor: undefined }),
    )
    const stored = new Map(behind.flatMap(({ records }) => records).map((d) => [d.code, d.version]))
    clock = dayStart('2022-03-14')
    const { streams } = open({ today: '2022-03-19' })
    for (const { code, version } of await recordsOf(
      streams.dossiers.read({ cursor: behind.at(-1)?.cursor }),
    )) {
      stored.set(code, version)
    }
    const portal = worldAt(world, clock)
    const missed = Array.from({ length: portal.dossierCount }, (_, i) => portal.dossier(i)).filter(
      ({ status, code, modifiedAt }) => status !== 'denied' && stored.get(code) !== modifiedAt,
    )
    clock = Number.POSITIVE_INFINITY
    expect(codesOf(missed)).toEqual([])
  })
})

test('a reading of given days leaves the position of the whole pass alone and can itself go on', async () => {
  const days = { from: '2022-05-01', to: '2022-05-31' }
  const whole = await pagesOf(open().streams.dossiers.read({ cursor: undefined }))
  const cursor = whole[2]?.cursor
  const pages = await pagesOf(open().streams.dossiers.read({ cursor, ...days }))
  expect(pages.at(-1)?.cursor).toEqual(cursor)
  const codes = codesOf(pages.flatMap(({ records }) => records))
  const wanted = accepted.filter(
    ({ receivedAt }) => receivedAt >= dayStart('2022-05-01') && receivedAt < dayStart('2022-06-01'),
  )
  expect(codes.toSorted()).toEqual(codesOf(wanted).toSorted())
})

test('finds single dossiers by their codes', async () => {
  const { lookup } = open().streams.dossiers
  const code = accepted[7]?.code ?? ''
  const found: Dossier[] = []
  for await (const records of lookup?.([{ code }, { code: 'H99.99-220101-0001' }]) ?? []) {
    found.push(...records)
  }
  expect(codesOf(found)).toEqual([code])
})

describe('what a configuration says of its system', () => {
  const read = (settings: Parameters<typeof open>[0]) =>
    recordsOf(open(settings).streams.dossiers.read({ cursor: undefined }))

  test('a status that nobody named is refused with its number', async () => {
    const refused = (await read({ config: { statuses: {} } })).filter(unreadableReason)
    const numbers = refused.map((record) => unreadableReason(record)?.message.values?.number)
    expect([...new Set(numbers)].sort()).toEqual(['10', '3', '5'])
    const known = accepted.filter(({ status }) =>
      ['processing', 'interoperating', 'releasing'].includes(status),
    )
    expect(refused.length).toBe(accepted.length - known.length)
  })

  test('other names of the fields of an end', async () => {
    const endFields = { completed: 'endDate', returned: 'handedOverDate' }
    const records = await read({ endFields, config: { fields: endFields } })
    expect(records.filter(unreadableReason)).toEqual([])
    expect(records.filter(({ finishedAt }) => finishedAt !== null).length).toBe(
      accepted.filter(({ releasedAt }) => releasedAt !== null).length,
    )
    const wrong = (await read({ endFields })).filter(unreadableReason)
    expect(unreadableReason(wrong[0])?.fix?.template).toContain('fields.completed')
  })

  test('days that are read as their Z says', async () => {
    const error = await errorOf(read({ strictDays: true, config: { windowDays: 1 } }))
    expect(error).toMatchObject({ code: 'portal_changed' })
    expect(error).toHaveProperty('fix', expect.stringContaining('searchDays'))
    const records = await read({ strictDays: true, config: { searchDays: 'utc' } })
    expect(records.length).toBe(accepted.length)
  })

  test('a field of the last change that does not exist', async () => {
    const error = await errorOf(read({ config: { since: '2022-06-01', fields: { updated: 'x' } } }))
    expect(error).toHaveProperty('fix', expect.stringContaining('fields.updated'))
  })

  test('the agency that is read, with all below it', async () => {
    const records = await read({ config: { agencyId: agencyObjectId('H99.31') } })
    const below = accepted.filter(({ organisation }) => organisation.code.startsWith('H99.31'))
    expect(codesOf(records).toSorted()).toEqual(codesOf(below).toSorted())
  })

  test('the code of an agency that has none of its own', async () => {
    const agencies = { '000.00.31.H99': 'H98.77' }
    const records = await read({ config: { agencies } })
    const named = records.filter(({ organisationCode }) => organisationCode === 'H98.77')
    expect(named.length).toBe(
      accepted.filter(({ organisation }) => organisation.code === 'H99.31').length,
    )
  })
})
