import { describe, expect, it } from 'vitest'
import { smallWorld, worldAt } from '../src/index.ts'
import { BASIC, codes, JSON_HEADERS, type Page, portal } from './opencps-portal.ts'

const DECLARED =
  'dossierId groupId userName createDate modifiedDate referenceUid serviceCode serviceName govAgencyCode govAgencyName applicantName applicantIdType applicantIdNo address contactName contactTelNo contactEmail dossierNo submitDate receiveDate dueDate releaseDate finishDate cancellingDate correctingDate dossierStatus dossierStatusText viaPostal online durationCount durationUnit domainCode domainName originality systemId serviceLevel fromViaPostal'.split(
    ' ',
  )

const world = smallWorld({ dossiers: 3000 })
const { get, dossiers } = portal(world)
const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))

describe('access', () => {
  it.each([
    ['no login', { groupId: '20126' }],
    ['a wrong password', { ...JSON_HEADERS, authorization: 'Basic dXNlcjpuaXg=' }],
  ])('answers %s with 203', async (_, headers) => {
    for (const path of ['/v2/dossiers', '/v2/serviceinfos', '/statistics?year=2022']) {
      const response = await get(path, headers as Record<string, string>)
      expect(response.status).toBe(203)
      expect(await response.json()).toMatchObject({ code: 203 })
    }
  })

  it('refuses without a site and for a date that is none', async () => {
    expect((await get('/v2/dossiers', { authorization: BASIC })).status).toBe(403)
    const bad = await get('/v2/dossiers?fromReceiveDate=31/02/2022', JSON_HEADERS)
    expect(bad.status).toBe(403)
    expect(await bad.json()).toMatchObject({ message: 'No Content.' })
  })
})

describe('dossiers as XML', () => {
  it('holds the elements in their declared order and leaves out those that are null', async () => {
    const xml = await (await get('/v2/dossiers?start=0&end=3000')).text()
    expect(xml).toMatch(/^<\?xml [^>]*\?><data><total>3000<\/total><data><dossierId>/)
    const records = xml.split('<data>').slice(2)
    expect(records.length).toBe(3000)
    for (const record of records) {
      const names = [...record.matchAll(/<(\w+)>/g)].map((match) => match[1])
      expect(names).toEqual(DECLARED.filter((name) => names.includes(name)))
    }
    const open = all.findIndex((each) => each.releasedAt === null)
    expect(records[open]).not.toContain('<releaseDate>')
    expect(records[open]).toContain('<receiveDate>')
  })

  it('escapes text', async () => {
    const xml = await (await get('/v2/dossiers?start=0&end=3000')).text()
    expect(xml).toContain('Chiến sĩ thi đua cơ sở &amp; Lao động tiên tiến')
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/)
  })

  it('says the same as JSON', async () => {
    const xml = await (await get('/v2/dossiers?start=40&end=43')).text()
    const { data } = await dossiers('start=40&end=43')
    for (const row of data) {
      for (const value of Object.values(row)) {
        expect(xml).toContain(
          `>${value.replaceAll('&', '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}<`,
        )
      }
    }
  })

  it('has no inner data on an empty page', async () => {
    const xml = await (await get('/v2/dossiers?start=3000&end=3500')).text()
    expect(xml).toMatch(/<data><total>3000<\/total><\/data>$/)
  })

  it('fills every personal field with a canary', async () => {
    const { data } = await dossiers('start=0&end=5')
    const personal = [
      'applicantName',
      'applicantIdNo',
      'address',
      'contactName',
      'contactTelNo',
      'contactEmail',
      'userName',
    ]
    for (const row of data) for (const name of personal) expect(row[name]).toMatch(/^CANARY/)
  })

  it('writes some release dates as the index stores them', async () => {
    const { data } = await dossiers('start=0&end=3000')
    const written = data.flatMap((row) => row.releaseDate ?? [])
    const compact = written.filter((text) => /^\d{14}$/.test(text))
    expect(compact.length).toBeGreaterThan(written.length / 10)
    expect(written.every((text) => /^(\d{14}|\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d)$/.test(text))).toBe(
      true,
    )
  })
})

describe('paging', () => {
  it('gives every dossier once over the pages of a window', async () => {
    const window = 'fromReceiveDate=01/03/2022&toReceiveDate=31/03/2022'
    const found: (string | undefined)[] = []
    const { total } = await dossiers(`${window}&start=0&end=1`)
    for (let start = 0; start < total; start += 7) {
      found.push(...codes(await dossiers(`${window}&start=${start}&end=${start + 7}`)))
    }
    const from = Date.parse('2022-03-01T00:00:00+07:00')
    const to = Date.parse('2022-04-01T00:00:00+07:00')
    const expected = all.filter((each) => each.receivedAt >= from && each.receivedAt < to)
    expect(found).toEqual(expected.map((each) => each.code))
    expect(total).toBe(expected.length)
  })

  it('takes end=0 as ten rows or as all', async () => {
    expect((await dossiers('start=0&end=0')).data.length).toBe(10)
    const master = portal(world, { quirks: { endZero: 'all' } })
    const page = await master.dossiers('')
    expect(codes(page)).toEqual(all.map((each) => each.code))
  })
})

describe('filters', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00+07:00`)

  it.each([
    ['Release', 'releasedAt'],
    ['Finish', 'finishedAt'],
    ['Due', 'dueAt'],
  ] as const)('selects by %s date, both days included', async (name, key) => {
    const query = `from${name}Date=10/05/2022&to${name}Date=12/05/2022&start=0&end=3000`
    const expected = all.filter((each) => {
      const instant = each[key]
      return instant !== null && instant >= day('2022-05-10') && instant < day('2022-05-13')
    })
    expect(expected.length).toBeGreaterThan(5)
    const page = await dossiers(query)
    expect(new Set(codes(page))).toEqual(new Set(expected.map((each) => each.code)))
    expect(page.total).toBe(expected.length)
    const sorted = await dossiers(`${query}&sort=${name.toLowerCase()}Date&order=true`)
    const instants = sorted.data.map(
      (row) => all.find((each) => each.code === row.dossierNo)?.[key],
    )
    expect(instants).toEqual([...instants].sort((a, b) => Number(b) - Number(a)))
  })

  it('selects by status, agency, number and combinations', async () => {
    const waiting = await dossiers('status=waiting,processing&start=0&end=3000')
    const open = all.filter((each) => ['waiting', 'processing'].includes(each.status))
    expect(codes(waiting)).toEqual(open.map((each) => each.code))
    const both = await dossiers(
      'status=done&agency=000.00.31.H99&fromReceiveDate=01/01/2022&toReceiveDate=30/06/2022&start=0&end=3000',
    )
    const expected = all.filter(
      (each) =>
        each.status === 'done' &&
        each.organisation.code === 'H99.31' &&
        each.receivedAt >= day('2022-01-01') &&
        each.receivedAt < day('2022-07-01'),
    )
    expect(codes(both)).toEqual(expected.map((each) => each.code))
    const code = all[1234]?.code
    expect(codes(await dossiers(`dossierNo=${code}&start=0&end=10`))).toEqual([code])
  })

  it('follows a world that moves on', async () => {
    let now = day('2022-06-01')
    const living = portal(worldAt(world, () => now))
    const query = 'fromReleaseDate=01/06/2022&start=0&end=1'
    expect((await living.dossiers(query)).total).toBe(0)
    now = day('2022-06-20')
    expect((await living.dossiers(query)).total).toBeGreaterThan(20)
  })
})

describe('services', () => {
  it('lists every procedure with each agency that offers it', async () => {
    const page = (await (await get('/v2/serviceinfos?end=0', JSON_HEADERS)).json()) as Page
    expect(page.total).toBe(world.procedures.length)
    expect(page.data.map((row) => row.serviceCodeDVCQG)).toEqual(
      world.procedures.map((each) => each.code),
    )
    const xml = await (await get('/v2/serviceinfos?start=5&end=7')).text()
    const configs = world.procedures.slice(5, 7).flatMap((each) => each.services)
    expect(xml.match(/<serviceConfigs>/g)?.length).toBe(configs.length)
    const codesShown = page.data.map((row) => row.serviceCode ?? '')
    expect(codesShown.filter((code) => code.endsWith('.000.00.00.H99')).length).toBeGreaterThan(0)
  })
})

describe('statistics', () => {
  const statistics = async (query: string): Promise<Record<string, number | string>[]> => {
    const response = await get(`/statistics?${query}`, JSON_HEADERS)
    return ((await response.json()) as { data: Record<string, number | string>[] }).data
  }

  it('puts leaves and roll-ups into one table', async () => {
    const rows = await statistics('year=2022&month=3')
    const leaves = rows.filter((row) => row.govAgencyCode && row.domainCode)
    const [grand] = rows.filter((row) => !row.govAgencyCode && !row.domainCode)
    for (const name of [
      'totalCount',
      'receivedCount',
      'releaseCount',
      'overtimeCount',
      'deniedCount',
    ]) {
      const sum = leaves.reduce((total, row) => total + Number(row[name]), 0)
      expect(sum).toBe(grand?.[name])
    }
    const march = [Date.parse('2022-03-01T00:00:00+07:00'), Date.parse('2022-04-01T00:00:00+07:00')]
    const received = all.filter(
      (each) =>
        each.status !== 'denied' &&
        each.receivedAt > (march[0] ?? 0) &&
        each.receivedAt < (march[1] ?? 0),
    )
    expect(grand?.receivedCount).toBe(received.length)
  })

  it('shows 100 percent where nothing was released, and 406 for a question it cannot read', async () => {
    const rows = await statistics('fromStatisticDate=02/10/2021&toStatisticDate=02/10/2021')
    const idle = rows.filter((row) => row.releaseCount === 0)
    expect(idle.length).toBeGreaterThan(0)
    for (const row of idle) expect(row.ontimePercentage).toBe(100)
    expect((await get('/statistics', JSON_HEADERS)).status).toBe(406)
  })
})
