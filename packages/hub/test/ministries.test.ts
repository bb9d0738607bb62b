import { renderReport } from '@cchc/forms'
import { servePortals, smallWorld } from '@cchc/portals'
import { type PostgresServer, startPostgres } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { reconciliation } from '../src/questions/reconciliation.ts'
import { report } from '../src/questions/report.ts'
import { sources } from '../src/questions/sources.ts'
import { why } from '../src/questions/why.ts'
import * as actions from './actions.ts'
import { configFolder, faultsOf, readText, reference, SOURCE } from './config-text.ts'

const world = smallWorld({ dossiers: 3000 })
const divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  inMinistrySystem: [
    { organisation: 'H99.03', count: 6 },
    { organisation: 'H99.31.01', count: 4 },
  ],
  inBothSystems: [{ organisation: 'H99.12', count: 3 }],
  lateSynchronisation: [{ organisation: 'H99.31.01', count: 2 }],
  unexplained: [{ organisation: 'H99.32.01', count: 1 }],
}
const YEAR = { period: '2022-01-01..2022-12-31', org: 'H99' }
const MAY = { period: '2022-M05', source: ['dvcqg'] }

let portals: Awaited<ReturnType<typeof servePortals>>
const folder = configFolder({})
let storeUrl = ''
const hubs: Hub[] = []

function hubWith(ministry: object | undefined): Promise<Hub> {
  const { openCps, ministry: central, national } = portals
  const opencps = { connector: 'opencps', since: '2021-09-01' }
  const env = {
    STORE: storeUrl,
    OPENCPS: openCps.password,
    BO: central.password,
    DVC: national.password,
  }
  const access = ({ url, username, groupId }: typeof openCps, secret: string) => ({
    ...{ ...opencps, baseUrl: url, username, groupId },
    password: reference(`env:${secret}`),
  })
  return openHub({
    cwd: folder,
    env,
    config: {
      store: { url: reference('env:STORE') },
      sources: {
        'one-stop': access(openCps, 'OPENCPS'),
        'bo-tu-phap': { ...access(central, 'BO'), ...(ministry && { ministry }) },
        dvcqg: {
          connector: 'national-dvc',
          baseUrl: national.url,
          username: national.username,
          password: reference('env:DVC'),
          unitCode: national.unitCode,
          reporting: { since: 2022, until: 2022, periods: ['month'] },
        },
      },
    },
  })
}

async function opened(ministry?: object): Promise<Hub> {
  const hub = await hubWith(ministry)
  hubs.push(hub)
  return hub
}

const JUSTICE = { name: 'Bộ Tư pháp', code: 'G15' }

/** What the world holds, received in the year. */
async function everything(): Promise<number> {
  const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))
  return all.filter(
    ({ status, receivedAt }) =>
      status !== 'denied' && new Date(receivedAt + 25_200_000).getUTCFullYear() === 2022,
  ).length
}

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (kind) => {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    if (kind === 'PostgreSQL') server = await startPostgres()
    storeUrl = (await server?.url('ministries')) ?? 'sqlite:hub.db'
    portals = await servePortals({ world, divergence })
    const { runs } = await (await opened(JUSTICE)).act(actions.sync, {})
    expect(runs.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
  })
  afterAll(async () => {
    for (const hub of hubs.splice(0)) await hub.close()
    await portals.close()
    await server?.stop()
  })

  describe('what a ministry’s system holds', () => {
    test('is part of the figures, and what both systems hold counts once', async () => {
      const hub = await opened(JUSTICE)
      const { total, ministries } = await hub.ask(dossierStatistics, YEAR)
      const { receivedTotal: caseload, carriedOver } = total.statistics
      expect((caseload ?? 0) - (carriedOver ?? 0)).toBe(await everything())
      expect(ministries?.systems).toMatchObject([
        { source: 'bo-tu-phap', ministry: { name: 'Bộ Tư pháp', counted: true }, stated: false },
      ])
      expect(ministries?.systems[0]?.statistics.receivedTotal).toBe(13)
      expect(ministries?.together.receivedTotal).toBe(caseload)
      expect(
        (ministries?.together.receivedTotal ?? 0) - (ministries?.province.receivedTotal ?? 0),
      ).toBe(10)
    })

    test('is the same by any rule and split', async () => {
      const hub = await opened(JUSTICE)
      const of = async (asked: object) =>
        (await hub.ask(dossierStatistics, { ...YEAR, ...asked })).total.statistics.receivedTotal
      const ledger = await of({})
      expect(await of({ by: ['procedure'] })).toBe(ledger)
      expect(await of({ by: ['org'], source: ['one-stop', 'bo-tu-phap'] })).toBe(ledger)
      expect(await of({ source: ['bo-tu-phap'] })).toBe(13)
    })

    test('is left out where the configuration says so, and shown beside the figures', async () => {
      const hub = await opened({ ...JUSTICE, counted: false })
      const { total, ministries } = await hub.ask(dossierStatistics, YEAR)
      const { receivedTotal: caseload, carriedOver } = total.statistics
      expect((caseload ?? 0) - (carriedOver ?? 0)).toBe((await everything()) - 10)
      expect(ministries?.province.receivedTotal).toBe(caseload)
      expect(ministries?.together.receivedTotal).toBe((caseload ?? 0) + 10)
    })

    test('counts twice only for those who do not say whose it is', async () => {
      const hub = await opened()
      const { total, ministries } = await hub.ask(dossierStatistics, YEAR)
      const { receivedTotal: caseload, carriedOver } = total.statistics
      expect((caseload ?? 0) - (carriedOver ?? 0)).toBe((await everything()) + 3)
      expect(ministries).toBeUndefined()
    })

    test.each([
      [JUSTICE, 'H99', 13],
      [JUSTICE, 'H99.03', 6],
      [JUSTICE, 'H99.32', 0],
      [{ ...JUSTICE, counted: false }, 'H99', 0],
      [undefined, 'H99', 0],
    ])(
      'is told in the notes and the letter of Form II.06a (%j of %s: %i)',
      async (ministry, org, dossiers) => {
        const hub = await opened(ministry)
        const filled = await hub.ask(report, { template: 'tt01-06a', ...YEAR, org })
        const words = `Trong số hồ sơ phải giải quyết có ${dossiers} hồ sơ được giải quyết trên hệ thống thông tin giải quyết TTHC tập trung của bộ, ngành (Bộ Tư pháp); hồ sơ có cả`
        const told = dossiers === 0 ? [] : [expect.stringContaining(words)]
        const [first] = filled.narrative ?? []
        expect(first?.paragraphs.slice(2)).toEqual(told)
        expect(filled.provenance?.inMinistries ?? []).toEqual(told)
        const printed = new TextDecoder().decode(await renderReport(filled, 'md'))
        expect(printed.includes('của bộ, ngành')).toBe(dossiers > 0)
      },
    )

    test('is named by why and by the list of sources', async () => {
      const hub = await opened(JUSTICE)
      const explained = await hub.ask(why, { indicator: 'receivedTotal', ...YEAR, org: 'H99.03' })
      const title = 'Hệ thống của Bộ Tư pháp (OpenCPS)'
      expect(explained.sources.find(({ source }) => source === 'bo-tu-phap')?.title).toContain(
        'Hệ thống của Bộ Tư pháp',
      )
      expect(explained.cell.origin).toMatchObject({
        shares: expect.arrayContaining([
          expect.objectContaining({ source: 'bo-tu-phap', count: 6 }),
        ]),
      })
      const { items } = await hub.ask(sources, {})
      expect(items[1]).toMatchObject({ ministry: { ...JUSTICE, counted: true } })
      expect(title).toContain('Bộ')
    })
  })

  describe('province, ministries’ systems and national portal', () => {
    const lineOf = async (hub: Hub, code: string, measure = 'received') => {
      const { lines } = await hub.ask(reconciliation, { ...MAY, all: true })
      return lines.find(
        (line) =>
          line.organisation.code === code && line.measure === measure && line.channel === null,
      )
    }

    test.each([true, false])('are told apart, whether counted or not (%s)', async (counts) => {
      const hub = await opened({ ...JUSTICE, counted: counts })
      expect(await lineOf(hub, 'H99.03')).toMatchObject({
        inMinistries: 6,
        difference: 6,
        unexplained: 0,
        causes: [
          {
            code: 'handled_in_ministry_system',
            name: 'Giải quyết trên hệ thống của bộ',
            detail: { code: 'bo-tu-phap', name: 'Bộ Tư pháp' },
            dossiers: 6,
            effect: 6,
            confidence: 'identified',
          },
        ],
      })
      const equal = await lineOf(hub, 'H99.12')
      expect(equal).toMatchObject({ inMinistries: 0, difference: 0, verdict: 'equal' })
    })

    test('other causes are found beside it, and what nothing explains rests', async () => {
      const hub = await opened(JUSTICE)
      const commune = await lineOf(hub, 'H99.31.01')
      expect(commune?.difference).toBe(2)
      expect(commune?.causes.map(({ code, effect }) => [code, effect]).toSorted()).toEqual([
        ['handled_in_ministry_system', 4],
        ['late_synchronisation', -2],
      ])
      expect(await lineOf(hub, 'H99.32.01', 'onTime')).toMatchObject({ unexplained: 1, causes: [] })
      const province = await lineOf(hub, 'H99')
      expect(province).toMatchObject({ inMinistries: 10, difference: 8, unexplained: 0 })
      expect((province?.here ?? 0) + (province?.inMinistries ?? 0) - 2).toBe(province?.there)
    })

    test('by procedure', async () => {
      const hub = await opened(JUSTICE)
      const { causes = [] } = (await lineOf(hub, 'H99')) ?? {}
      const [cause] = causes.filter(({ code }) => code === 'handled_in_ministry_system')
      const { procedures = [] } = cause ?? {}
      expect(procedures.reduce((sum, { dossiers }) => sum + dossiers, 0)).toBe(10)
      const known = new Map(world.procedures.map(({ code, name }) => [code, name]))
      for (const { code } of procedures) expect(known.has(code ?? '')).toBe(true)
      expect(procedures.every(({ name }) => (name ?? '').length > 8)).toBe(true)
    })
  })
})

test('what is wrong with a ministry of the configuration is told', async () => {
  const text = (ministry: object) => JSON.stringify({ sources: { bo: { ...SOURCE, ministry } } })
  expect(await faultsOf(readText(text({})))).toHaveProperty(['sources.bo.ministry.name'])
  expect(await faultsOf(readText(text({ name: 'Bộ', count: true })))).not.toEqual({})
})
