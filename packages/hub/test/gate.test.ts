import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayNumber, startOfDay } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { BOTH_DATABASES, type TestDatabases } from '@cchc/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { doctor } from '../src/questions/doctor.ts'
import { oneRun } from '../src/questions/runs.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const CONNECTOR = fileURLToPath(new URL('./outside/dossiers-folder.ts', import.meta.url))
const at = (day: string, hours = 9) => startOfDay(dayNumber(day)) + hours * 3_600_000
const ASKED = { org: 'H99', period: '2026-02-15..2026-03-14', anyway: true }

let databases: TestDatabases
let url: string
let cwd: string
let now: number
beforeEach(async () => {
  url = await databases.url('gate')
  cwd = configFolder({ 'in/none.json': '[]' })
  now = at('2026-02-20')
})

interface Configured {
  readonly source?: object
  readonly id?: string
  /** Other sources. */
  readonly beside?: object
}

async function on<T>(
  work: (hub: Hub) => Promise<T>,
  { source = {}, id = 'folder', beside = {} }: Configured = {},
): Promise<T> {
  const hub = await openHub({
    cwd,
    env: { DATABASE: url },
    now: () => now,
    config: {
      connectors: [CONNECTOR],
      store: { url: reference('env:DATABASE') },
      organisations: {
        H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' },
        'H99.03': { name: 'Sở Tư pháp', level: 'department' },
      },
      sources: { [id]: { connector: 'dossiers-folder', path: 'in', ...source }, ...beside },
    },
  })
  try {
    return await work(hub)
  } finally {
    await hub.close()
  }
}

/** What the portal shows from now on: a hundred dossiers, so many of them late. */
function shows(late: number): void {
  const rows = Array.from({ length: 100 }, (_, index) =>
    sampleDossier({
      code: `H99-${String(index).padStart(4, '0')}`,
      channel: 'online',
      status: 'finished',
      receivedAt: at('2026-02-16'),
      dueAt: at('2026-02-17'),
      finishedAt: at(index < late ? '2026-02-18' : '2026-02-16', 11),
      version: index < late ? 2 : 1,
    }),
  )
  writeFileSync(join(cwd, 'in/dossiers.json'), JSON.stringify(rows))
}

type Asked = Parameters<typeof actions.sync.act>[1]

const sync = (asked: Asked = {}, configured: Configured = {}) =>
  on((hub) => hub.act(actions.sync, asked), configured)

/** The figures that every question gives, and what each says of what is missing. */
const answers = (configured: Configured = {}) =>
  on(async (hub) => {
    const statistics = await hub.ask(questions.dossierStatistics, {
      ...ASKED,
      by: ['org', 'channel'],
    })
    const byField = await hub.ask(questions.dossierStatistics, { ...ASKED, by: ['procedure'] })
    const rule = ['tt01-2020', 'qd766-2022'].join(',')
    const compared = await hub.ask(questions.ruleComparison, { ...ASKED, rule: rule.split(',') })
    const explained = await hub.ask(questions.why, { ...ASKED, indicator: 'resolvedLate' })
    const report = await hub.ask(questions.report, { ...ASKED, template: 'tt01-06a' })
    const { missing: ofExplained, ...explanation } = explained
    return {
      figures: {
        statistics: [statistics.rows, statistics.total],
        byField: byField.rows,
        compared: [compared.rows, compared.total],
        report: report.rows,
        explained: JSON.parse(
          JSON.stringify(explanation).replaceAll(/"knownAt":"[^"]*"/g, '"knownAt":""'),
        ),
      },
      late: statistics.total.statistics.resolvedLate,
      missing: [
        ...[statistics.missing, byField.missing, compared.missing, ofExplained],
        report.provenance?.missing,
      ],
    }
  }, configured)

describe.each(BOTH_DATABASES)('a gate, on %s', (_, startDatabases) => {
  beforeAll(async () => {
    databases = await startDatabases()
  })
  afterAll(() => databases.stop())

  test('every figure stays as it was until a person lets newer ones through, and says so', async () => {
    shows(0)
    await sync()
    const good = await answers()
    expect(good).toMatchObject({ late: 0, missing: Array(5).fill(undefined) })
    now += 3_600_000
    shows(100)
    const { runs } = await sync()
    expect(runs).toMatchObject([{ status: 'partial', counts: { changed: 100 } }])
    expect(runs[0]?.warnings.at(-1)).toContain('waits at the gate')
    const held = await answers()
    expect(held.figures).toEqual(good.figures)
    const why = /(waits at the gate|đang chờ ở cửa kiểm soát).*100 % /
    for (const said of held.missing) expect(said).toEqual([expect.stringMatching(why)])
    await sync({ source: ['folder'], accept: true, by: 'lan', reason: 'đã hỏi Sở' })
    const accepted = await answers()
    expect(accepted).toMatchObject({ late: 100, missing: Array(5).fill(undefined) })
  })

  test('status and runs tell what waits, who accepted it and why', async () => {
    shows(0)
    await sync()
    now += 3_600_000
    shows(100)
    await sync()
    const reasons = ['100 % of the resolved dossiers are late, before it were 0 %']
    await on(async (hub) => {
      const { stale, items } = await hub.ask(questions.status, {})
      expect(stale).toBe(true)
      expect(items).toMatchObject([{ source: 'folder', stale: true, gate: { reasons } }])
    })
    const notes = async (asked: Asked) => (await sync(asked)).notes
    const word = { accept: true, by: 'lan', reason: 'đã hỏi Sở' }
    await expect(sync(word)).rejects.toMatchObject({ code: 'usage_invalid' })
    const dryRun = sync({ ...word, source: ['folder'], dryRun: true })
    await expect(dryRun).rejects.toMatchObject({ code: 'usage_invalid' })
    const source = ['folder']
    expect(await notes({ ...word, source })).toEqual([
      'What waited at the gate of folder is let through.',
    ])
    expect(await notes({ ...word, source })).toEqual([
      expect.stringMatching(
        /^The gate of folder is open: nothing waits\. .* through by lan, .*2026\.$/,
      ),
    ])
    const shown = await on((hub) => hub.ask(oneRun, { id: '2' }))
    expect(shown.gate).toMatchObject([
      { action: 'closed', by: null, reasons },
      { action: 'accepted', by: 'lan', note: 'đã hỏi Sở' },
    ])
    const { items } = await on((hub) => hub.ask(questions.status, {}))
    expect(items).toMatchObject([{ gate: null, stale: false }])
  })

  test('a period that is closed meanwhile freezes what is shown', async () => {
    shows(0)
    await sync()
    now = at('2026-03-20')
    shows(100)
    await sync()
    const named = { org: 'H99', period: ASKED.period }
    const closed = await on((hub) => hub.act(actions.closePeriod, named))
    expect(closed.warnings.join()).toMatch(/waits at the gate/)
    await sync({ source: ['folder'], accept: true })
    const frozen = await on((hub) =>
      hub.ask(questions.dossierStatistics, { ...ASKED, partial: true }),
    )
    expect(frozen).toMatchObject({
      closed: { restated: true },
      total: { statistics: { resolvedLate: 0 } },
    })
    const { total } = await on((hub) => hub.ask(questions.restatements, named))
    expect(total.difference.resolvedLate).toBe(100)
  })

  test('a source that is gone while its gate is closed is told, and accepted without being read', async () => {
    shows(0)
    await sync()
    now += 3_600_000
    shows(100)
    await sync()
    const withoutIt = <T>(work: (hub: Hub) => Promise<T>) => on(work, { id: 'other' })
    const late = () =>
      withoutIt(async (hub) => {
        const { total } = await hub.ask(questions.dossierStatistics, { ...ASKED, partial: true })
        return total.statistics.resolvedLate
      })
    const told = /^Source folder is not configured any more.*100 % .*cchc sync folder --accept$/
    const findings = () => withoutIt(async (hub) => (await hub.ask(questions.status, {})).findings)
    expect(await findings()).toEqual([expect.stringMatching(told)])
    const { items } = await withoutIt((hub) => hub.ask(doctor, {}))
    expect(items).toContainEqual(
      expect.objectContaining({ state: 'look', told: expect.stringMatching(told) }),
    )
    const waiting = () =>
      withoutIt(async (hub) => {
        const { items: found } = await hub.ask(questions.alerts, {})
        return found.filter(({ alert }) => alert === 'gate-closed')
      })
    expect(await waiting()).toMatchObject([
      { subject: 'folder', severity: 'broken', told: expect.stringMatching(told) },
    ])
    expect(await late()).toBe(0)
    const word = { source: ['folder'], accept: true, by: 'lan' }
    const accepted = await withoutIt((hub) => hub.act(actions.sync, word))
    expect(accepted).toEqual({
      runs: [],
      notes: ['What waited at the gate of folder is let through.'],
    })
    expect(await late()).toBe(100)
    expect(await findings()).toEqual([])
    expect(await waiting()).toEqual([])
    const again = await withoutIt((hub) => hub.act(actions.sync, word))
    expect(again).toEqual({ runs: [], notes: [expect.stringMatching(/nothing waits.* by lan, /)] })
    const unknown = withoutIt((hub) => hub.act(actions.sync, { ...word, source: ['floder'] }))
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })

  test('what a ministry’s system holds waits too, beside what the province holds, and counts once', async () => {
    const of = (code: string, days: { dueAt: number; finishedAt: number; version: number }) =>
      sampleDossier({ code, status: 'finished', receivedAt: at('2026-02-16'), ...days })
    const onTime = { dueAt: at('2026-02-17'), finishedAt: at('2026-02-16', 11), version: 1 }
    const tooLate = { dueAt: at('2026-02-17'), finishedAt: at('2026-02-18'), version: 2 }
    const write = (folder: string, dossiers: readonly object[]) => {
      mkdirSync(join(cwd, folder), { recursive: true })
      writeFileSync(join(cwd, folder, 'dossiers.json'), JSON.stringify(dossiers))
    }
    const codes = (first: number) =>
      Array.from({ length: 100 }, (_, index) => `H99-${first + index}`)
    write(
      'own',
      codes(0).map((code) => of(code, onTime)),
    )
    write(
      'in',
      codes(50).map((code) => of(code, onTime)),
    )
    const beside = { own: { connector: 'dossiers-folder', path: 'own' } }
    const ministry = { name: 'Bộ Tư pháp' }
    const counts = (source: object) =>
      on(
        async (hub) => {
          const { total, ministries, missing } = await hub.ask(questions.dossierStatistics, ASKED)
          const { receivedTotal, resolvedLate } = total.statistics
          const share = ministries?.systems[0]?.statistics.resolvedLate
          return { receivedTotal, resolvedLate, share, told: missing?.length ?? 0 }
        },
        { source, beside },
      )
    await sync({}, { source: { ministry }, beside })
    expect(await counts({ ministry })).toEqual({
      receivedTotal: 150,
      resolvedLate: 0,
      share: 0,
      told: 0,
    })
    now += 3_600_000
    write(
      'in',
      codes(50).map((code) => of(code, tooLate)),
    )
    await sync({}, { source: { ministry }, beside })
    expect(await counts({ ministry })).toEqual({
      receivedTotal: 150,
      resolvedLate: 0,
      share: 0,
      told: 1,
    })
    const apart = { ministry: { ...ministry, counted: false } }
    expect(await counts(apart)).toEqual({ receivedTotal: 100, resolvedLate: 0, share: 0, told: 0 })
    await sync({ source: ['folder'], accept: true }, { source: { ministry }, beside })
    expect(await counts({ ministry })).toEqual({
      receivedTotal: 150,
      resolvedLate: 50,
      share: 100,
      told: 0,
    })
    now += 3_600_000
    const newer = [...codes(0), ...codes(100).slice(0, 50)].map((code) => of(code, tooLate))
    write('own', newer)
    await sync({}, { source: { ministry }, beside })
    expect(await counts({ ministry })).toEqual({
      receivedTotal: 150,
      resolvedLate: 50,
      share: 100,
      told: 1,
    })
  })

  test('one word switches a gate off, wider limits let more through', async () => {
    for (const source of [{ gate: 'off' }, { gate: { late: 1 } }]) {
      shows(0)
      await sync({ full: true }, { source })
      now += 3_600_000
      shows(100)
      expect((await sync({}, { source })).runs).toMatchObject([{ status: 'done' }])
      expect((await answers({ source })).late).toBe(100)
    }
  })
})
