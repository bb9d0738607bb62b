import { join } from 'node:path'
import { cellNumber, NOT_REPORTED, normaliseOrganisationCode } from '@cchc/domain'
import { hubConfiguration, type ServedPortals, servePortals, twoLevelsWorld } from '@cchc/portals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { type Hub, importSuccessions, openHub } from '../src/index.ts'
import { configFolder } from './config-text.ts'
import { counted, STATED, within } from './merged-province.ts'
import { dossierStatistics, procedureCounts, report, serviceIndex } from './questions.ts'

const world = twoLevelsWorld({ dossiers: 600 })
const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))
const YEAR = { from: '2025-12-15', to: '2026-12-14' }

let portals: ServedPortals
let text = ''
const folder = configFolder({})
const hubs: Hub[] = []

beforeAll(async () => {
  portals = await servePortals({ world })
  const written = hubConfiguration(portals, { world, oneStop: 'opencps', hasMinistry: false })
  text = written.replace('sqlite:cchc.db', `sqlite:${folder}/cchc.db`)
  const { runs } = await (await opened(text)).act(sync, {})
  expect(runs.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
})
afterAll(async () => {
  for (const hub of hubs.splice(0)) await hub.close()
  await portals.close()
})

async function opened(config: string): Promise<Hub> {
  return openedAt(configured(config))
}

function configured(config: string): string {
  return configFolder({ 'cchc.config.yaml': config })
}

async function openedAt(cwd: string): Promise<Hub> {
  const { openCps, former, national } = portals
  const hub = await openHub({
    cwd,
    now: () => world.now,
    env: {
      OPENCPS_PASSWORD: openCps.password,
      FORMER_PASSWORD: former.password,
      DVC_PASSWORD: national.password,
    },
  })
  hubs.push(hub)
  return hub
}

async function statisticsOf(hub: Hub, period: string) {
  const { rows, total } = await hub.ask(dossierStatistics, { org: 'H48', period, by: ['org'] })
  const byUnit = rows.map(({ group, statistics }) => [group.org?.code ?? '', statistics] as const)
  return { total: total.statistics, byUnit: new Map(byUnit) }
}

/** What statistics tell of an independent count. */
function columns(...asked: Parameters<typeof counted>) {
  const { withdrawn: _, ...row } = counted(...asked)
  return row
}

const withoutSuccessions = () => text.slice(0, text.indexOf('successions:'))
const provinceAlone = () => text.replace(/^.*(?:H34\.).*\n/gm, '')

describe('the province that another one became part of', () => {
  test.each([
    ['2026', YEAR],
    ['2026-Q2', { from: '2026-03-15', to: '2026-06-14' }],
    ['2026-Q3', { from: '2026-06-15', to: '2026-09-14' }],
    ['2026-M06', { from: '2026-05-15', to: '2026-06-14' }],
    ['2026-W20', { from: '2026-05-11', to: '2026-05-17' }],
    ['2026-W48', { from: '2026-11-23', to: '2026-11-29' }],
  ])('counts the dossiers of both, each once, at the units of today: %s', async (period, days) => {
    const { total, byUnit } = await statisticsOf(await opened(text), period)
    expect(total).toMatchObject(columns(all, days))
    const units = Map.groupBy(all, within)
    for (const [unit, own] of units) {
      if (counted(own, days).receivedTotal === 0) continue
      expect({ unit, ...byUnit.get(unit) }).toMatchObject({ unit, ...columns(own, days) })
    }
    expect([...byUnit.keys()].filter((code) => !units.has(code))).toEqual([])
  })

  test('has Form II.06a of a quarter and Form 07a/BTP of the year as an independent count has them', async () => {
    const hub = await opened(text)
    const totalOf = async (template: string, period: string) => {
      const { rows } = await hub.ask(report, { template, org: 'H48', period })
      const cells = rows.find(({ rowType }) => rowType === 'total')?.cells ?? {}
      return (key: string) => cellNumber(cells[key] ?? NOT_REPORTED)
    }
    const quarter = { from: '2026-03-15', to: '2026-06-14' }
    const old = await totalOf('tt01-06a', '2026-Q2')
    const printed = counted(all, quarter)
    for (const key of STATED) expect([key, old(key)]).toEqual([key, printed[key]])
    const cell = await totalOf('07a-btp', '2026')
    const year = counted(all, { ...YEAR, isBtp: true })
    for (const key of ['receivedTotal', 'carriedOver', 'pendingTotal'] as const) {
      expect([key, cell(key)]).toEqual([key, year[key]])
    }
    expect(cell('resolvedTotal')).toBe(year.resolvedTotal - year.withdrawn)
    expect(cell('withdrawn')).toBe(year.withdrawn)
  })

  test('lacks without successions what only the former system has', async () => {
    const former = all.filter(({ organisation }) => organisation.code.startsWith('H34'))
    const { total, byUnit } = await statisticsOf(await opened(withoutSuccessions()), '2026')
    const lacking = counted(former, YEAR).receivedTotal
    expect(lacking).toBeGreaterThan(50)
    expect(total.receivedTotal).toBe(counted(all, YEAR).receivedTotal - lacking)
    expect(byUnit.has('H48.03')).toBe(true)
  })

  test('is whole with the succession of the province alone, but its units are not', async () => {
    const { total, byUnit } = await statisticsOf(await opened(provinceAlone()), '2026')
    expect(total).toMatchObject(columns(all, YEAR))
    expect(byUnit.get('H48')?.receivedTotal).toBeGreaterThan(50)
    const justice = all.filter((one) => within(one) === 'H48.03')
    expect(byUnit.get('H48.03')?.receivedTotal).toBeLessThan(counted(justice, YEAR).receivedTotal)
  })

  test('counts twice what was moved, for those who do not say that it was', async () => {
    const hub = await opened(text.replace(/^ *movedTo: .*\n/m, ''))
    const twice = all.filter(
      ({ organisation }, index) =>
        world.former?.dossier(index) && organisation.code.startsWith('H48'),
    )
    expect(twice.length).toBeGreaterThan(5)
    const { total } = await statisticsOf(hub, '2026')
    expect(total.receivedTotal).toBe(counted(all, YEAR).receivedTotal + twice.length)
  })

  test('takes the successions of its units from a table', async () => {
    const cwd = configured(withoutSuccessions())
    const path = join(cwd, 'cchc.config.yaml')
    const named = [...text.matchAll(/from: \[(.*)\], to: \[(.*)\], legalBasis: (.*) \}/g)]
    const rows = named.flatMap(([, from = '', to, basis]) =>
      from.split(', ').map((code) => `${code};${to};01/7/2025;${basis}\n`),
    )
    const bytes = new TextEncoder().encode(['Mã cũ;Mã mới;Ngày;Căn cứ\n', ...rows].join(''))
    const done = await importSuccessions({
      ...{ path, units: [], dryRun: false },
      file: { name: 'don-vi.csv', bytes },
    })
    expect(done.added).toHaveLength(named.length)
    const read = await statisticsOf(await openedAt(cwd), '2026')
    expect(read).toEqual(await statisticsOf(await opened(text), '2026'))
  })

  test('ranks by scores of the portal no unit that is gone', async () => {
    const hub = await opened(text)
    const rankOf = async (org: string) => {
      const { rows } = await hub.ask(serviceIndex, { org, period: '2026' })
      return rows.find(({ measure }) => measure === 'dvc-progress-tree.totalScore')?.rank
    }
    expect(await rankOf('H48.03')).toMatchObject({ of: 3 })
    expect(await rankOf('H34.03')).toBeNull()
  })

  test('offers each procedure once, whichever of the two systems lists it', async () => {
    const hub = await opened(text)
    const of = async (org: string) => (await hub.ask(procedureCounts, { org })).total
    const offered = world.procedures.filter(({ services }) =>
      services.some((one) => normaliseOrganisationCode(one.organisationCode) === 'H48.202'),
    )
    expect(await of('H48')).toBe(world.procedures.length)
    expect(await of('H48.202')).toBe(offered.length)
  })
})
