import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  type Dossier,
  dayNumber,
  inWords,
  parseInstant,
  Tally,
  type Text,
  tt01,
} from '@cchc/domain'
import { openStore, type StoredDossier } from '@cchc/store'
import { storeWith } from '@cchc/store/views'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { closePeriod } from '../src/actions/closings.ts'
import { setIndicator } from '../src/actions/set-indicator.ts'
import { takeConfig } from '../src/config/read-config.ts'
import { exportDossiers } from '../src/exports/dossiers.ts'
import type { Export, ExportEnd } from '../src/exports/export.ts'
import { EXPORT_FORMS } from '../src/exports/export-forms.ts'
import { exportPieces } from '../src/exports/export-pieces.ts'
import { exportIndicators } from '../src/exports/indicators.ts'
import { exportStatistics } from '../src/exports/statistics.ts'
import type { Hub } from '../src/index.ts'
import { type AnswerOf, type AskedOf, readAsked } from '../src/questions/question.ts'
import { NO_TRACING } from '../src/tracing/tracing.ts'
import { dossierStatistics, why } from './questions.ts'
import { readProvince } from './read-province.ts'

let hub: Hub
let cwd: string

beforeAll(async () => {
  const province = await readProvince()
  hub = province.hub
  cwd = province.cwd
})

async function exported<E extends Export>(one: E, asked: object, format: 'csv' | 'ndjson') {
  const read = readAsked(one.parameters, asked) as AskedOf<E>
  const pieces = await Array.fromAsync(hub.export(one, read, { format }))
  return Buffer.concat(pieces).toString()
}

async function rowsOf<E extends Export>(one: E, asked: object) {
  const lines = (await exported(one, asked, 'ndjson')).trimEnd().split('\n')
  const told = lines.map((line) => JSON.parse(line))
  return { rows: told.slice(0, -1) as AnswerOf<E>[], end: told.at(-1) as ExportEnd }
}

const instant = (text: string | null) => (text === null ? null : parseInstant(text))

function dossierOf(row: AnswerOf<typeof exportDossiers>): Dossier {
  return {
    ...row,
    receivedAt: instant(row.receivedAt),
    dueAt: instant(row.dueAt),
    finishedAt: instant(row.finishedAt),
    returnedAt: instant(row.returnedAt),
    pauses: row.pauses.map((text) => {
      const [from = '', to = ''] = text.split('/')
      return { from: parseInstant(from), to: to === '..' ? null : parseInstant(to) }
    }),
    version: 0,
  }
}

describe('exported dossiers', () => {
  test.each([
    { org: 'H99', period: '2022' },
    { org: 'H99', period: '2022-Q2' },
    { org: 'H99.31', period: '2022' },
  ])('of $org in $period are those that statistics and why count', async (asked) => {
    const { rows, end } = await rowsOf(exportDossiers, asked)
    const period = readAsked(dossierStatistics.parameters, asked)
    const { total, period: days } = await hub.ask(dossierStatistics, period)
    const tally = new Tally(dayNumber(days.from), dayNumber(days.to))
    for (const row of rows) tally.addDossier(tt01, dossierOf(row))
    expect(tally.statistics()).toEqual(total.statistics)
    expect(total.statistics.receivedTotal).toBeGreaterThan(0)
    const origin = await hub.ask(why, { ...asked, indicator: 'receivedTotal' })
    expect(origin.cell.origin).toMatchObject({ total: tally.statistics().receivedTotal })
    expect(end).toMatchObject({ whole: true, rows: rows.length })
  })

  test('are the same for ever at the instant that the last line tells, and tell nothing else', async () => {
    const first = await exported(exportDossiers, { period: '2022' }, 'ndjson')
    const { knownAt } = JSON.parse(first.trimEnd().split('\n').at(-1) ?? '')
    const again = await exported(exportDossiers, { period: '2022', asKnownAt: knownAt }, 'ndjson')
    expect(again).toBe(first)
    const [row] = (await rowsOf(exportDossiers, { period: '2022' })).rows
    expect(Object.keys(row ?? {}).sort()).toEqual(Object.keys(exportDossiers.answer.shape).sort())
  })

  test('of a closed period are as they were frozen', async () => {
    await hub.act(closePeriod, { period: '2022-M03', by: 'an' })
    const { end } = await rowsOf(exportDossiers, { period: '2022-M03' })
    const later = await rowsOf(exportDossiers, { period: '2022-M03' })
    expect(end).toMatchObject({ closedBy: 'an', knownAt: later.end.knownAt })
    const current = await rowsOf(exportDossiers, { period: '2022-M03', current: 'true' })
    expect(current.end.closedBy).toBeUndefined()
  })

  test('say what no source has read', async () => {
    const { end } = await rowsOf(exportDossiers, { period: '2021-M02' })
    expect(end.missing?.join()).toContain('province')
  })
})

test.each(['csv', 'ndjson'] as const)(
  'the last line of %s tells what came before it',
  async (format) => {
    const text = await exported(exportDossiers, { period: '2022' }, format)
    const at = text.trimEnd().lastIndexOf('\n') + 1
    const sha256 = createHash('sha256').update(text.slice(0, at)).digest('hex')
    const rows = text.trimEnd().split('\n').length - (format === 'csv' ? 2 : 1)
    expect(text.slice(at)).toContain(sha256)
    expect(text.slice(at)).toMatch(format === 'csv' ? `rows=${rows},` : `"rows":${rows},`)
    expect(
      text.slice(at).startsWith(format === 'csv' ? '#end,whole=true,' : '{"whole":true,'),
    ).toBe(true)
  },
)

test('csv has as many cells in every line, and none that would be run as a formula', () => {
  const form = EXPORT_FORMS.csv(exportIndicators.answer)
  const evil = { value: '=HYPERLINK("x")', number: -3.5, note: '@a', label: null }
  const cells = form.rows([evil]).split(',')
  expect(cells).toHaveLength(Object.keys(exportIndicators.answer.shape).length)
  expect(cells).toContain(`"'=HYPERLINK(""x"")"`)
  expect(cells).toContain('-3.5')
  expect(cells).toContain("'@a")
})

test('exported statistics are the rows of the statistics, or their total', async () => {
  const asked = { period: '2022', by: ['org', 'month'] as const }
  const { rows } = await rowsOf(exportStatistics, { period: '2022', by: 'org,month' })
  const answer = await hub.ask(dossierStatistics, asked)
  expect(rows.map(({ org, month, receivedTotal }) => ({ org, month, receivedTotal }))).toEqual(
    answer.rows.map(({ group, statistics: { receivedTotal } }) => {
      return { org: group.org?.code, month: group.month?.code, receivedTotal }
    }),
  )
  const [total] = (await rowsOf(exportStatistics, { period: '2022' })).rows
  expect(total).toMatchObject({ ...answer.total.statistics, org: null, organisation: 'H99' })
})

test('exported indicators are of the organisation and what is below it', async () => {
  const figure = { id: 'plan_tasks_total', period: '2022', by: 'an' }
  await hub.act(setIndicator, { ...figure, org: 'H99', value: '30' })
  await hub.act(setIndicator, { ...figure, org: 'H99', value: '31', reason: 'đếm lại' })
  await hub.act(setIndicator, { ...figure, org: 'H99.31', value: '-' })
  const shown = async (asked: object) =>
    (await rowsOf(exportIndicators, asked)).rows.map(({ organisation, number, state }) => {
      return [organisation, number, state]
    })
  const own = ['H99.31', null, 'not_applicable']
  expect(await shown({})).toEqual([['H99', 31, 'number'], own])
  expect(await shown({ org: 'H99.31' })).toEqual([own])
  expect(await shown({ history: 'true' })).toHaveLength(3)
  expect(await shown({ period: '2021' })).toEqual([])
})

const BATCH = 5000

test('200,000 dossiers are read as they are taken: never more than one batch waits', async () => {
  const config = await takeConfig({ sources: {} }, { cwd, env: {} })
  const empty = await openStore({ url: `sqlite:${join(cwd, 'many.db')}` })
  let read = 0
  const store = storeWith(empty, {
    async *scanDossiers() {
      for (let batch = 0; batch < 40; batch += 1) {
        read += BATCH
        yield Array.from({ length: BATCH }, (_, at) => dossier(batch * BATCH + at))
      }
    },
  })
  const words = (text: Text) => inWords(text)
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn() }
  const context = { store, config, log, tracing: NO_TRACING, now: Date.now, words }
  const opening = exportDossiers.open(context, { period: '2022' })
  let [given, most] = [0, 0]
  for await (const piece of exportPieces(opening, {
    record: exportDossiers.answer,
    format: 'csv',
  })) {
    most = Math.max(most, read - given)
    given += linesIn(piece)
  }
  expect([read, given]).toEqual([200_000, 200_002])
  expect(most).toBeLessThanOrEqual(BATCH)
  await empty.close()
})

function linesIn(piece: Uint8Array): number {
  let lines = 0
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1
  return lines
}

function dossier(number: number): StoredDossier {
  return {
    ...{ source: 'province', code: `H99-${number}`, organisationCode: 'H99.31', fieldCode: null },
    ...{ procedureCode: '1.000001', channel: 'online', status: 'received', statusReceived: '1' },
    ...{ receivedAt: 0, dueAt: null, finishedAt: null, returnedAt: null, pauses: [], version: 1 },
    ...{ onlinePayment: null, digitised: true, serviceLevel: null, serviceLevelReceived: null },
    ...{ runId: '1', knownFrom: 0 },
  }
}
