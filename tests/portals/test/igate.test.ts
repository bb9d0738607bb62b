import { describe, expect, it } from 'vitest'
import {
  agencyObjectId,
  igateToken,
  levelIds,
  servePortals,
  smallWorld,
  type World,
} from '../src/index.ts'
import { access, type IgatePage, igate } from './igate-portal.ts'

const world = smallWorld({ dossiers: 200 })
const dossiers = (shown: World = world) =>
  Array.from({ length: shown.dossierCount }, (_, index) => shown.dossier(index))

describe('the Keycloak of iGate', () => {
  const { clientId, clientSecret, username, password } = access

  it('gives tokens to a public client with a password, and to a client of its own', async () => {
    const { login } = igate(world)
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    const answers = await Promise.all([
      login({ grant_type: 'password', client_id: clientId, username, password }),
      login({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` }),
      login({ grant_type: 'password', client_id: clientId, username, password: 'wrong' }),
      login({ grant_type: 'client_credentials' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 401])
  })

  it('lets in whoever has a token, for as long as it lives', async () => {
    let now = Date.UTC(2022, 5, 1)
    const { get, token } = igate(world, { now: () => now, tokenSeconds: 60 })
    const search = '/pa/dossier/search?spec=slice'
    const authorization = `bearer ${await token()}`
    expect((await get(search, authorization)).status).toBe(200)
    expect((await get(search, authorization.replace('b', 'B'))).status).toBe(200)
    now += 61_000
    expect((await get(search, authorization)).status).toBe(401)
    expect((await get(search, `bearer ${igateToken({ now: () => now }, 60)}`)).status).toBe(200)
    expect((await get(search, 'bearer a.b.c')).status).toBe(401)
  })

  it('answers at another port than the services', async () => {
    const served = await servePortals({ world })
    expect(new URL(served.igate.loginUrl).port).not.toBe(new URL(served.igate.url).port)
    expect((await fetch(`${served.igate.url}/pa/dossier/search`)).status).toBe(401)
    await served.close()
  })
})

describe('dossiers of iGate', () => {
  it('come in pages from 0 on, as slices without a total', async () => {
    const { json } = igate(world)
    const slice = await json('/pa/dossier/search?spec=slice&page=1&size=30&sort=acceptedDate,asc')
    expect(Object.keys(slice)).toEqual(['content', 'number', 'size'])
    expect(slice.content).toHaveLength(30)
    const page = await json('/pa/dossier/search?spec=page&page=0&size=30')
    expect(page.totalElements).toBe(200)
  })

  it('are found by local days that are written with a Z, unless the Z is meant', async () => {
    const days = 'accepted-from=2022-03-01T00:00:00.000Z&accepted-to=2022-03-31T23:59:59.999Z'
    const counted = async (strictDays: boolean) => {
      const { json } = igate(world, { strictDays })
      return (await json(`/pa/dossier/search?spec=page&size=1&${days}`)).totalElements
    }
    const within = (from: string, to: string) =>
      dossiers().filter(
        ({ receivedAt, status }) =>
          status !== 'denied' && receivedAt >= Date.parse(from) && receivedAt < Date.parse(to),
      ).length
    expect(await counted(false)).toBe(within('2022-03-01T00:00+07:00', '2022-04-01T00:00+07:00'))
    expect(await counted(true)).toBe(within('2022-03-01T00:00Z', '2022-04-01T00:00Z'))
  })

  it('are found by status, agency with all below it, and code', async () => {
    const { json } = igate(world)
    const total = async (filter: string) =>
      (await json(`/pa/dossier/search?spec=page&size=1&${filter}`)).totalElements
    const inState = dossiers().filter(({ status }) => ['waiting', 'releasing'].includes(status))
    expect(await total('dossier-status=3,4')).toBe(inState.length)
    const below = dossiers().filter(({ organisation }) => organisation.code.startsWith('H99.31'))
    expect(await total(`ancestor-agency-id=${agencyObjectId('H99.31')}`)).toBe(below.length)
    expect(await total(`code=${world.dossier(3).code}`)).toBe(1)
  })

  it('come newest change first, and drift when something changes', async () => {
    const { json } = igate(world, { quirks: { shiftPagesBy: 1 } })
    const page = (number: number) =>
      json(`/pa/dossier/search?spec=slice&page=${number}&size=20&sort=updatedDate,desc`)
    const [first, second] = [(await page(0)).content, (await page(1)).content]
    const times = first.map(({ updatedDate }) =>
      Date.parse(updatedDate.replace(/(\d\d)(\d\d)$/, '$1:$2')),
    )
    expect(times).toEqual(times.toSorted().reverse())
    expect(second[0]?.id).toBe(first[19]?.id)
  })

  it('show names, tasks and dates in every form that is seen in the field', async () => {
    const { json } = igate(world)
    const { content } = await json('/pa/dossier/search?spec=slice&size=200')
    const kinds = (read: (row: IgatePage['content'][number]) => unknown) =>
      new Set(
        content.map((row) => {
          const value = read(row)
          return Array.isArray(value) ? 'array' : typeof value
        }),
      )
    expect(kinds(({ dossierStatus }) => dossierStatus.name)).toEqual(new Set(['string', 'array']))
    expect(kinds(({ procedure }) => procedure.translate)).toEqual(new Set(['object', 'array']))
    expect(kinds(({ currentTask }) => currentTask)).toEqual(
      new Set(['object', 'array', 'undefined']),
    )
    const text = JSON.stringify(content)
    expect(text).toMatch(/"acceptedDate":"[\d-]+T[\d:.]+\+0000"/)
    expect(text).toMatch(/"acceptedDate":"[\d-]+T[\d:.]+\+0700"/)
    expect(text).toMatch(/"birthday":"[\d-]+T17:00:00.000\+0000"/)
    expect(text).toContain('nationCode')
    expect(text).toContain('CANARY')
    const detail = await json(`/pa/dossier/${content[0]?.id}/--online`)
    expect(detail).toEqual(content[0])
  })
})

describe('catalogues of iGate', () => {
  it('hold agencies by name and code, children by their parent, and procedures', async () => {
    const { json } = igate(world)
    const { content } = await json('/ba/agency/name+code?page=0&size=50')
    expect(content).toHaveLength(world.organisations.length)
    expect(content[1]).toEqual({
      id: agencyObjectId('H99.03'),
      code: '000.00.03.H99',
      name: 'Sở Tư pháp',
    })
    const children = await json<unknown[]>(`/ba/agency/--by-parent-id?parent-id=${content[0]?.id}`)
    expect(children.length).toBe(
      world.organisations.filter(({ parentCode }) => parentCode === 'H99').length,
    )
    const procedures = await json('/bd/procedure/--can-apply?page=0&size=100')
    expect(procedures.totalElements).toBe(world.procedures.length)
  })
})

describe('statistics of iGate', () => {
  const { agency, procedure } = levelIds('H99')
  const levels = [
    ...agency.map((id, i) => `agencyLevel${i}=${id}`),
    ...procedure.map((id, i) => `procedureLevel${4 - i}=${id}`),
  ].join('&')
  const path = '/pa/dossier-statistic/--statistic-agency-kgg'
  const year = 'from-date=2022-01-01T00:00:00.000Z&to-date=2022-12-31T23:59:59.999Z'
  type Counts = Readonly<Record<string, number>>
  const sum = (rows: readonly Counts[], name: string) =>
    rows.reduce((total, row) => total + (row[name] ?? 0), 0)

  it('count what came and what was resolved within local days', async () => {
    const rows = await igate(world).json<Counts[]>(`${path}?${year}&${levels}`)
    const [low, high] = [Date.parse('2022-01-01T00:00+07:00'), Date.parse('2023-01-01T00:00+07:00')]
    const within = (at: number | null) => at !== null && at >= low && at < high
    const received = dossiers().filter((d) => d.status !== 'denied' && within(d.receivedAt))
    expect(sum(rows, 'received')).toBe(received.length)
    expect(sum(rows, 'receivedOnline')).toBe(
      received.filter(({ channel }) => channel === 'online').length,
    )
    expect(sum(rows, 'resolved')).toBe(
      dossiers().filter(({ releasedAt }) => within(releasedAt)).length,
    )
    expect(sum(rows, 'resolvedOverdue')).toBeGreaterThan(0)
  })

  it('show nothing for the ids of another deployment, and nothing to who may not see reports', async () => {
    const foreign = levels.replaceAll(/=[0-9a-f]{4}/g, '=ffff')
    expect(await igate(world).json(`${path}?${year}&${foreign}`)).toEqual([])
    const { get, token } = igate(world, { mayReport: false })
    const answer = await get(`${path}?${year}&${levels}`, `bearer ${await token()}`)
    expect(answer.status).toBe(403)
  })

  it('know agencies of the online report by their names alone', async () => {
    const online = '/pa/kgg-dossier-statistic/--kgg-dossier-report-online'
    const days = 'from-applied-date=2022-01-01T00:00:00.0Z&to-applied-date=2022-12-31T23:59:59.0Z'
    const [row] = await igate(world).json<Counts[]>(`${online}?${days}`)
    expect(Object.keys(row ?? {}).slice(0, 2)).toEqual(['agency_name', 'phatsinh_1phan_quantity'])
    const digitised = '/pa/kgg-digitize/digitization-by-agency'
    const window = 'from=2022-01-01T00:00:00.000Z&to=2022-12-31T23:59:59.999Z'
    const rows = await igate(world).json<Counts[]>(`${digitised}?${window}`)
    expect(sum(rows, 'totalReceiver')).toBe(
      sum(rows, 'totalReceiverHavingFile') + sum(rows, 'totalReceiverNopeFile'),
    )
  })
})
