import { type Dossier, dayNumber, startOfDay } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { getTemplate, renderReport } from '@cchc/forms'
import { openStore } from '@cchc/store'
import { afterAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { procedureCounts } from '../src/questions/procedure-counts.ts'
import { status } from '../src/questions/status.ts'
import { why } from '../src/questions/why.ts'
import { closePeriod } from './actions.ts'
import { configFolder, ENV, SOURCE } from './config-text.ts'
import { dossierStatistics, report, restatements, ruleComparison } from './questions.ts'

const at = (day: string) => startOfDay(dayNumber(day)) + 30_000_000

const OPEN: Dossier = sampleDossier({
  ...{ code: 'A', organisationCode: 'H42.12', procedureCode: '1.1', channel: 'online' },
  ...{ status: 'processing', receivedAt: at('2022-03-20'), finishedAt: null },
})

/** A province whose one-stop system was read from 01/01/2022 to 20/12/2022, looked at on a day. */
const hubs: Hub[] = []
afterAll(() => Promise.all(hubs.map((hub) => hub.close())))
async function hubOn(
  day: string,
  { read = true, sources = { 'one-stop': SOURCE } }: { read?: boolean; sources?: object } = {},
): Promise<Hub> {
  const cwd = configFolder({ 'forms/own.json': JSON.stringify(ENDED) })
  if (read) await fill(`sqlite:${cwd}/hub.db`)
  const config = {
    store: { url: 'sqlite:hub.db' },
    reporting: { organisation: 'H42', templates: 'forms' },
    organisations: {
      H42: { name: 'UBND tỉnh Khánh Hòa', level: 'province' },
      'H42.12': { name: 'Ban Dân tộc tỉnh Khánh Hòa', level: 'department' },
      'H42.13': { name: 'Sở Tư pháp', level: 'department' },
    },
    sources,
  }
  const hub = await openHub({ cwd, env: ENV, config, now: () => at(day) })
  hubs.push(hub)
  return hub
}

const ENDED = {
  ...getTemplate('tt01-06a'),
  id: 'own-06a',
  inForce: {
    from: null,
    to: { day: '2022-06-30', verified: true },
    successor: 'Biểu 07a/BTP',
  },
}

async function fill(url: string): Promise<void> {
  let clock = at('2022-12-20')
  const store = await openStore({ url, now: () => clock })
  const run = await store.beginRun({
    ...{ source: 'one-stop', connector: 'opencps', connectorVersion: '1', trigger: 'manual' },
  })
  await run.beginPass('dossiers', {
    ...{ entity: 'dossier', from: dayNumber('2022-01-01'), openBefore: true },
  })
  clock += 1000
  await run.commit({
    ...{ source: 'one-stop', stream: 'dossiers', cursor: null, pages: 1, refusals: [] },
    traffic: { requests: 1, retries: 0, bytes: 1 },
    content: { entity: 'dossier', records: [OPEN] },
  })
  await run.completePass('dossiers', { cursor: null, acceptRemovals: false })
  await run.finish({ status: 'done', error: null })
  await store.close()
}

describe('dossier statistics', () => {
  it.each([
    ['2022-Q2', '2022-12-21'],
    ['2022-01-01..2022-12-19', '2022-12-21'],
    ['2023-M01', '2022-12-21'],
  ])('of %s are known on %s', async (period, day) => {
    const hub = await hubOn(day)
    const { total, missing } = await hub.ask(dossierStatistics, { period })
    expect(missing).toBeUndefined()
    expect(total.statistics).toMatchObject({ receivedTotal: 1, pendingTotal: 1 })
    expect(total.onTime).toEqual({ numerator: 0, denominator: 0 })
  })

  it.each([
    ['2022', '2022-12-21', 'read from 01/01/2022 on: 15/12/2021 to 31/12/2021 is missing'],
    ['2021', '2022-12-21', 'read from 01/01/2022 on: 15/12/2020 to 14/12/2021 is missing'],
    ['2023-M01', '2023-02-01', 'before the period ended on 14/01/2023'],
    ['2023-M02', '2022-12-21', 'before the period began on 15/01/2023'],
  ])('of %s are not reported on %s, or told to be partial', async (period, day, said) => {
    const hub = await hubOn(day)
    const { total, missing } = await hub.ask(dossierStatistics, { period })
    expect(missing).toEqual([expect.stringContaining(said)])
    expect(total).toEqual({ statistics: expect.anything(), onTime: null })
    expect(new Set(Object.values(total.statistics))).toEqual(new Set([null]))
    const partly = await hub.ask(dossierStatistics, { period, partial: true })
    expect(partly.missing).toEqual(missing)
    expect(partly.total.statistics.pendingTotal).toBe(period === '2021' ? 0 : 1)
    const rule = ['tt01-2020', 'opencps-2']
    const compared = await hub.ask(ruleComparison, { period, rule })
    expect(compared.missing).toEqual(missing)
    expect(compared.total.differences).toEqual([])
    expect(compared.total.byRule.map(({ onTime }) => onTime)).toEqual([null, null])
  })

  it('of a running year leave its coming months blank, and tell of those that are over', async () => {
    const by = ['month' as const]
    const on = async (day: string) => {
      const { rows, missing } = await (await hubOn(day)).ask(dossierStatistics, {
        period: '2023',
        by,
      })
      return { pending: rows.map((row) => row.statistics.pendingTotal), missing }
    }
    expect(await on('2022-12-21')).toEqual({ pending: [1, ...Array(11).fill(null)] })
    const later = await on('2023-01-20')
    expect(later.pending).toEqual(Array(12).fill(null))
    expect(later.missing).toHaveLength(2)
  })

  it('of a unit that no source ever had are not zeros, partial or not', async () => {
    const hub = await hubOn('2022-12-21')
    for (const partial of [true, false]) {
      const asked = { org: 'H42.13', period: '2022-Q2', partial }
      const { total, missing } = await hub.ask(dossierStatistics, asked)
      expect(missing).toEqual(['No source has any dossier of this organisation.'])
      expect(total.statistics.receivedTotal).toBeNull()
    }
  })

  it('owe nothing to a source that is gone, and something to one that was never read', async () => {
    const period = '2023-M01'
    const gone = await hubOn('2023-02-01', { sources: { other: SOURCE } })
    expect((await gone.ask(dossierStatistics, { period })).missing).toEqual([
      'Source other (dossiers) was never read whole.',
    ])
    const early = { period: '2022-Q2', asKnownAt: '2022-12-21' }
    expect((await gone.ask(dossierStatistics, early)).missing, 'as it was').toEqual([
      'No source brings dossiers.',
    ])
  })
})

describe('a report before anything was read', () => {
  it('is a form without figures, which says why', async () => {
    const hub = await hubOn('2022-12-21', { read: false })
    for (const [template, words] of [
      ['tt01-06a', 'Nguồn one-stop (dossiers) chưa được đọc trọn lần nào.'],
      ['tt01-07b', 'Nguồn one-stop (procedures) chưa được đọc trọn lần nào.'],
      ['bnv-581-province', 'Nguồn one-stop (dossiers) chưa được đọc trọn lần nào.'],
    ] as const) {
      for (const partial of [false, true]) {
        const filled = await hub.ask(report, { template, period: '2022-Q2', partial })
        const states = filled.rows.flatMap(({ cells }) => Object.values(cells))
        expect([...new Set(states.map(({ state }) => state))], template).toEqual(['not_reported'])
        expect(filled.provenance?.missing).toContain(words)
        const page = new TextDecoder().decode(await renderReport(filled, 'md'))
        expect(page).toContain(`Số liệu chưa đầy đủ: ${words}`.replaceAll(/[_*]/g, '\\$&'))
      }
    }
    expect(await hub.ask(procedureCounts, {})).toMatchObject({ total: null, rows: [] })
  })

  it('says in its letter and to who asks why what is missing', async () => {
    const hub = await hubOn('2022-12-21')
    const asked = { template: 'bnv-581-province', period: '2022' }
    const words = 'chỉ được đọc từ ngày 01/01/2022: thiếu từ ngày 15/12/2021 đến ngày 31/12/2021.'
    for (const partial of [false, true]) {
      const filled = await hub.ask(report, { ...asked, partial })
      expect(filled.narrative?.at(-1)).toEqual({
        ...{ level: 1, heading: 'Số liệu chưa đầy đủ' },
        paragraphs: expect.arrayContaining([expect.stringContaining(words)]),
      })
      const resolved = filled.rows.find(({ rowId }) => rowId === 'III/3.1.1')
      expect([resolved?.cells.value?.state, resolved?.note]).toEqual(
        partial ? ['zero', 'Số liệu chưa đầy đủ'] : ['not_reported', ''],
      )
      const own = { period: '2022', template: 'tt01-06a', column: 'pendingTotal', partial }
      const { cell, missing } = await hub.ask(why, { ...own, indicator: 'total' })
      expect(missing).toEqual([expect.stringContaining('15/12/2021 to 31/12/2021 is missing')])
      expect(cell.printed).toBe(partial ? '1' : '')
      if (!partial) {
        expect(cell.origin).toMatchObject({
          kind: 'missing',
          reasons: [expect.stringContaining(words)],
        })
      }
    }
  })
})

describe('a form out of force', () => {
  it('is refused with its successor, and printed anyway with a note', async () => {
    const hub = await hubOn('2022-12-21')
    const asked = { template: 'own-06a', period: '2022-04-01..2022-07-01' }
    await expect(hub.ask(report, asked)).rejects.toThrow('its successor: Biểu 07a/BTP')
    const filled = await hub.ask(report, { ...asked, anyway: true })
    expect(filled.provenance?.cautions).toEqual([
      expect.stringContaining('hết hiệu lực sau ngày 30/6/2022'),
    ])
    expect(new TextDecoder().decode(await renderReport(filled, 'md'))).toContain('Lưu ý: ')
    const before = await hub.ask(report, { ...asked, period: '2022-Q2' })
    expect(before.provenance).not.toHaveProperty('cautions')
  })

  const ANYWAY = { period: '2026', anyway: true } as const

  it('that is only said to be so is refused with the form to use', async () => {
    const hub = await hubOn('2027-01-01')
    const asked = { template: 'bnv-581-department', org: 'H42.12', period: '2026' }
    await expect(hub.ask(report, asked)).rejects.toMatchObject({
      fix: expect.stringContaining('Use department-2025'),
    })
  })

  it('asked for anyway says so, and its rule warns until somebody has read the text', async () => {
    const hub = await hubOn('2027-01-01')
    const { provenance } = await hub.ask(report, { template: 'tt01-06a', ...ANYWAY })
    expect(provenance?.cautions).toEqual([
      expect.stringMatching(/^II\.06a\/VPCP\/KSTT .*Biểu 07a\/BTP\.$/),
      expect.stringMatching(/^quy tắc đếm “Biểu II\.06, .*Biểu 07a\/BTP\.$/),
    ])
    const procedures = await hub.ask(report, { template: 'tt01-07b', ...ANYWAY })
    expect(procedures.provenance?.cautions).toEqual([expect.stringMatching(/^II\.07b/)])
    const { cautions } = await hub.ask(dossierStatistics, { period: '2026' })
    expect(cautions).toEqual([expect.stringContaining('btp-07a')])
  })
})

it('status shows from when to when each stream was read whole', async () => {
  const hub = await hubOn('2022-12-21')
  const covered = { from: '2022-01-01', to: '2022-12-20T08:20:00+07:00' }
  const { items } = await hub.ask(status, {})
  expect(items.map((one) => [one.stream, one.covered])).toEqual([
    ['procedures', null],
    ['dossiers', covered],
    ['figures', null],
  ])
})

it('what closings froze, restate and hold a report against says what is missing of it', async () => {
  const hub = await hubOn('2022-12-21')
  const [early] = [expect.stringContaining('15/12/2021 to 31/12/2021 is missing')]
  const asked = { org: 'H42', period: '2022' }
  const { warnings } = await hub.act(closePeriod, { ...asked, by: 'an' })
  expect(warnings).toContainEqual(early)
  expect((await hub.ask(restatements, asked)).missing).toEqual([early])
  const filled = await hub.ask(report, { ...asked, template: 'bnv-581-province', partial: true })
  expect(hub.lacksOf(filled).missing).toContainEqual(early)
  const file = { name: 'x.json', bytes: await hub.renderReport(filled, 'json') }
  const held = await hub.checkReport({ file, against: asked })
  expect(held.missing).toContainEqual(early)
  expect(held.missing?.join()).not.toContain('Nguồn')
})
