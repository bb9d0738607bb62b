import { type DossierStatistics, type FilledReport, II06_COLUMNS, instantText } from '@cchc/domain'
import { REPORT_FORMATS } from '@cchc/forms'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { openStore } from '@cchc/store'
import { startPostgres } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import { laggingWorld, movedClock } from './lagging-world.ts'
import * as questions from './questions.ts'

const YEAR = { org: 'H99', period: '2022' } as const

describe('SQLite', () =>
  testTime(async () => ({ url: `sqlite:${configFolder({})}/hub.db`, stop: async () => {} })))

describe('PostgreSQL', () =>
  testTime(async () => {
    const server = await startPostgres()
    return { url: await server.url('cchc_hub'), stop: () => server.stop() }
  }))

interface Database {
  readonly url: string
  stop(): Promise<void>
}

function testTime(start: () => Promise<Database>): void {
  const clock = movedClock('2022-12-20')
  let database: Database
  let portals: ServedPortals
  let hub: Hub

  beforeAll(async () => {
    database = await start()
    portals = await servePortals({ world: laggingWorld(smallWorld({ dossiers: 200 }), clock.now) })
    hub = await openHub({
      cwd: configFolder({}),
      config: config(portals),
      env: {
        DATABASE: database.url,
        OPENCPS: portals.openCps.password,
        DVC: portals.national.password,
      },
      now: clock.now,
    })
  })

  afterAll(async () => {
    await hub.close()
    await portals.close()
    await database.stop()
  })

  const sync = async () => {
    const runs = (await hub.act(actions.sync, { full: true })).runs
    expect(runs.map(({ status, error }) => [status, error])).toEqual([
      ['done', null],
      ['done', null],
    ])
  }
  /** The instant of now, once what is known as of it can never change. */
  const settled = async () => {
    const store = await openStore({ url: database.url, now: clock.now })
    const instant = await store.settle()
    await store.close()
    return instantText(instant)
  }
  const made: { instant: string; files: readonly Uint8Array[]; stats: DossierStatistics }[] = []
  const dated: FilledReport[] = []

  it('refuses to close what is not over, and to reopen what is not closed', async () => {
    clock.set('2022-12-14')
    await expect(hub.act(actions.closePeriod, { period: '2022' })).rejects.toMatchObject({
      code: 'usage_invalid',
      faults: [{ path: 'org' }],
    })
    await sync()
    await expect(hub.act(actions.closePeriod, YEAR)).rejects.toMatchObject({
      message: expect.stringContaining('is not over'),
      fix: 'Close it from 15/12/2022 on.',
    })
    await expect(hub.act(actions.reopenPeriod, { ...YEAR, reason: 'x' })).rejects.toMatchObject({
      message: 'The period 2022 of H99 is not closed.',
    })
    await expect(hub.ask(questions.restatements, YEAR)).rejects.toMatchObject({
      code: 'usage_invalid',
    })
    expect((await hub.ask(questions.periods, {})).items).toEqual([])
  })

  it('closes a period, once, with what every rule counts', async () => {
    clock.set('2022-12-20')
    await sync()
    const before = await hub.ask(questions.dossierStatistics, YEAR)
    const closing = await hub.act(actions.closePeriod, {
      ...YEAR,
      by: 'Kế toán',
      note: ' Chốt năm ',
    })
    expect(closing).toMatchObject({
      organisation: { code: 'H99' },
      period: '2022',
      from: '2021-12-15',
      to: '2022-12-14',
      state: 'closed',
      events: [{ action: 'close', by: 'Kế toán', note: 'Chốt năm' }],
      warnings: [],
    })
    expect(before.closed).toBeUndefined()
    await expect(hub.act(actions.closePeriod, YEAR)).rejects.toMatchObject({
      message: expect.stringContaining('closed already'),
    })
    const store = await openStore({ url: database.url })
    const [event] = await store.listPeriodEvents()
    const frozen = await store.listPeriodFigures(event?.id ?? '')
    await store.close()
    const rules = new Set(frozen.map(({ rule }) => rule))
    expect([...rules]).toEqual(['btp-07a', 'opencps-2', 'qd766-2022', 'tt01-2020'])
    const whole = frozen.find(({ rule, scope }) => rule === 'tt01-2020' && scope === 'all')
    expect(whole).toMatchObject({ organisation: 'H99', statistics: before.total.statistics })
    expect(await hub.ask(questions.restatements, YEAR)).toMatchObject({
      rows: [],
      total: { dossiers: 0 },
    })
  })

  it.each([
    ['2023-01-05', YEAR],
    ['2023-03-01', YEAR],
    ['2023-04-20', { ...YEAR, current: true }],
  ])('keeps reports of %s', async (day, query) => {
    clock.set(day)
    await sync()
    const instant = await settled()
    const files = await reportFiles(hub, query)
    dated.push(await hub.ask(questions.report, { ...YEAR, template: 'tt01-06a', current: true }))
    made.push({
      instant,
      files,
      stats: (await hub.ask(questions.dossierStatistics, query)).total
        .statistics as DossierStatistics,
    })
  })

  it('shows the frozen figures of a closed period, of every part of it, and says so', async () => {
    const frozen = await hub.ask(questions.dossierStatistics, YEAR)
    const current = await hub.ask(questions.dossierStatistics, { ...YEAR, current: true })
    expect(frozen.closed).toMatchObject({ organisation: 'H99', by: 'Kế toán', restated: true })
    expect(frozen.knownAt).toBe(frozen.closed?.asOf)
    expect(current.closed).toBeUndefined()
    expect(current.total).not.toEqual(frozen.total)
    const part = await hub.ask(questions.dossierStatistics, { period: '2022', org: 'H99.03' })
    expect(part.closed?.organisation).toBe('H99')
    const other = await hub.ask(questions.dossierStatistics, { ...YEAR, period: '2022-H1' })
    expect(other.closed).toBeUndefined()
    const report = await hub.ask(questions.report, { ...YEAR, template: 'tt01-06a' })
    expect(report.provenance).toMatchObject({
      madeAt: Date.parse(frozen.closed?.asOf ?? ''),
      closed: { restated: true },
    })
    const text = new TextDecoder().decode(await hub.renderReport(report, 'md'))
    expect(text).toContain('Số liệu của kỳ báo cáo đã được chốt.')
    expect(text).toContain('báo cáo này giữ số liệu đã chốt')
  })

  it('explains restatements so that the reasons add up to every difference', async () => {
    for (const rule of ['tt01-2020', 'qd766-2022', 'opencps-2', 'btp-07a']) {
      const current = await hub.ask(questions.dossierStatistics, { ...YEAR, current: true, rule })
      const result = await hub.ask(questions.restatements, { ...YEAR, rule })
      expect(result.total.now).toEqual(current.total.statistics)
      expect(result.total.dossiers).toBeGreaterThan(0)
      expect(result.rows.length).toBeGreaterThan(0)
      for (const row of [result.total, ...result.rows]) {
        for (const { key } of II06_COLUMNS) {
          expect(row.now[key] - row.frozen[key]).toBe(row.difference[key])
          const parts = row.reasons.flatMap(({ columns }) =>
            columns.filter(({ column }) => column === key).map(({ difference }) => difference),
          )
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(row.difference[key])
        }
        expect(row.reasons.map(({ reason }) => reason)).not.toContain('counting_changed')
      }
    }
    const { total, state } = await hub.ask(questions.restatements, YEAR)
    expect(total.reasons.map(({ reason }) => reason)).toContain('finished_recorded_late')
    expect(state).toBe('closed')
  })

  it('makes a report again byte for byte, in every format, as known at its instant', async () => {
    const [first, second, third] = made
    expect(first?.stats).toEqual(second?.stats)
    expect(third?.stats).not.toEqual(second?.stats)
    for (const { instant, files, stats } of made.slice(0, 2)) {
      const query = { ...YEAR, asKnownAt: instant }
      expect(different(await reportFiles(hub, query), files)).toEqual([])
      expect((await hub.ask(questions.dossierStatistics, query)).total.statistics).toEqual(stats)
    }
    const query = { ...YEAR, asKnownAt: third?.instant ?? '', current: true }
    expect((await hub.ask(questions.dossierStatistics, query)).total.statistics).toEqual(
      third?.stats,
    )
  })

  it('makes a report again from the instant that it states', async () => {
    const query = { ...YEAR, template: 'tt01-06a', current: true }
    const [before] = dated
    if (!before) throw new Error('no report was made')
    const asKnownAt = instantText(before.provenance?.madeAt ?? 0)
    const again = await hub.ask(questions.report, { ...query, asKnownAt })
    expect(again).toEqual(before)
    expect((await hub.ask(questions.report, query)).rows).not.toEqual(before.rows)
    for (const format of REPORT_FORMATS) {
      const files = [await hub.renderReport(before, format), await hub.renderReport(again, format)]
      expect(different(files.slice(0, 1), files.slice(1)), format).toEqual([])
    }
  })

  it('refuses an instant that lies ahead or cannot be read', async () => {
    for (const asKnownAt of ['2030-01-01', 'yesterday']) {
      await expect(
        hub.ask(questions.dossierStatistics, { ...YEAR, asKnownAt }),
      ).rejects.toMatchObject({
        code: 'usage_invalid',
        faults: [{ path: 'asKnownAt' }],
      })
    }
  })

  it('reopens for a reason, keeps all of it on record and can close again', async () => {
    await expect(hub.act(actions.reopenPeriod, { ...YEAR, reason: ' ' })).rejects.toMatchObject({
      faults: [{ path: 'reason' }],
    })
    await expect(
      hub.act(actions.reopenPeriod, { period: '2022', org: 'H99.03', reason: 'x' }),
    ).rejects.toMatchObject({ fix: 'It is closed with H99: reopen it there.' })
    const reopened = await hub.act(actions.reopenPeriod, {
      ...YEAR,
      by: 'Thanh tra',
      reason: 'Bổ sung hồ sơ',
    })
    expect(reopened.state).toBe('reopened')
    expect((await hub.ask(questions.dossierStatistics, YEAR)).closed).toBeUndefined()
    const then = await hub.ask(questions.restatements, YEAR)
    expect(then).toMatchObject({ state: 'reopened', closing: { by: 'Kế toán' } })
    const asKnownAt = made[1]?.instant ?? ''
    expect(
      (await hub.ask(questions.dossierStatistics, { ...YEAR, asKnownAt })).total.statistics,
    ).toEqual(made[1]?.stats)
    clock.set('2023-10-01')
    await hub.act(actions.closePeriod, { ...YEAR, by: 'Kế toán' })
    const [period, ...others] = (await hub.ask(questions.periods, {})).items
    expect(others).toEqual([])
    expect(period?.events.map(({ action, by, note }) => [action, by, note])).toEqual([
      ['close', 'Kế toán', 'Chốt năm'],
      ['reopen', 'Thanh tra', 'Bổ sung hồ sơ'],
      ['close', 'Kế toán', null],
    ])
    expect(await hub.ask(questions.restatements, YEAR)).toMatchObject({
      total: { dossiers: 0, reasons: [] },
    })
  })
}

async function reportFiles(
  hub: Hub,
  query: { org: string; period: string; asKnownAt?: string; current?: boolean },
): Promise<Uint8Array[]> {
  const files: Uint8Array[] = []
  for (const { id, levels } of (await hub.ask(questions.templates, {})).items) {
    if (levels && !levels.includes('province')) continue
    const report = await hub.ask(questions.report, { ...query, template: id, anyway: true })
    for (const format of id === 'tt01-06a' ? REPORT_FORMATS : (['json', 'md'] as const)) {
      files.push(await hub.renderReport(report, format))
    }
  }
  return files
}

/** The positions of files that are not the same. */
function different(files: readonly Uint8Array[], others: readonly Uint8Array[]): number[] {
  const length = Math.max(files.length, others.length)
  return Array.from({ length }, (_, index) => index).filter((index) => {
    const [one, other] = [files[index], others[index]]
    return !one || !other || Buffer.compare(one, other) !== 0
  })
}

function config({ openCps, national }: ServedPortals) {
  return {
    store: { url: reference('env:DATABASE') },
    sources: {
      dvcqg: {
        connector: 'national-dvc',
        baseUrl: national.url,
        username: national.username,
        password: reference('env:DVC'),
        unitCode: national.unitCode,
      },
      'one-stop': {
        connector: 'opencps',
        // The world ends with its year, and a fifth of it is recorded late.
        gate: 'off',
        baseUrl: openCps.url,
        username: openCps.username,
        password: reference('env:OPENCPS'),
        groupId: openCps.groupId,
        since: '2021-09-01',
      },
    },
  }
}
