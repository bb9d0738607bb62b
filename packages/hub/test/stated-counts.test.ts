import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayNumber, instantText, startOfDay } from '@cchc/domain'
import { sampleDossier, statedCount } from '@cchc/domain/testing'
import { openStore } from '@cchc/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { sync } from './actions.ts'
import { dossierStatistics, report, ruleComparison, status, why } from './questions.ts'

const CONNECTOR = fileURLToPath(new URL('./outside/counts-folder.ts', import.meta.url))
const PERIOD = '2026-01-01..2026-03-31'
const QUARTER = { from: '2026-01-01', to: '2026-03-31' }
const at = (day: string) => startOfDay(dayNumber(day))
const SENTENCE = 'Theo số liệu do sheets cung cấp: UBND xã Một, 01/01/2026 - 31/3/2026.'

const unit = (code: string, name: string, level: string) => {
  return { code, name, level, parentCode: null, validFrom: null, validTo: null }
}
const UNITS = [
  unit('H99', 'UBND tỉnh Thử Nghiệm', 'province'),
  unit('H99.03', 'Sở Tư pháp', 'department'),
  unit('H99.101', 'UBND xã Một', 'commune'),
]

function whole(resolved: number) {
  return {
    ...{ receivedTotal: 12, receivedOnline: 4, receivedDirectPost: 5, carriedOver: 3 },
    ...{ resolvedTotal: resolved, resolvedEarly: resolved, resolvedOnTime: 0, resolvedLate: 0 },
    ...{ pendingTotal: 12 - resolved, pendingWithin: 12 - resolved, pendingOverdue: 0 },
  }
}

let now = at('2026-04-10')
let folder: string
let hub: Hub

/** What the commune states, in a file that is replaced as a whole. */
function state(counts: object, days: object = QUARTER) {
  const { document: _, ...row } = statedCount({
    ...{ organisationCode: 'H99.101', place: 'Biểu II.06a!A12', ...days },
    counts,
  } as never)
  writeFileSync(join(folder, 'in/xa-mot.json'), JSON.stringify([row]))
}

/** Two dossiers of a department, one of them resolved early, as a source that is gone since brought them. */
async function bringDossiers() {
  const store = await openStore({ url: `sqlite:${folder}/cchc.db`, now: () => now })
  const run = await store.beginRun({
    ...{ source: 'one-stop', connector: 'opencps', connectorVersion: '1.0.0', trigger: 'manual' },
  })
  const records = ['D1', 'D2'].map((code) =>
    sampleDossier({
      code,
      receivedAt: at('2026-02-01'),
      dueAt: at('2026-02-20'),
      channel: 'online',
    }),
  )
  const [open, ended] = records
  await run.commit({
    ...{ source: 'one-stop', stream: 'dossiers', cursor: null, pages: 1, refusals: [] },
    traffic: { requests: 0, retries: 0, bytes: 0 },
    content: {
      entity: 'dossier',
      records: [open, { ...ended, status: 'finished', finishedAt: at('2026-02-10') }] as never,
    },
  })
  await run.finish({ status: 'done', error: null })
  await store.close()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stated-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in/units.json'), JSON.stringify(UNITS))
  await bringDossiers()
  state(whole(8))
  hub = await openHub({
    cwd: folder,
    now: () => now,
    config: {
      connectors: [CONNECTOR],
      store: { url: 'sqlite:cchc.db' },
      reporting: { organisation: 'H99' },
      sources: { sheets: { connector: 'counts-folder', path: 'in' } },
    },
  })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ status: 'done', counts: { new: 4, refused: 0 } }])
})
afterAll(async () => {
  await hub.close()
  rmSync(folder, { recursive: true })
})

test('statistics of a province are the sum of counted and stated ones, and say who states what', async () => {
  const answer = await hub.ask(dossierStatistics, { period: PERIOD, by: ['org'], anyway: true })
  const stated = [{ source: 'sheets', unit: 'H99.101', ...QUARTER }]
  expect(answer.total).toMatchObject({
    statistics: { receivedTotal: 14, receivedOnline: 6, resolvedTotal: 9, pendingTotal: 5 },
    onTime: { numerator: 9, denominator: 9 },
    stated,
  })
  expect(answer.rows.map(({ group, stated: by }) => [group.org?.code, by])).toEqual([
    ['H99.03', undefined],
    ['H99.101', stated],
  ])
  expect(answer.stated).toEqual(['Stated by sheets: UBND xã Một, 01/01/2026 - 31/3/2026.'])
  expect(answer.missing).toBeUndefined()
})

test('what rows do not tell is not reported, with the reason', async () => {
  const asked = { period: PERIOD, anyway: true }
  const other = await hub.ask(dossierStatistics, { ...asked, rule: 'qd766-2022' })
  expect(other.total.statistics.resolvedTotal).toBeNull()
  expect(other.missing).toEqual([
    'Source sheets states UBND xã Một (H99.101) by the rule tt01-2020, not by qd766-2022.',
  ])
  const part = await hub.ask(dossierStatistics, { ...asked, rule: 'qd766-2022', partial: true })
  expect(part.total.statistics.resolvedTotal).toBe(1)
  const compared = await hub.ask(ruleComparison, { ...asked, rule: ['tt01-2020', 'qd766-2022'] })
  expect(compared.total.byRule[0]?.statistics.resolvedTotal).toBeNull()
  const months = await hub.ask(dossierStatistics, { ...asked, by: ['month'] })
  expect(months.total.statistics.resolvedTotal).toBe(9)
  expect(months.rows.map(({ statistics }) => statistics.resolvedTotal)).toEqual(
    months.rows.map(() => null),
  )
})

test('a unit that is only stated has its figures where no source brings dossiers of it', async () => {
  const asked = { period: PERIOD, org: 'H99.101', anyway: true }
  const answer = await hub.ask(dossierStatistics, asked)
  expect([answer.total.statistics.resolvedTotal, answer.missing]).toEqual([8, undefined])
})

test('reports say it in the rows that rest on it', async () => {
  const asked = { template: 'tt01-06a', period: PERIOD, anyway: true }
  const filled = await hub.ask(report, asked)
  const total = filled.rows.find(({ rowId }) => rowId === 'total')
  expect(total).toMatchObject({ note: SENTENCE, cells: { resolvedTotal: { value: 9 } } })
  const department = filled.rows.find(({ rowId }) => rowId.endsWith('H99.03'))
  expect(department?.note).toBe('')
  expect(filled.provenance?.stated).toEqual([SENTENCE])
})

test('why goes down to the row, its file and run', async () => {
  const asked = { indicator: 'resolvedTotal', period: PERIOD, anyway: true }
  const { cell, runs, findings } = await hub.ask(why, asked)
  const { origin } = cell as { origin: Record<string, unknown> }
  expect(origin).toMatchObject({
    total: 9,
    contributions: [
      { code: 'H99.03', count: 1, sources: ['one-stop'] },
      { code: 'H99.101', count: 8, sources: ['sheets'] },
    ],
    stated: [
      {
        ...{ source: 'sheets', organisation: 'H99.101', ...QUARTER, rule: 'tt01-2020' },
        ...{ document: 'xa-mot.json', place: 'Biểu II.06a!A12', run: runs.at(-1)?.id },
        counts: whole(8),
      },
    ],
  })
  expect(runs.map(({ source }) => source)).toEqual(['one-stop', 'sheets'])
  expect(findings).toEqual([])
})

test('status tells which days of which unit are stated', async () => {
  const { items } = await hub.ask(status, {})
  expect(items.map(({ stream, stated }) => [stream, stated])).toEqual([
    ['counts', [{ unit: 'H99.101', days: [QUARTER] }]],
    ['units', undefined],
  ])
})

test('a corrected row counts from then on, and the former as it was known', async () => {
  now += 1000
  const before = instantText(now)
  now += 86_400_000
  state(whole(7))
  await hub.act(sync, {})
  const asked = { period: PERIOD, anyway: true } as const
  const resolved = async (more: object) =>
    (await hub.ask(dossierStatistics, { ...asked, ...more })).total.statistics.resolvedTotal
  expect(await resolved({})).toBe(1 + 7)
  expect(await resolved({ asKnownAt: before })).toBe(1 + 8)
})
