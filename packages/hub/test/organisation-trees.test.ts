import { type DossierStatistics, printDay } from '@cchc/domain'
import { renderReport } from '@cchc/forms'
import { type ServedPortals, servePortals, smallWorld, type World } from '@cchc/portals'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, faultsOf, readText, reference } from './config-text.ts'
import * as questions from './questions.ts'

const DATE = '2022-07-01'
const BEFORE = '2022-06-30'
const HANDED_OVER = Date.parse(`${DATE}T00:00:00+07:00`)

/** The district Bình An ends in the middle of 2022, two departments merge, one is renamed. */
const SETTINGS = {
  organisations: {
    'H99.04': { name: 'Sở Tư pháp và Hộ tịch', level: 'department' },
    'H99.43': { name: 'UBND xã An Hòa', level: 'commune', validFrom: DATE },
    'H99.13': { name: 'Sở Xây dựng và Môi trường', level: 'department', validFrom: DATE },
    'H99.31': { name: 'UBND huyện Bình An', validTo: BEFORE },
    'H99.41': { name: 'UBND xã Bình An', level: 'commune', validFrom: DATE },
    'H99.42': { name: 'UBND xã Đông Bình', level: 'commune', validFrom: DATE },
    'H99.32': { formerNames: [{ name: 'UBND huyện Tân Cũ', validTo: BEFORE }] },
  },
  successions: [
    {
      date: DATE,
      kind: 'abolished',
      from: ['H99.31'],
      to: ['H99.41', 'H99.42'],
      default: 'H99.41',
    },
    { date: DATE, kind: 'renamed', from: ['H99.31.01'], to: ['H99.43'] },
    { date: DATE, kind: 'renamed', from: ['H99.31.02'], to: ['H99.42'] },
    { date: DATE, kind: 'merged', from: ['H99.07', 'H99.12'], to: ['H99.13'] },
    { date: DATE, kind: 'renamed', from: ['H99.03'], to: ['H99.04'] },
  ],
}

/** Once `moved`, what the district received and did not finish in its time is pushed again by the new commune. */
function succeedingWorld(world: World, state: { moved: boolean }): World {
  const commune = { code: 'H99.41', oldCode: '000.00.41.H99', name: 'UBND xã Bình An' }
  return {
    ...world,
    dossier(index) {
      const dossier = world.dossier(index)
      const { organisation, finishedAt, modifiedAt } = dossier
      const handed = finishedAt !== null && finishedAt >= HANDED_OVER
      if (!state.moved || organisation.code !== 'H99.31' || !handed) return dossier
      const to = { ...organisation, ...commune, level: 'commune' as const, parentCode: 'H99' }
      return { ...dossier, organisation: to, modifiedAt: modifiedAt + 1000 }
    },
  }
}

describe('a succession within the year', () => {
  const state = { moved: false }
  const world = smallWorld({ dossiers: 400 })
  const district = [...Array(400).keys()]
    .map((index) => world.dossier(index))
    .filter(({ organisation }) => organisation.code === 'H99.31')
  let portals: ServedPortals
  let hub: Hub
  let plain: Hub

  const open = (cwd: string, settings: object) =>
    openHub({
      cwd,
      config: {
        store: { url: `sqlite:${cwd}/hub.db` },
        ...settings,
        sources: {
          dvcqg: {
            connector: 'national-dvc',
            baseUrl: portals.national.url,
            username: portals.national.username,
            password: reference('env:DVC'),
            unitCode: portals.national.unitCode,
          },
          'one-stop': {
            connector: 'opencps',
            baseUrl: portals.openCps.url,
            username: portals.openCps.username,
            password: reference('env:OPENCPS'),
            groupId: portals.openCps.groupId,
            since: '2021-09-01',
          },
        },
      },
      env: { OPENCPS: portals.openCps.password, DVC: portals.national.password },
    })

  beforeAll(async () => {
    portals = await servePortals({ world: succeedingWorld(world, state) })
    const cwd = configFolder({})
    hub = await open(cwd, SETTINGS)
    plain = await open(cwd, {})
    await sync()
  })
  afterAll(async () => {
    await Promise.all([hub.close(), plain.close()])
    await portals.close()
  })

  async function sync() {
    const runs = (await hub.act(actions.sync, { full: true })).runs
    expect(runs.map(({ status, error }) => [status, error])).toEqual([
      ['done', null],
      ['done', null],
    ])
  }

  const year = { org: 'H99', period: '2022' } as const
  async function byOrganisation(treeAt?: string) {
    const query = { ...year, by: ['org' as const], ...(treeAt ? { treeAt } : {}) }
    const { rows, total } = await hub.ask(questions.dossierStatistics, query)
    return {
      total: total.statistics,
      rows: new Map(
        rows.map((row) => [row.group.org?.code ?? '', row.statistics as DossierStatistics]),
      ),
    }
  }

  async function expectTrees() {
    const untouched = (await plain.ask(questions.dossierStatistics, year)).total.statistics
    const before = await byOrganisation(BEFORE)
    const after = await byOrganisation()
    expect(before.total).toEqual(untouched)
    expect(after.total).toEqual(untouched)
    expect(after.rows.get('H99.13')).toEqual(sum(before.rows, ['H99.07', 'H99.12']))
    expect(after.rows.get('H99.04')).toEqual(before.rows.get('H99.03'))
    const binhAn = ['H99.31', 'H99.31.01', 'H99.31.02']
    expect(sum(after.rows, ['H99.41', 'H99.42', 'H99.43'])).toEqual(sum(before.rows, binhAn))
    expect([...after.rows.keys()].filter((code) => code.startsWith('H99.31'))).toEqual([])
    expect([...before.rows.keys()]).not.toContain('H99.41')
    expect(sum(after.rows, [...after.rows.keys()])).toEqual(untouched)
    return { before, after }
  }

  it('gives each tree its organisations and both the same whole', async () => {
    await expectTrees()
  })

  it('counts once what the district received and the commune finished', async () => {
    const crossing = district.filter(
      ({ receivedAt, finishedAt }) => receivedAt < HANDED_OVER && (finishedAt ?? 0) >= HANDED_OVER,
    )
    expect(crossing.length).toBeGreaterThan(0)
    const { before, after } = await expectTrees()
    state.moved = true
    await sync()
    const raw = await plain.ask(questions.dossierStatistics, { ...year, by: ['org'] })
    expect(raw.rows.map(({ group }) => group.org?.code)).toContain('H99.41')
    const moved = await expectTrees()
    expect(moved.after).toEqual(after)
    expect(moved.before).toEqual(before)
  })

  it('has the level of the day, by ledger and by dossiers', async () => {
    for (const by of [['level'], ['level', 'field']] as const) {
      const levels = async (treeAt: string) => {
        const { rows } = await hub.ask(questions.dossierStatistics, { ...year, by, treeAt })
        const of = rows.filter(({ group }) => group.level?.code === 'district')
        return of.reduce((count, { statistics }) => count + (statistics.receivedTotal ?? 0), 0)
      }
      expect(await levels(BEFORE)).toBeGreaterThan(await levels(DATE))
    }
    const one = { period: '2022', by: ['procedure' as const], org: 'H99.41' }
    const { total } = await hub.ask(questions.dossierStatistics, one)
    expect(total.statistics).toEqual((await byOrganisation()).rows.get('H99.41'))
  })

  it('lists the tree of a day', async () => {
    const listed = async (treeAt?: string) =>
      new Map(
        (await hub.ask(questions.organisations, { treeAt })).items.map((o) => [o.code, o.name]),
      )
    const before = await listed(BEFORE)
    const after = await listed(DATE)
    expect(before.get('H99.31')).toBe('UBND huyện Bình An')
    expect(before.has('H99.41')).toBe(false)
    expect(before.get('H99.32')).toBe('UBND huyện Tân Cũ')
    expect(after.get('H99.41')).toBe('UBND xã Bình An')
    expect(after.has('H99.31')).toBe(false)
    expect(after.get('H99.32')).toBe('UBND huyện Tân Hòa')
    expect(await listed()).toEqual(new Map([...after, ...before, ['H99.32', 'UBND huyện Tân Hòa']]))
  })

  it('says who succeeded an organisation that is not in the tree', async () => {
    await expect(
      hub.ask(questions.dossierStatistics, { org: 'H99.31', period: '2022' }),
    ).rejects.toMatchObject({
      code: 'not_found',
      message:
        'H99.31 is not in the tree of 14/12/2022: H99.41 (UBND xã Bình An) holds its dossiers on that day.',
    })
    const treeAt = BEFORE
    const { organisation } = await hub.ask(questions.dossierStatistics, {
      ...{ org: 'H99.31', period: '2022', treeAt },
    })
    expect(organisation?.name).toBe('UBND huyện Bình An')
    await expect(
      hub.ask(questions.dossierStatistics, { ...year, treeAt: '2022' }),
    ).rejects.toMatchObject({
      faults: [{ path: 'treeAt' }],
    })
  })

  it("says of which day the tree is, where another than the period's own was asked for", async () => {
    const query = { ...year, treeAt: BEFORE } as const
    const report = await hub.ask(questions.report, { ...query, template: 'tt01-06a' })
    const markdown = new TextDecoder().decode(await renderReport(report, 'md'))
    expect(markdown).toContain(`Theo hệ thống đơn vị của ngày ${printDay(BEFORE)}.`)
    expect(await hub.ask(questions.why, { ...query, indicator: 'receivedTotal' })).toMatchObject({
      treeAt: BEFORE,
    })
    expect(await hub.ask(questions.dossierStatistics, query)).toMatchObject({ treeAt: BEFORE })
    const rules = ['tt01-2020', 'qd766-2022']
    expect(await hub.ask(questions.ruleComparison, { ...query, rule: rules })).toMatchObject({
      treeAt: BEFORE,
    })
    const own = await hub.ask(questions.dossierStatistics, { ...year, treeAt: '2022-12-14' })
    expect(own).not.toHaveProperty('treeAt')
  })

  it('shows reports and their origins in the tree as well', async () => {
    const query = { template: 'tt01-06a', org: 'H99.41', period: '2022' } as const
    const report = await hub.ask(questions.report, query)
    expect(JSON.stringify(report)).toContain('xã Bình An')
    const why = await hub.ask(questions.why, { ...query, indicator: 'receivedTotal' })
    const { rows } = await byOrganisation()
    expect(JSON.stringify(why)).toContain(String(rows.get('H99.41')?.receivedTotal))
  })

  it('closes a period in its own tree; another tree does not restate it', async () => {
    await hub.act(actions.closePeriod, year)
    const shown = await hub.ask(questions.dossierStatistics, {
      ...year,
      treeAt: BEFORE,
      by: ['org'],
    })
    expect(shown.closed).toMatchObject({ restated: false })
    expect(shown.rows.map(({ group }) => group.org?.code)).toContain('H99.31')
    expect((await hub.ask(questions.restatements, year)).rows).toEqual([])
  })
})

it('names every fault of successions at once', async () => {
  const text = JSON.stringify({
    organisations: { 'H99.41': { validFrom: '2022-07-02', validTo: '2022-07-01' } },
    successions: [
      { date: DATE, kind: 'renamed', from: ['H99.31'], to: ['H99.41'] },
      { date: DATE, kind: 'split', from: ['H99.31'], to: ['H99.42', 'H99.43'] },
      { date: '2022-7-1', kind: 'joined', from: [], to: ['x'] },
    ],
  })
  expect(await faultsOf(readText(text))).toMatchObject({
    'organisations.H99.41.validTo': 'must not be before validFrom',
    'successions.2.date': expect.any(String),
    'successions.2.kind': expect.stringContaining('abolished'),
    'successions.2.to.0': expect.stringContaining('H48.53'),
  })
  const shaped = JSON.parse(text)
  shaped.successions.pop()
  expect(await faultsOf(readText(JSON.stringify(shaped)))).toMatchObject({
    'organisations.H99.41.validTo': 'must not be before validFrom',
    'successions.1.from': expect.stringContaining('H99.31 has two successors on 2022-07-01'),
    'successions.1.default': expect.stringContaining('is needed'),
  })
})

it('reads the successions that the template shows', async () => {
  const text = `successions:
  - date: 2025-07-01
    kind: abolished
    from: [H48.31]
    to: [H48.201, H48.202]
    default: H48.201
    legalBasis: Nghị quyết 202/2025/QH15
`
  expect((await readText(text)).successions).toMatchObject([{ date: '2025-07-01' }])
})

function sum(
  rows: ReadonlyMap<string, DossierStatistics>,
  codes: readonly string[],
): DossierStatistics {
  const found = codes.flatMap((code) => rows.get(code) ?? [])
  const [first, ...others] = found
  if (!first) throw new Error('none of the organisations has a row')
  return others.reduce((total, row) => {
    const entries = Object.entries(row).map(([column, count]) => [
      column,
      total[column as keyof DossierStatistics] + count,
    ])
    return Object.fromEntries(entries) as DossierStatistics
  }, first)
}
