import { expect, it } from 'vitest'
import { openHub } from '../src/index.ts'
import { configFolder, faultsOf } from './config-text.ts'
import * as questions from './questions.ts'

const column = (key: string, header: string, content: string) => ({
  ...{ key, header, headerGroups: [], number: null, content },
})
const FORM = {
  id: 'bao-cao-nhanh',
  title: 'Báo cáo nhanh',
  formNumber: null,
  unitLine: null,
  legalBasis: [],
  columns: [
    column('code', 'STT', 'code'),
    column('label', 'Chỉ tiêu', 'label'),
    column('value', 'Số liệu', 'cell'),
  ],
  rows: [
    {
      ...{ rowId: '1', code: '1', label: 'Số hồ sơ đã giải quyết', unit: 'Hồ sơ' },
      ...{ rowType: 'indicator', parentCode: null, group: null, indicatorId: null },
      binding: {
        kind: 'figure',
        figure: 'dossiers',
        where: { level: 'province', columns: 'resolvedTotal' },
      },
    },
  ],
  generatedBy: [],
}

const CONFIG = `
reporting: { templates: forms }
organisations: { H16: { name: UBND tỉnh Đắk Nông, level: province } }
sources: {}
`

function open(forms: Record<string, unknown>) {
  const files = Object.entries(forms).map(([name, form]) => [`forms/${name}`, JSON.stringify(form)])
  const cwd = configFolder({ 'cchc.config.yaml': CONFIG, ...Object.fromEntries(files) })
  return openHub({ cwd })
}

it('fills and explains the forms of the configured folder beside its own', async () => {
  const hub = await open({ 'nhanh.json': FORM })
  try {
    const asked = { template: FORM.id, org: 'H16', period: '2022' }
    expect((await hub.ask(questions.templates, {})).items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['tt01-06a', 'bao-cao-nhanh']),
    )
    const { title, rows } = await hub.ask(questions.report, asked)
    expect([title, rows[0]?.cells.value]).toMatchObject([
      'Báo cáo nhanh',
      { state: 'not_reported' },
    ])
    const why = await hub.ask(questions.why, { ...asked, indicator: '1' })
    expect(why.template).toEqual({ id: FORM.id, title: FORM.title })
    const byRow = await hub.ask(questions.why, {
      org: 'H16',
      period: '2022',
      indicator: FORM.rows[0]?.label ?? '',
    })
    expect(byRow.cell).toMatchObject({ code: '1' })
  } finally {
    await hub.close()
  }
})

it('names what is wrong with them before anything is opened', async () => {
  expect(await faultsOf(open({ 'a.json': { ...FORM, rows: 'none' } }))).toEqual({
    'a.json.rows': expect.any(String),
  })
  expect(await faultsOf(open({ 'b.json': { ...FORM, id: 'tt01-06a' } }))).toEqual({
    'reporting.templates': 'a form that comes with the hub is called tt01-06a',
  })
  expect(await faultsOf(open({}))).toEqual({
    'reporting.templates': expect.stringMatching(/forms cannot be read \(ENOENT\)$/),
  })
})
