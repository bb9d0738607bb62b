import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dossier, isAppError } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { openStore } from '@cchc/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { due } from '../src/questions/due.ts'
import { dueWeeks } from '../src/questions/due-weeks.ts'
import { readAsked } from '../src/questions/question.ts'

const at = (day: string) => Date.parse(`${day}T09:00:00+07:00`)

/** A Wednesday; Friday and Monday are the second and the third working day after it. */
const TODAY = '2026-03-04'

const dossier = (code: string, dueOn: string | null, facts: Partial<Dossier> = {}) =>
  sampleDossier({
    ...{ code, receivedAt: at('2026-02-02'), dueAt: dueOn === null ? null : at(dueOn), ...facts },
  })

const DOSSIERS = [
  dossier('late-most', '2026-02-10'),
  dossier('late', '2026-03-03', { procedureCode: '1.000002' }),
  dossier('other-unit', '2026-03-02', { organisationCode: 'H99.04' }),
  dossier('today', '2026-03-04'),
  dossier('monday', '2026-03-09'),
  dossier('tuesday', '2026-03-10'),
  dossier('sunday', '2026-03-15'),
  dossier('without', null),
  dossier('waiting', '2026-02-10', {
    ...{ status: 'awaiting_supplement', pauses: [{ from: at('2026-02-05'), to: null }] },
  }),
  dossier('in-time', '2026-02-10', { status: 'returned', finishedAt: at('2026-02-09') }),
  dossier('done', '2026-02-10', { status: 'returned', finishedAt: at('2026-02-20') }),
]

let hub: Hub
beforeAll(async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-due-'))
  const url = `sqlite:${join(cwd, 'hub.db')}`
  const store = await openStore({ url, now: () => at('2026-03-05') })
  const about = { connector: 'opencps', connectorVersion: '1.0.0', trigger: 'manual' as const }
  const writer = await store.beginRun({ source: 'one-stop', ...about })
  await writer.commit({
    ...{ source: 'one-stop', stream: 'dossiers', cursor: null, pages: 1, refusals: [] },
    traffic: { requests: 0, retries: 0, bytes: 0 },
    content: { entity: 'dossier', records: DOSSIERS },
  })
  await writer.completePass('dossiers', { cursor: null, acceptRemovals: false })
  await writer.finish({ status: 'done', error: null })
  await store.close()
  const organisations = {
    'H99.03': { name: 'Sở Tư pháp', level: 'department' },
    'H99.04': { name: 'Sở Nội vụ', level: 'department' },
  }
  const one = { connector: 'opencps', baseUrl: 'http://127.0.0.1:1', since: '2026-01-01' }
  const login = { username: 'cchc', password: ['$', '{env:PASSWORD}'].join(''), groupId: '1' }
  const sources = { 'one-stop': { ...one, ...login } }
  const config = { store: { url }, organisations, sources }
  hub = await openHub({ cwd, config, env: { PASSWORD: 'x' }, now: () => at(TODAY) })
  afterAll(async () => {
    await hub.close()
    rmSync(cwd, { recursive: true, force: true })
  })
})

const asked = (given: object) => hub.ask(due, readAsked(due.parameters, given))
const codes = async (given: object) => (await asked(given)).items.map(({ code }) => code)

test('what is overdue comes first, then what will be within three working days', async () => {
  const { items, overdue, dueSoon, day, lastDay, leftOut } = await asked({})
  expect([day, lastDay, overdue, dueSoon, leftOut]).toEqual([TODAY, '2026-03-09', 3, 2, 0])
  expect(items.map(({ code, dueOn, daysLate }) => [code, dueOn, daysLate])).toEqual([
    ['late-most', '2026-02-10', 22],
    ['other-unit', '2026-03-02', 2],
    ['late', '2026-03-03', 1],
    ['today', '2026-03-04', 0],
    ['monday', '2026-03-09', -5],
  ])
  expect(items[0]?.organisation).toEqual({ code: 'H99.03', name: 'Sở Tư pháp' })
})

test('it counts as overdue what column (13) counts', async () => {
  for (const day of ['2026-02-20', '2026-03-04', '2026-03-12']) {
    const wished = { period: `${day}..${day}`, partial: true, anyway: true }
    const { total } = await hub.ask(dossierStatistics, wished)
    expect((await asked({ day })).overdue, day).toBe(total.statistics.pendingOverdue)
  }
})

test('it is narrowed to a unit, a procedure, a kind and a number; what is left out is said', async () => {
  expect(await codes({ org: 'H99.04' })).toEqual(['other-unit'])
  expect(await codes({ procedure: '1.000002' })).toEqual(['late'])
  expect(await codes({ kind: 'dueSoon' })).toEqual(['today', 'monday'])
  expect(await codes({ within: '0' })).toEqual(['late-most', 'other-unit', 'late', 'today'])
  const { items, leftOut, overdue, units } = await asked({ most: '1', kind: 'overdue' })
  expect([items.length, leftOut, overdue]).toEqual([1, 2, 3])
  expect(units.map((unit) => [unit.code, unit.overdue, unit.dueSoon])).toEqual([
    ['H99.03', 2, 2],
    ['H99.04', 1, 0],
  ])
})

test('on a day of the past it is what stood then, whatever ended since', async () => {
  const { overdue, dueSoon, items } = await asked({ day: '2026-02-06', within: '2' })
  expect([overdue, dueSoon]).toEqual([0, 3])
  expect(items.map(({ code }) => code)).toEqual(['done', 'in-time', 'late-most'])
})

test('due days narrow it, also later ones than the working days reach', async () => {
  expect(await codes({ dueFrom: '2026-03-03', dueTo: '2026-03-04' })).toEqual(['late', 'today'])
  expect(await codes({ dueFrom: '2026-03-05', dueTo: '2026-03-31' })).toEqual([
    'monday',
    'tuesday',
    'sunday',
  ])
  expect(await codes({ dueTo: '2026-02-28' })).toEqual(['late-most'])
})

describe('by week', () => {
  const weeksOf = (given: object) => hub.ask(dueWeeks, readAsked(dueWeeks.parameters, given))

  test('units stand by the weeks of the due days, those with most overdue first', async () => {
    const { weeks, units, total } = await weeksOf({})
    const shown = weeks.map(({ kind, week, from, to }) => [kind, week, from, to].join(' '))
    expect([shown[0], shown[1], shown[7], shown[8], shown[12]]).toEqual([
      'overdue   2026-01-18',
      'overdue 2026-W04 2026-01-19 2026-01-25',
      'overdue 2026-W10 2026-03-02 ',
      'dueSoon 2026-W10  2026-03-08',
      'dueSoon 2026-W14 2026-03-30 2026-04-05',
    ])
    expect(units).toEqual([
      {
        ...{ code: 'H99.03', name: 'Sở Tư pháp', overdue: 2, dueSoon: 4 },
        counts: [0, 0, 0, 0, 1, 0, 0, 1, 1, 3, 0, 0, 0],
      },
      {
        ...{ code: 'H99.04', name: 'Sở Nội vụ', overdue: 1, dueSoon: 0 },
        counts: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
      },
    ])
    expect([total?.overdue, total?.dueSoon]).toEqual([3, 4])
  })

  test('each number is that of the dossiers that its unit, kind and days list', async () => {
    const { weeks, units } = await weeksOf({ day: '2026-02-12' })
    for (const { code: org, counts } of units) {
      for (const [place, { kind, from, to }] of weeks.entries()) {
        const days = { ...(from && { dueFrom: from }), ...(to && { dueTo: to }) }
        const { items } = await asked({ org, day: '2026-02-12', kind, ...days })
        expect([org, place, items.length]).toEqual([org, place, counts[place]])
      }
    }
  })

  test('what was not read is told beside the numbers', async () => {
    const { missing = [] } = await weeksOf({ day: '2025-12-20' })
    expect(missing).toEqual([expect.stringContaining('one-stop')])
  })
})

test('what cannot be asked is refused', () => {
  for (const wrong of [{ kind: 'late' }, { within: '31' }, { most: '0' }, { day: '04/03/2026' }]) {
    const refused = () => readAsked(due.parameters, wrong)
    expect(refused, JSON.stringify(wrong)).toThrow(expect.toSatisfy(isAppError))
  }
})
