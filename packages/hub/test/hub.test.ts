import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addFlows,
  type DossierStatistics,
  dayNumberOf,
  dayText,
  type ExtraFigures,
  flow,
  II06_COLUMNS,
  type PortalFigure,
} from '@cchc/domain'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { openStore } from '@cchc/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const PASSWORDS = { OPENCPS_PASSWORD: 'opencps-password', DVC_PASSWORD: 'national-password' }

const world = smallWorld({ dossiers: 400 })
let portals: ServedPortals
let folder: string
let hub: Hub
let notes: string[]

beforeAll(async () => {
  portals = await servePortals({ world })
  folder = configFolder({})
  notes = []
  hub = await open()
})

afterAll(async () => {
  await hub.close()
  await portals.close()
})

function open(env: Record<string, string> = PASSWORDS): Promise<Hub> {
  const note = (message: string, facts?: unknown) => notes.push(message + JSON.stringify(facts))
  return openHub({
    cwd: folder,
    config: config(),
    env,
    log: { debug: note, info: note, warn: note },
  })
}

function config() {
  const { openCps, national } = portals
  return {
    store: { url: 'sqlite:hub.db' },
    sources: {
      dvcqg: {
        connector: 'national-dvc',
        baseUrl: national.url,
        username: national.username,
        password: reference('env:DVC_PASSWORD'),
        unitCode: national.unitCode,
      },
      'one-stop': {
        connector: 'opencps',
        baseUrl: openCps.url,
        username: openCps.username,
        password: reference('env:OPENCPS_PASSWORD'),
        groupId: openCps.groupId,
        since: '2021-09-01',
        http: { retries: 0 },
      },
    },
  }
}

/** Form II.06 as OpenCPS names its own counts. */
function ownFigures(row: DossierStatistics, extras: ExtraFigures): [string, number][] {
  const own = {
    processCount: row.receivedTotal,
    remainingCount: row.carriedOver,
    receivedCount: row.receivedOnline + row.receivedDirectPost,
    onlineCount: row.receivedOnline,
    onegateCount: row.receivedDirectPost,
    cancelledCount: extras.withdrawn ?? 0,
    releaseCount: row.resolvedTotal,
    betimesCount: row.resolvedEarly,
    ontimeCount: row.resolvedOnTime,
    overtimeCount: row.resolvedLate,
    waitingCount: extras.waiting ?? 0,
    undueCount: row.pendingWithin - (extras.waiting ?? 0),
    overdueCount: row.pendingOverdue,
  }
  return Object.entries(own).map(([name, count]) => [`opencps-statistics.${name}`, count])
}

function noStatistics(): DossierStatistics {
  return Object.fromEntries(II06_COLUMNS.map(({ key }) => [key, 0])) as DossierStatistics
}

describe('before anything was synced', () => {
  it('tells what is configured, and that all of it is stale', async () => {
    expect(
      (await hub.ask(questions.sources, {})).items.map(({ id, connector }) => [id, connector]),
    ).toEqual([
      ['dvcqg', 'national-dvc'],
      ['one-stop', 'opencps'],
    ])
    const { items: status } = await hub.ask(questions.status, {})
    expect(status.length).toBeGreaterThan(4)
    expect(status.every(({ stale, records }) => stale && records === 0)).toBe(true)
  })

  it('reaches the portals', async () => {
    const { items } = await hub.ask(questions.sourceChecks, {})
    const inOrder = (...streams: string[]) => ({
      ...{ ok: true, error: null },
      streams: streams.map((stream) => ({ stream, ok: true, error: null })),
    })
    expect(items).toEqual([
      {
        id: 'dvcqg',
        ...inOrder('organisations', 'fields', 'procedures', 'figures', 'petitions', 'payments'),
      },
      { id: 'one-stop', ...inOrder('procedures', 'dossiers', 'figures') },
    ])
  })

  it('tells a wrong password as denied, without it', async () => {
    const wrong = await open({ ...PASSWORDS, OPENCPS_PASSWORD: 'CANARY-wrong' })
    const told = await wrong.ask(questions.sourceChecks, { source: ['one-stop'] })
    await wrong.close()
    expect(told.items).toMatchObject([{ ok: false, error: { code: 'portal_denied' } }])
    expect(JSON.stringify(told)).not.toContain('CANARY')
  })

  it.each([
    [
      'source',
      () => hub.ask(questions.sourceChecks, { source: ['one-stpo'] }),
      'Did you mean one-stop?',
    ],
    ['source of a sync', () => hub.act(actions.sync, { source: ['dvcq'] }), 'Did you mean dvcqg?'],
    [
      'template',
      () => hub.ask(questions.report, { template: 'tt01-6a', org: 'H99', period: '2022' }),
      'Did you mean tt01-06a?',
    ],
  ])('suggests the nearest %s', async (_, ask, fix) => {
    await expect(ask()).rejects.toMatchObject({ code: 'not_found', fix })
  })

  it('names every wrong day of a sync', async () => {
    await expect(hub.act(actions.sync, { from: '1/2/2022', to: 'today' })).rejects.toMatchObject({
      faults: [{ path: 'from' }, { path: 'to' }],
    })
    await expect(
      hub.act(actions.sync, { from: '2022-02-01', to: '2022-01-01' }),
    ).rejects.toMatchObject({
      faults: [{ path: 'to' }],
    })
  })
})

describe('a sync of both portals', () => {
  beforeAll(async () => {
    const runs = (await hub.act(actions.sync, {})).runs
    expect(runs.map(({ source, status, error }) => [source, status, error])).toEqual([
      ['dvcqg', 'done', null],
      ['one-stop', 'done', null],
    ])
  })

  it('brings every dossier once, and all is fresh', async () => {
    const { items: status } = await hub.ask(questions.status, {})
    const dossiers = status.find(({ stream }) => stream === 'dossiers')
    expect(dossiers?.records).toBe(world.dossierCount)
    expect(status.filter(({ stale }) => stale)).toEqual([])
    expect(dossiers).toMatchObject({ source: 'one-stop', lastRun: { status: 'done' } })
  })

  it('changes nothing when it is repeated', async () => {
    const [again] = (await hub.act(actions.sync, { source: ['one-stop'], full: true })).runs
    expect(again?.counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
    expect(again?.counts.unchanged).toBeGreaterThanOrEqual(world.dossierCount)
    expect(again?.counts.requests).toBeGreaterThan(0)
  })

  it('counts the year, its months and its agencies alike', async () => {
    const whole = await hub.ask(questions.dossierStatistics, { org: 'H99', period: '2022' })
    expect(whole.total.statistics.receivedTotal).toBeGreaterThan(0)
    expect(whole.findings).toEqual([])
    const months = await hub.ask(questions.dossierStatistics, { period: '2022', by: ['month'] })
    const resolved = months.rows.map(({ statistics }) => statistics.resolvedTotal)
    expect(resolved).toHaveLength(12)
    expect(addFlows(...resolved.map((one) => flow(one ?? 0)))).toBe(
      whole.total.statistics.resolvedTotal,
    )
    const units = await hub.ask(questions.dossierStatistics, { period: '2022', by: ['org'] })
    const byUnit = units.rows.reduce((sum, row) => sum + (row.statistics.resolvedTotal ?? 0), 0)
    expect(byUnit).toBe(whole.total.statistics.resolvedTotal)
  })

  it('gives the groups that received the most, and the total of all', async () => {
    const asked = { period: '2022', by: ['org' as const] }
    const all = await hub.ask(questions.dossierStatistics, asked)
    const top = await hub.ask(questions.dossierStatistics, { ...asked, top: 3 })
    const received = all.rows.map(({ statistics }) => statistics.receivedTotal ?? 0)
    const most = received.toSorted((a, b) => b - a).slice(0, 3)
    expect(top.rows.map(({ statistics }) => statistics.receivedTotal)).toEqual(most)
    expect(top).toMatchObject({ total: all.total, leftOut: all.rows.length - 3 })
    expect(all).not.toHaveProperty('leftOut')
    const rule = ['tt01-2020', 'qd766-2022']
    const compared = await hub.ask(questions.ruleComparison, { ...asked, rule, top: 3 })
    expect(compared.rows.map(({ byRule }) => byRule[0]?.statistics.receivedTotal)).toEqual(most)
  })

  it('puts rules side by side and explains every difference', async () => {
    const rules = ['tt01-2020', 'qd766-2022', 'opencps-2', 'btp-07a']
    const { total, rows, findings } = await hub.ask(questions.ruleComparison, {
      period: '2022',
      by: ['org'],
      rule: rules,
    })
    expect(findings).toEqual([])
    for (const { rule, statistics } of total.byRule) {
      const alone = await hub.ask(questions.dossierStatistics, { period: '2022', rule })
      expect(statistics).toEqual(alone.total.statistics)
    }
    for (const { differences } of [...rows, total]) {
      for (const { columns, causes } of differences) {
        for (const { column, difference } of columns) {
          const sum = causes
            .flatMap((cause) => cause.columns.filter((change) => change.column === column))
            .reduce((all, change) => all + change.difference, 0)
          expect(sum).toBe(difference)
        }
      }
    }
    const causes = total.differences.map((one) => one.causes.map(({ cause }) => cause))
    expect(causes[0]).toContain('earlySeparate')
    expect(causes[1]).toContain('withdrawn')
    await expect(
      hub.ask(questions.ruleComparison, { period: '2022', rule: ['tt01'] }),
    ).rejects.toMatchObject({
      faults: [{ path: 'rule' }],
    })
  })

  it("counts by opencps-2 what the portal's own statistics say", async () => {
    const store = await openStore({ url: `sqlite:${folder}/hub.db` })
    const published = await store.listRecords<PortalFigure>('portal-figure', {
      sources: ['one-stop'],
    })
    await store.close()
    const months = Map.groupBy(published, ({ value }) => `${value.from}..${value.to}`)
    expect(months.size).toBeGreaterThan(12)
    for (const [period, figures] of months) {
      // The system judges its current month by the moment at which it runs.
      if (period.slice(-10) >= dayText(dayNumberOf(world.now))) continue
      const { rows } = await hub.ask(questions.dossierStatistics, {
        period,
        by: ['org'],
        rule: 'opencps-2',
      })
      const counted = rows.flatMap(({ group, statistics, extras }) =>
        ownFigures(statistics as DossierStatistics, extras ?? {}).map(
          ([measure, count]) => `${group.org?.code} ${measure} ${count}`,
        ),
      )
      const measures = new Set(ownFigures(noStatistics(), {}).map(([measure]) => measure))
      const stated = figures
        .filter(({ value }) => measures.has(value.measure))
        .map(({ value }) => `${value.organisationCode} ${value.measure} ${value.value}`)
      expect(counted.filter((line) => !line.endsWith(' 0')).sort(), period).toEqual(
        stated.filter((line) => !line.endsWith(' 0')).sort(),
      )
    }
  })

  it('knows organisations and procedures, and suggests near ones', async () => {
    const organisations = await hub.ask(questions.organisations, {})
    expect(organisations.items.map(({ code }) => code)).toContain('H99.03')
    const [first] = (await hub.ask(questions.procedures, {})).items
    const found = await hub.ask(questions.procedures, { text: first?.code })
    expect(found.items).toMatchObject([{ code: first?.code }])
    const { total } = await hub.ask(questions.procedureCounts, { by: ['level'] })
    expect(total).toBeGreaterThan(0)
    await expect(
      hub.ask(questions.dossierStatistics, { org: 'Sở Tư phám', period: '2022' }),
    ).rejects.toMatchObject({ fix: expect.stringContaining('H99.03 (Sở Tư pháp)') })
  })

  it('fills and renders the templates that it lists', async () => {
    for (const { id, levels } of (await hub.ask(questions.templates, {})).items) {
      // There is no commune among the small world's units.
      if (levels?.every((level) => level === 'commune')) continue
      const org = (levels ?? ['province']).includes('province') ? 'H99' : 'H99.03'
      const asked = { template: id, org, period: '2022', anyway: true }
      const report = await hub.ask(questions.report, asked)
      expect(report.templateId).toBe(id)
      const text = new TextDecoder().decode(await hub.renderReport(report, 'md'))
      expect(text).toContain('2022')
      expect(text).not.toContain('CANARY')
    }
  })

  it('keeps nothing personal and no password in database and log', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('hub.db'))
    expect(files.length).toBeGreaterThan(0)
    const kept = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
    for (const secret of ['CANARY', ...Object.values(PASSWORDS)]) {
      expect(kept.includes(secret), secret).toBe(false)
      expect(notes.join('\n').includes(secret), secret).toBe(false)
    }
  })

  it('retries nothing while nothing is refused', async () => {
    expect(await hub.act(actions.retryQuarantine, {})).toEqual({
      runs: [],
      notes: ['There is no refused record to read again.'],
    })
  })

  it('is stale once its age is over', async () => {
    const later = await openHub({
      cwd: folder,
      config: config(),
      env: PASSWORDS,
      now: () => Date.now() + 25 * 3_600_000,
    })
    const { items: status } = await later.ask(questions.status, {})
    await later.close()
    expect(status.every(({ stale }) => stale)).toBe(true)
  })
})
