import { type Cell, printCell } from '@cchc/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder } from './config-text.ts'
import * as questions from './questions.ts'

const UNITS = { 'H42.12': 'Sở Nội vụ', 'H42.13': 'Sở Y tế', 'H42.14': 'Sở Xây dựng' }
const units = Object.entries(UNITS).map(([code, name]) => [code, { name, level: 'department' }])
const CONFIG = {
  store: { url: 'sqlite:hub.db' },
  reporting: { organisation: 'H42' },
  organisations: {
    H42: { name: 'UBND tỉnh Khánh Hòa', level: 'province' },
    ...Object.fromEntries(units),
  },
}

let hub: Hub

beforeAll(async () => {
  hub = await openHub({ cwd: configFolder({}), config: CONFIG, env: {} })
})

afterAll(() => hub.close())

const HEAD = 'STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu;Ghi chú'
const DAYS = 'Từ ngày 15/12/2022 đến ngày 14/12/2023'

/** A unit's report as text; figures: tasks of the plan, those done, their rate, departments that were inspected. */
function sent(agency: string, figures: readonly string[], days = DAYS) {
  const [tasks, done, rate, checked] = figures
  const lines = [
    agency,
    days,
    HEAD,
    '1.;Kế hoạch CCHC;;;',
    `1.1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;${tasks};`,
    `1.2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;${done};`,
    `1.3;Tỷ lệ hoàn thành Kế hoạch;%;${rate};`,
    `2;Số vấn đề phát hiện qua kiểm tra;Vấn đề;${checked};`,
  ]
  const name = `${agency || 'không tên'}.csv`
  return { name, bytes: new TextEncoder().encode(lines.join('\n')) }
}

const FORM = { org: 'H42', period: '2023', template: 'bnv-581-province', anyway: true }
const ASKED = { org: 'H42', period: '2023', template: 'bnv-581-province', by: 'an' }
const NOI_VU = sent('Sở Nội vụ', ['30', '27', '90%', '4'])
const Y_TE = sent('Sở Y tế', ['10', '3', '30%', '-'])
const XAY_DUNG = sent('Sở Xây dựng', ['20', '15', '75%', ''])

async function printed(rowId: string): Promise<string> {
  const { rows } = await hub.ask(questions.report, {
    ...ASKED,
    by: undefined,
    anyway: true,
  } as never)
  return printCell(rows.find((row) => row.rowId === rowId)?.cells.value as Cell)
}

describe('units’ files', () => {
  it('are taken where they are a unit’s and of the period; the others are told with the reason', async () => {
    const other = sent('Sở Tài chính', ['1', '1', '100%', '0'])
    const late = sent('Sở Y tế', ['1', '1', '100%', '0'], 'Từ ngày 15/12/2021 đến ngày 14/12/2022')
    const broken = { name: 'x.pdf', bytes: new TextEncoder().encode('%PDF') }
    const folder = [NOI_VU, other, late, broken]
    const done = await hub.act(actions.consolidate, { ...ASKED, folder, dryRun: true })
    expect(done.units.map(({ organisation, state }) => [organisation.code, state])).toEqual([
      ['H42.12', 'file'],
      ['H42.13', 'refused'],
      ['H42.14', 'missing'],
    ])
    expect(done.refused.map(({ file, reason }) => [file, reason])).toEqual([
      ['Sở Tài chính.csv', expect.stringContaining('none of the units')],
      ['Sở Y tế.csv', expect.stringContaining('other days')],
      ['x.pdf', expect.stringContaining('PDF')],
    ])
    expect((await hub.ask(questions.enteredIndicators, {})).items).toEqual([])
  })

  it('whose titles name a period are taken or refused by it; without any, with a warning', async () => {
    const figures = ['1', '1', '100%', '0']
    const folder = [
      sent('Sở Nội vụ', figures, 'Báo cáo cải cách hành chính quý II năm 2023'),
      sent('Sở Y tế', figures, 'Báo cáo cải cách hành chính năm 2023'),
      sent('Sở Xây dựng', figures, 'Báo cáo quý II thực hiện Kế hoạch năm 2022'),
    ]
    const done = await hub.act(actions.consolidate, { ...ASKED, folder, dryRun: true })
    expect(done.units.map(({ state }) => state)).toEqual(['refused', 'file', 'file'])
    expect(done.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('Quý II năm 2023'),
    ])
    const warned = done.units.map(({ findings }) =>
      findings.filter(({ message }) => message.includes('không ghi kỳ')),
    )
    expect(warned.map(({ length }) => length)).toEqual([0, 0, 1])
  })

  it('whose cells are all dashes say that there is nothing: 0, which is not the same as nothing given', async () => {
    const dashes = (agency: string) => sent(agency, ['10', '-', '', ''])
    const folder = Object.values(UNITS).map(dashes)
    const done = await hub.act(actions.consolidate, { ...ASKED, folder, dryRun: true })
    const of = (id: string) => done.sums.find(({ indicatorId }) => indicatorId === id)
    expect(of('plan_tasks_done')).toMatchObject({ sum: 0, given: 3, notGiven: [] })
    expect(done.sums.filter(({ sum }) => sum !== null)).toHaveLength(2)
  })

  it('of one unit twice are both refused', async () => {
    const folder = [NOI_VU, sent('Sở Nội vụ', ['31', '27', '', ''])]
    const done = await hub.act(actions.consolidate, { ...ASKED, folder, dryRun: true })
    expect(done.refused).toHaveLength(2)
    expect(done.units[0]?.state).toBe('refused')
  })

  it('make sums where every unit gives a figure; blank is not zero, and rates are made of their parts', async () => {
    const folder = [NOI_VU, Y_TE, XAY_DUNG]
    const done = await hub.act(actions.consolidate, { ...ASKED, folder })
    const of = (id: string) => done.sums.find(({ indicatorId }) => indicatorId === id)
    expect(of('plan_tasks_total')).toMatchObject({ sum: 60, given: 3, notGiven: [] })
    expect(of('inspection_issues_found')).toMatchObject({ sum: 4, notGiven: ['H42.14'] })
    expect(
      done.units.map(({ findings }) => findings.filter((one) => one.severity === 'error')),
    ).toEqual([[], [], []])
    expect(await printed('I/2.1')).toBe('60')
    expect(await printed('I/2.2')).toBe('45')
    expect(await printed('I/2')).toBe('75,00%')
    expect(await printed('I/3.3.1')).toBe('')
  })

  it('are told down to the cell by why', async () => {
    const { cell } = await hub.ask(questions.why, { ...FORM, indicator: 'plan_tasks_done' })
    expect(cell.printed).toBe('45')
    expect(cell.origin).toMatchObject({
      kind: 'entered',
      units: [
        {
          organisation: 'H42.12',
          name: 'Sở Nội vụ',
          printed: '27',
          file: NOI_VU.name,
          address: 'D6',
        },
        { organisation: 'H42.13', printed: '3', file: Y_TE.name },
        { organisation: 'H42.14', printed: '15' },
      ],
    })
  })

  it('take the place of earlier ones on record, and what they no longer say is blank', async () => {
    const again = sent('Sở Y tế', ['12', '', '', '2'])
    const done = await hub.act(actions.consolidate, {
      ...ASKED,
      folder: [again],
      reason: 'Gửi lại',
    })
    expect(done.units.map(({ state }) => state)).toEqual(['entered', 'file', 'entered'])
    expect(done.units[1]?.replaced).toEqual(
      expect.arrayContaining(['plan_tasks_total', 'plan_tasks_done', 'inspection_issues_found']),
    )
    expect([await printed('I/2.1'), await printed('I/2.2')]).toEqual(['62', ''])
    const history = await hub.ask(questions.enteredIndicators, {
      org: 'H42.13',
      period: '2023',
      history: true,
    })
    const total = history.items.filter(({ indicatorId }) => indicatorId === 'plan_tasks_total')
    expect(total.map(({ value, reason }) => [value, reason])).toEqual([
      ['10', expect.any(String)],
      ['12', 'Gửi lại'],
    ])
  })

  it('are taken back by file; adding up again without files tells what holds then', async () => {
    const undone = { what: XAY_DUNG.name, by: 'an', reason: 'Sai đơn vị' }
    await hub.act(actions.undoIndicators, undone)
    const done = await hub.act(actions.consolidate, { ...ASKED, folder: [] })
    expect(done.sums.find(({ indicatorId }) => indicatorId === 'plan_tasks_total')).toMatchObject({
      sum: 42,
      notGiven: ['H42.14'],
    })
    expect(await printed('I/2.1')).toBe('')
    await hub.act(actions.consolidate, { ...ASKED, folder: [], partial: true })
    expect(await printed('I/2.1')).toBe('42')
  })

  it('of units that need not send are not waited for; one that has sent cannot be left out', async () => {
    const without = ['H42.14']
    const done = await hub.act(actions.consolidate, { ...ASKED, folder: [], without })
    expect(done.units.map(({ organisation }) => organisation.code)).toEqual(['H42.12', 'H42.13'])
    expect(done.without).toEqual([{ code: 'H42.14', name: 'Sở Xây dựng' }])
    expect(await printed('I/2.1')).toBe('42')
    const { cell } = await hub.ask(questions.why, { ...FORM, indicator: 'plan_tasks_total' })
    expect(cell.origin).toMatchObject({ reason: expect.stringMatching(/, không gồm H42\.14$/) })
    const left = (names: string[]) =>
      hub.act(actions.consolidate, { ...ASKED, folder: [], without: names })
    await expect(left(['Sở Y tế'])).rejects.toThrow('Sở Y tế (H42.13) has sent')
    await expect(left(['H42'])).rejects.toThrow('H42: none of the units')
  })

  it('with faults are taken and told; what was entered by hand for the organisation stays', async () => {
    const own = { id: 'plan_tasks_total', value: '99', org: 'H42', period: '2023', by: 'binh' }
    await hub.act(actions.setIndicator, { ...own, replace: true, reason: 'Số của tỉnh' })
    const folder = [sent('Sở Xây dựng', ['20', '25', '75%', '1'])]
    const done = await hub.act(actions.consolidate, { ...ASKED, folder })
    const errors = done.units[2]?.findings.filter(({ severity }) => severity === 'error') ?? []
    expect(errors.map(({ address }) => address)).toEqual(['D6'])
    expect(done.differences).toContainEqual(
      expect.objectContaining({ indicatorId: 'plan_tasks_total', units: 62, report: '99' }),
    )
  })
})

it('a unit without units below it, and a form without fixed rows, are refused', async () => {
  const asked = { ...ASKED, folder: [] }
  await expect(hub.act(actions.consolidate, { ...asked, org: 'H42.12' })).rejects.toThrow(
    'below Sở Nội vụ',
  )
  await expect(hub.act(actions.consolidate, { ...asked, template: 'tt01-06a' })).rejects.toThrow(
    'not fixed',
  )
})

describe('what the hub itself writes for a unit', () => {
  it.each(['docx', 'xlsx'] as const)('comes back from its %s', async (format) => {
    const own = await openHub({ cwd: configFolder({}), config: CONFIG, env: {} })
    const unit = { org: 'H42.12', period: '2023', by: 'an' }
    await own.act(actions.setIndicator, { ...unit, id: 'plan_tasks_total', value: '1.250' })
    await own.act(actions.setIndicator, { ...unit, id: 'plan_tasks_done', value: '1.000' })
    const form = { template: 'bnv-581-department', org: 'H42.12', period: '2023', anyway: true }
    const bytes = await own.renderReport(await own.ask(questions.report, form), format)
    const folder = [{ name: `bao-cao.${format}`, bytes }]
    const done = await own.act(actions.consolidate, { ...ASKED, folder, partial: true })
    expect(done.refused).toEqual([])
    expect(done.units[0]).toMatchObject({ state: 'file', unchanged: 2, added: [], replaced: [] })
    const sums = done.sums.filter(({ sum }) => sum !== null)
    expect(sums.map(({ indicatorId, sum }) => [indicatorId, sum])).toEqual([
      ['plan_tasks_total', 1250],
      ['plan_tasks_done', 1000],
    ])
    await own.close()
  })
})
