import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayNumber, startOfDay } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { afterEach, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder } from './config-text.ts'
import * as questions from './questions.ts'

const CONNECTOR = fileURLToPath(new URL('./outside/dossiers-folder.ts', import.meta.url))
const at = (day: string) => startOfDay(dayNumber(day)) + 9 * 3_600_000
const ASKED = { org: 'H99', period: '2026-02-15..2026-03-14', anyway: true }
const OVER = /dossiers .*are over, and no day says when they ended: they count as in process/

let hub: Hub
afterEach(() => hub.close())

async function synced(dossiers: readonly object[]) {
  const cwd = configFolder({ 'in/none.json': '[]' })
  writeFileSync(join(cwd, 'in/dossiers.json'), JSON.stringify(dossiers))
  hub = await openHub({
    cwd,
    now: () => at('2026-03-16'),
    config: {
      connectors: [CONNECTOR],
      store: { url: 'sqlite:cchc.db' },
      organisations: { H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' } },
      sources: { folder: { connector: 'dossiers-folder', path: 'in' } },
    },
  })
  const [run] = (await hub.act(actions.sync, {})).runs
  return run?.warnings.filter((one) => OVER.test(one)) ?? []
}

const received = { receivedAt: at('2026-02-16'), dueAt: at('2026-02-20'), finishedAt: null }
const returned = { ...received, status: 'returned' as const, returnedAt: at('2026-02-18') }
const DOSSIERS = [
  sampleDossier({ ...received, code: 'H99-1', status: 'finished' }),
  sampleDossier({ ...received, code: 'H99-2', status: 'withdrawn' }),
  sampleDossier({ ...returned, code: 'H99-3' }),
  sampleDossier({ ...received, code: 'H99-4', status: 'refused_at_reception' }),
  sampleDossier({ ...received, code: 'H99-5', status: 'processing' }),
  sampleDossier({ ...received, code: 'H99-6', status: 'finished', finishedAt: at('2026-02-17') }),
]

test('dossiers that are over and have no end are told by runs, status, statistics and reports, by how many', async () => {
  expect(await synced(DOSSIERS)).toEqual([expect.stringMatching(/^dossiers: 3 dossiers are over/)])
  const { findings, stale } = await hub.ask(questions.status, {})
  expect(findings).toEqual([expect.stringMatching(/^folder: 3 stored dossiers are over/)])
  expect(stale).toBe(false)
  const byProcedure = { ...ASKED, by: ['procedure' as const] }
  const { missing, total } = await hub.ask(questions.dossierStatistics, byProcedure)
  expect(missing).toEqual([
    expect.stringMatching(/^3 of the dossiers that are counted here are over/),
  ])
  expect(total.statistics).toMatchObject({ pendingTotal: 4, pendingOverdue: 4, resolvedTotal: 1 })
  const report = await hub.ask(questions.report, { ...ASKED, template: 'tt01-06a' })
  expect(report.provenance?.missing).toEqual([
    expect.stringMatching(/^Trong số hồ sơ được tính có 3 hồ sơ đã kết thúc nhưng không có ngày/),
  ])
})

test('a rule by which the return of a result is an end misses none of those that were returned', async () => {
  await synced(DOSSIERS)
  const asked = { ...ASKED, by: ['procedure' as const], rule: 'qd766-2022' }
  const { missing } = await hub.ask(questions.dossierStatistics, asked)
  expect(missing).toEqual([expect.stringMatching(/^2 of the dossiers/)])
})

test('nothing is told where every dossier that is over has an end, nor of periods before', async () => {
  expect(await synced(DOSSIERS.slice(3))).toEqual([])
  expect((await hub.ask(questions.status, {})).findings).toEqual([])
  await hub.close()
  await synced(DOSSIERS)
  const before = { ...ASKED, period: '2026-01-15..2026-02-14', by: ['procedure' as const] }
  expect((await hub.ask(questions.dossierStatistics, before)).missing ?? []).not.toContainEqual(
    expect.stringMatching(OVER),
  )
})
