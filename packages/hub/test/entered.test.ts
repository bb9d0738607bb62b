import { readFileSync } from 'node:fs'
import { type Cell, printCell, UsageError, writtenFaults } from '@cchc/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, DEPARTMENT } from './config-text.ts'
import * as questions from './questions.ts'

const folder = configFolder({})
let hub: Hub

beforeAll(async () => {
  hub = await openHub({
    cwd: folder,
    config: DEPARTMENT,
    env: {},
  })
})

afterAll(async () => {
  await hub.close()
})

const AN = { by: 'an', period: '2023' }

function published(name: string) {
  const path = new URL(`../../domain/test/fixtures/${name}.json`, import.meta.url)
  return { name: `${name}.json`, bytes: readFileSync(path) }
}

function csv(name: string, ...lines: readonly string[]) {
  const text = ['STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu;Ghi chú', ...lines].join('\n')
  return { name, bytes: new TextEncoder().encode(text) }
}

describe('figures of a filled report', () => {
  it('are entered with their file, shown in the form, and not entered twice', async () => {
    const file = published('khanh-hoa')
    const dry = await hub.act(actions.importIndicators, { ...AN, file, dryRun: true })
    expect((await hub.ask(questions.enteredIndicators, {})).items).toEqual([])
    const done = await hub.act(actions.importIndicators, { ...AN, file })
    expect(done).toMatchObject({
      organisation: { code: 'H42.12', name: 'Ban Dân tộc tỉnh Khánh Hòa' },
      period: { text: '2023', from: '2022-12-15', to: '2023-12-14' },
      template: 'bnv-581-department',
      replaced: [],
    })
    expect(done.added).toEqual(dry.added)
    expect(done.added.length).toBeGreaterThan(60)
    expect((await hub.act(actions.importIndicators, { ...AN, file })).added).toEqual([])

    const report = await hub.ask(questions.report, {
      template: 'bnv-581-department',
      org: 'H42.12',
      period: '2023',
    })
    const row = report.rows.find(({ rowId }) => rowId === '1.1/1')
    expect(printCell(row?.cells.value as Cell)).toBe('30')
    expect(row?.entered).toMatchObject({
      by: 'an',
      origin: { file: 'khanh-hoa.json', address: '3' },
    })
    const [listed] = (
      await hub.ask(questions.enteredIndicators, { template: 'bnv-581-department' })
    ).items
    expect(listed).toMatchObject({
      indicatorId: 'cchc_plan_decisions',
      unit: 'Quyết định',
      value: '2',
      enteredBy: 'an',
      enteredAt: expect.stringMatching(/\+07:00$/),
      origin: { file: 'khanh-hoa.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('of a faulty file stay out; every fault has its cell', async () => {
    const file = csv(
      'so-lieu.csv',
      '1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;42.95;',
      '2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;99,73%;',
      '3;Số văn bản chỉ đạo CCHC đã ban hành;Văn bản;7;',
    )
    const refused = await hub
      .act(actions.importIndicators, { ...AN, period: '2024', file })
      .catch((error) => error)
    expect(refused).toBeInstanceOf(UsageError)
    expect(refused.faults.map(({ path }: { path: string }) => path)).toEqual(['D2', 'D3'])
    expect((await hub.ask(questions.enteredIndicators, { period: '2024' })).items).toEqual([])
  })

  it('of another organisation or other days are told apart before they are trusted', async () => {
    const asked = { ...AN, file: published('khanh-hoa'), dryRun: true }
    const own = (await hub.act(actions.importIndicators, asked)).findings
    expect(own.filter(({ address }) => address === 'đầu báo cáo')).toEqual([])
    const elsewhere = { ...asked, org: 'H42', period: '2022' }
    const refused = await hub.act(actions.importIndicators, elsewhere).catch((error) => error)
    expect(refused).toMatchObject({
      code: 'usage_invalid',
      fix: expect.stringContaining('--anyway'),
    })
    expect(refused.faults).toHaveLength(2)
    const other = await hub.act(actions.importIndicators, { ...elsewhere, anyway: true })
    const told = other.findings.filter(({ address }) => address === 'đầu báo cáo')
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^tệp là báo cáo của “.*Ban Dân tộc.*”, không phải của “UBND tỉnh Khánh Hòa”$/,
      ),
      expect.stringContaining('tệp báo cáo kỳ khác'),
    ])
  })

  it('are refused where the title names another period in words, whatever the day on which months end', async () => {
    const file = csv('quy-2.csv', '1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;31;')
    const title = new TextEncoder().encode('Báo cáo quý II năm 2024;;;;\n')
    const named = { ...file, bytes: new Uint8Array([...title, ...file.bytes]) }
    const asked = { ...AN, file: named, dryRun: true }
    const refused = await hub
      .act(actions.importIndicators, { ...asked, period: '2024-Q3' })
      .catch((error) => error)
    expect(refused.faults).toHaveLength(1)
    expect(refused.faults[0].message.values).toMatchObject({ days: 'Quý II năm 2024' })
    for (const period of ['2024-Q2', '2024-04-01..2024-06-30']) {
      const taken = await hub.act(actions.importIndicators, { ...asked, period })
      expect(taken.added).toEqual(['plan_tasks_total'])
    }
  })

  it('of money are kept in the unit of the catalogue', async () => {
    const file = csv(
      'dau-tu.csv',
      '1.1.;Kế hoạch được giao;Tỷ đồng;1.250,5;',
      '1.2.;Đã thực hiện;;625,25;',
    )
    const asked = { ...AN, org: 'H42', file, template: 'bnv-581-province' }
    await hub.act(actions.importIndicators, asked)
    const listed = (await hub.ask(questions.enteredIndicators, { org: 'H42' })).items
    expect(listed.map(({ indicatorId, value, unit }) => [indicatorId, value, unit])).toEqual([
      ['investment_plan', '1.250.500', 'Triệu đồng'],
      ['investment_done', '625.250', 'Triệu đồng'],
    ])
  })

  it('are not replaced without a reason', async () => {
    const file = csv('lai.csv', '1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;31;')
    const refused = await hub
      .act(actions.importIndicators, { ...AN, by: 'binh', file })
      .catch((error) => error)
    expect(writtenFaults(refused.faults)).toEqual([
      {
        path: 'D2 plan_tasks_total',
        message: expect.stringMatching(/^holds 30 .*by an .*now 31$/),
      },
    ])
  })
})

describe('one figure', () => {
  it('is a number where a number is asked for', async () => {
    const words = { ...AN, id: 'inspection_issues_found', value: 'rất nhiều' }
    const refused = await hub
      .act(actions.setIndicator, { ...words, period: '2026' })
      .catch((error) => error)
    expect(writtenFaults(refused.faults)).toEqual([
      { path: 'value', message: expect.stringContaining('words') },
    ])
  })

  it('replaces another one with a reason, and the old one stays in the history', async () => {
    const entry = { ...AN, by: 'binh', id: 'plan_tasks_done', value: '29' }
    await expect(hub.act(actions.setIndicator, entry)).rejects.toThrow('entered before')
    const set = await hub.act(actions.setIndicator, { ...entry, replace: true, reason: 'Đếm lại' })
    expect(set).toMatchObject({ value: '29', enteredBy: 'binh', reason: 'Đếm lại', origin: null })
    const history = (await hub.ask(questions.enteredIndicators, { period: '2023', history: true }))
      .items
    const own = history.filter(({ indicatorId }) => indicatorId === 'plan_tasks_done')
    expect(own.map(({ value, supersededAt }) => [value, supersededAt !== null])).toEqual([
      ['30', true],
      ['29', false],
    ])
  })

  it('is refused where it is computed, unknown or no figure', async () => {
    const set = (indicatorId: string, value: string) =>
      hub.act(actions.setIndicator, { ...AN, id: indicatorId, value })
    await expect(set('plan_completion_rate', '95%')).rejects.toMatchObject({
      fix: 'Enter plan_tasks_done and plan_tasks_total.',
    })
    await expect(set('plan_tasks_totl', '3')).rejects.toMatchObject({
      fix: expect.stringContaining('plan_tasks_total'),
    })
    await expect(set('plan_tasks_total', 'ba mươi 30')).rejects.toThrow(UsageError)
  })
})

describe('what was entered', () => {
  const period = '2021'
  const asked = { by: 'an', period }
  const entries = async (history: boolean) =>
    (await hub.ask(questions.enteredIndicators, { period, history })).items
  const values = async () =>
    (await entries(false)).map(({ indicatorId, value }) => [indicatorId, value])

  it('is taken back by its file or its number, and stays in the history', async () => {
    const tasks = csv(
      'tháng.csv',
      '1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;31;',
      '2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;30;',
    )
    await hub.act(actions.setIndicator, { ...asked, id: 'plan_tasks_total', value: '29' })
    const reason = 'Nhập nhầm tệp'
    const replacing = { ...asked, file: tasks, replace: true, reason: 'Số mới' }
    await hub.act(actions.importIndicators, replacing)
    await hub.act(actions.setIndicator, {
      ...{ ...asked, id: 'plan_tasks_done', value: '28', reason: 'Đếm lại' },
    })
    const undo = { by: 'binh', what: 'tháng.csv', reason }
    await hub.act(actions.undoIndicators, { ...undo, dryRun: true })
    expect(await values()).toEqual([
      ['plan_tasks_total', '31'],
      ['plan_tasks_done', '28'],
    ])
    const done = await hub.act(actions.undoIndicators, undo)
    expect(done.undone.map(({ indicatorId, value }) => [indicatorId, value])).toEqual([
      ['plan_tasks_total', '31'],
    ])
    expect(done.kept.map(({ indicatorId }) => indicatorId)).toEqual(['plan_tasks_done'])
    expect(await values()).toEqual([
      ['plan_tasks_total', '29'],
      ['plan_tasks_done', '28'],
    ])
    const history = await entries(true)
    expect(history).toHaveLength(5)
    const last = history.find(({ value, supersededAt }) => value === '29' && supersededAt === null)
    expect(last).toMatchObject({ enteredBy: 'binh', reason })
    await expect(hub.act(actions.undoIndicators, undo)).rejects.toMatchObject({ code: 'not_found' })

    const { entry = '' } = history.find(({ value }) => value === '28') ?? {}
    await hub.act(actions.undoIndicators, { ...undo, what: entry })
    expect(await values()).toContainEqual(['plan_tasks_done', '30'])
  })

  it('that two take back at once are taken back by one of them', async () => {
    const { entry } = await hub.act(actions.setIndicator, {
      ...{ ...asked, id: 'legal_docs_issued_commune', value: '7' },
    })
    const undo = () => hub.act(actions.undoIndicators, { by: 'an', what: entry, reason: 'Nhầm kỳ' })
    const both = await Promise.allSettled([undo(), undo()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'run_conflict' },
    })
  })

  it('that replaced nothing is not reported again', async () => {
    const set = { ...asked, id: 'legal_docs_issued', value: '7' }
    const { entry } = await hub.act(actions.setIndicator, set)
    await hub.act(actions.undoIndicators, { by: 'an', what: entry, reason: 'Nhầm kỳ' })
    const own = (await entries(false)).filter(({ indicatorId }) => indicatorId === set.id)
    expect(own).toMatchObject([{ cell: { state: 'not_reported' }, value: '' }])
  })

  it('of a closed period can be neither added to nor taken back until it is reopened', async () => {
    const closed = { period, org: 'H42.12', by: 'an' }
    const id = { id: 'plan_tasks_total' }
    await hub.act(actions.closePeriod, closed)
    const file = csv('muộn.csv', '1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;33;')
    const set = { ...asked, ...id, value: '33', reason: 'Muộn' }
    const [first] = await entries(false)
    const late = [
      () => hub.act(actions.setIndicator, set),
      () => hub.act(actions.importIndicators, { ...asked, file, replace: true, reason: 'Muộn' }),
      () => hub.act(actions.undoIndicators, { by: 'an', what: `${first?.entry}`, reason: 'Muộn' }),
    ]
    for (const act of late) {
      await expect(act()).rejects.toMatchObject({ message: expect.stringContaining('is closed') })
    }
    await hub.act(actions.reopenPeriod, { ...closed, reason: 'Bổ sung' })
    expect((await hub.act(actions.setIndicator, set)).value).toBe('33')
  })
})

it('names what a form lacks until it is entered', async () => {
  const query = { period: '2025', template: 'department-2025' }
  const lacks = async () =>
    (await hub.ask(questions.missingIndicators, query)).items.map(({ indicatorId }) => indicatorId)
  const before = await lacks()
  expect(before).toContain('plan_tasks_total')
  expect(before).not.toContain('plan_completion_rate')
  const entry = { by: 'an', period: '2025', id: 'plan_tasks_total', value: '-' }
  await hub.act(actions.setIndicator, entry)
  expect(await lacks()).toEqual(before.filter((id) => id !== 'plan_tasks_total'))
  const all = (await hub.ask(questions.missingIndicators, { period: '2025' })).items
  expect(all.length).toBeGreaterThan(before.length)
})
