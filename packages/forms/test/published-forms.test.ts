import { type Cell, parseCell, parsePeriod, printCell, type ReportTemplate } from '@cchc/domain'
import { type CatalogueIndicator, loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { dossier, noon, organisation, procedure, scriptedStore } from '@cchc/figures/testing'
import { checkReport } from '@cchc/files/check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type EnteredFigures, fillTemplate, getTemplate, renderReport } from '../src/index.ts'

const FORMS = {
  'bnv-581-department': 'khanh-hoa',
  'snv-188-department': 'hue',
  'bnv-581-province': 'dak-nong',
  'department-2025': 'thai-nguyen',
}

let indicators: ReadonlyMap<string, CatalogueIndicator>
beforeAll(async () => {
  const catalogue = await loadIndicatorCatalogue()
  indicators = new Map(catalogue.indicators.map((one) => [one.id, one]))
})

/** Numbers that two rows of the published form share; ours counts on, so that every figure has a number of its own. */
const RENUMBERED: Readonly<Record<string, string>> = {
  'bnv-581-province IV/3.1': 'IV.2.1',
  'bnv-581-province IV/3.2': 'IV.2.2',
  'bnv-581-province IV/3.3': 'IV.2.3',
  'bnv-581-province IV/3.4': 'IV.2.4',
  'bnv-581-province IV/3.5': 'IV.2.5',
  'snv-188-department 1.2.1': '1.1.1',
  'snv-188-department 1.2.2': '1.1.2',
  'snv-188-department 1.2.3': '1.1.3',
  'snv-188-department 1.2.4': '1.1.4',
}

const plain = (code: string) => code.replace(/\s/g, '').replace(/\.$/, '')

describe.each(Object.entries(FORMS))('%s', (id, form) => {
  const template = getTemplate(id)

  it('prints every indicator of the published form once, under the code it has there', () => {
    const printed = new Map(template.rows.map((row) => [row.indicatorId, row]))
    for (const indicator of indicators.values()) {
      const place = indicator.printedAs[form]
      const row = printed.get(indicator.id)
      expect(row !== undefined, indicator.id).toBe(place !== null && place !== undefined)
      if (!row || place?.code === undefined || place.code === null) continue
      const roman = template.groupName === undefined ? '' : (row.group ?? '')
      const code = RENUMBERED[`${id} ${row.rowId}`] ?? roman + row.code
      expect(plain(code)).toBe(plain(place.code))
    }
  })

  it('passes its own check', async () => {
    const { report } = await fill(id, people({}))
    const text = await renderReport(report, 'csv')
    const { findings } = await checkReport({ file: { name: `${id}.csv`, bytes: text } })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has a source for every row that prints a figure', () => {
    for (const row of template.rows) {
      const isFigure = row.rowType === 'indicator'
      expect([row.rowId, row.binding !== null]).toEqual([row.rowId, isFigure])
      expect(row.indicatorId !== null).toBe(isFigure)
    }
  })

  it('computes every rate whose two parts the catalogue names', () => {
    for (const { rowId, indicatorId, binding } of template.rows) {
      if (indicators.get(indicatorId ?? '')?.quotient) {
        expect([rowId, binding?.kind]).toEqual([rowId, 'quotient'])
      }
    }
  })
})

const entered = (raw: string) => ({
  cell: parseCell(raw),
  note: 'Theo báo cáo của đơn vị',
  enteredBy: 'nguoi-nhap',
  enteredAt: noon('2022-12-10'),
  origin: { file: 'so-lieu.xlsx', address: 'D7' },
})

function people(figures: Record<string, string>): EnteredFigures & { readonly asked: unknown[] } {
  const asked: unknown[] = []
  return {
    asked,
    figure: async (query) => {
      asked.push(query)
      const raw = figures[query.indicatorId]
      return raw === undefined ? undefined : entered(raw)
    },
  }
}

const store = scriptedStore({
  organisations: [
    organisation('H16', 'UBND tỉnh Đắk Nông', 'province'),
    organisation('H16.05', 'Sở Tư pháp', 'department'),
  ],
  fields: [
    { code: 'F1', name: 'Đất đai' },
    { code: 'F2', name: 'Hộ tịch' },
  ],
  procedures: [
    {
      source: 'one-stop',
      value: procedure({
        code: '1.000001',
        levels: ['province'],
        services: [{ organisationCode: 'H16.05', level: 'full', levelReceived: '4' }],
        onlinePayment: true,
        interlinked: 'unspecified',
      }),
    },
  ],
  dossiers: [
    ['F1', 'online', 3],
    ['F1', 'postal', 30],
    ['F2', 'direct', 3],
  ].map(([fieldCode, channel, days], index) =>
    dossier({
      code: `HS-${index}`,
      organisationCode: 'H16.05',
      fieldCode: String(fieldCode),
      channel: channel as 'online',
      serviceLevel: 'full',
      receivedAt: noon('2022-02-01'),
      dueAt: noon('2022-02-10'),
      finishedAt: noon('2022-02-01') + Number(days) * 86_400_000,
    }),
  ),
})

async function fill(template: string, entered: EnteredFigures) {
  const province = template.endsWith('province')
  const report = await fillTemplate(store, {
    template,
    organisation: province ? 'H16' : 'H16.05',
    period: parsePeriod('2022'),
    now: noon('2022-12-20'),
    anyway: true,
    entered,
  })
  const rows = new Map(report.rows.map((row) => [row.rowId, row]))
  const cell = (rowId: string): Cell | undefined => rows.get(rowId)?.cells.value
  const printed = (rowId: string) => printCell(cell(rowId) ?? parseCell(''))
  return { report, rows, cell, printed }
}

describe('figures that people entered', () => {
  it('stand as they were written, with their note, for this organisation and period', async () => {
    const entered = people({ direction_documents: '03', plan_tasks_total: '56' })
    const { rows, printed } = await fill('bnv-581-province', entered)
    expect(printed('I/1')).toBe('03')
    expect(rows.get('I/1')?.note).toBe('Theo báo cáo của đơn vị')
    expect(printed('I/2.1')).toBe('56')
    expect(printed('II/1.1')).toBe('')
    expect(entered.asked).toContainEqual({
      indicatorId: 'direction_documents',
      organisation: 'H16',
      period: parsePeriod('2022'),
    })
  })

  it('are added up and divided by the form, whatever rate was typed', async () => {
    const entered = people({
      plan_tasks_total: '56',
      plan_tasks_done: '42',
      plan_completion_rate: '100%',
      legal_docs_issued_province: '54',
      legal_docs_issued_district: '0',
      legal_docs_issued_commune: '2',
    })
    const { rows, printed } = await fill('bnv-581-province', entered)
    expect(printed('I/2')).toBe('75,00%')
    expect(rows.get('I/2')?.derivation).toEqual({
      kind: 'quotient',
      numerator: 'I/2.2',
      denominator: 'I/2.1',
    })
    expect(printed('II/1')).toBe('56')
  })

  it('are shown in the unit of the form', async () => {
    const entered = people({ investment_plan: '1.250.500', investment_done: '625250' })
    const { printed } = await fill('bnv-581-province', entered)
    expect([printed('VI/1.1'), printed('VI/1.2')]).toEqual(['1.250,5', '625,25'])
    expect(printed('VI/1')).toBe('50,00%')
  })

  it('stand in for a total or rate whose parts nobody knows, and never for a portal figure', async () => {
    const entered = people({
      legal_docs_issued: '9',
      pakn_resolved_rate: '98,5%',
      dossiers_resolved_departments: '999',
      procedures_interlinked_same_level: '87',
    })
    const { printed } = await fill('bnv-581-province', entered)
    expect(printed('II/1')).toBe('9')
    expect(printed('III/3.4')).toBe('98,50%')
    expect(printed('III/3.1.1')).toBe('3')
    expect(printed('III/2.1')).toBe('87')
  })
})

describe('a department', () => {
  it('computes rates from unprinted parts: of all dossiers, of one field, of one level of service', async () => {
    const { cell, printed, report } = await fill('bnv-581-department', people({}))
    expect(cell('3.4.6/1')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(cell('3.4.6/4')).toMatchObject({ numerator: 1, denominator: 2 })
    expect(printed('3.4.6/2')).toBe('-')
    expect(cell('3.4.7.1/4')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(printed('3.4.7.2/1')).toBe('1')
    expect(printed('3.4.5')).toBe('1')
    expect(report.head.superior).toBe('UBND tỉnh Đắk Nông')
  })

  it('tells the figures in words, counts below ten with a zero, dots for what nobody knows', async () => {
    const { report } = await fill('snv-188-department', people({ legal_docs_issued: '0' }))
    const sentences = report.narrative?.flatMap(({ paragraphs }) => paragraphs) ?? []
    expect(sentences).toContain(
      'Trong kỳ, Sở Tư pháp giải quyết 03 hồ sơ, trong đó đúng hẹn 02 hồ sơ, đạt tỷ lệ 66,67%.',
    )
    expect(sentences).toContain(
      'Ban hành, tham mưu ban hành 0 văn bản quy phạm pháp luật; kiểm tra …… văn bản, rà soát …… văn bản.',
    )
    expect(report.subject).toBe('Kết quả công tác cải cách hành chính năm 2022')
  })

  it('prints percentages that people entered like those that it computes, with their sign', async () => {
    const { printed, report } = await fill('department-2025', people({ edoc_rate: '98' }))
    expect(printed('7.5.2')).toBe('98,00%')
    const sentences = report.narrative?.flatMap(({ paragraphs }) => paragraphs) ?? []
    expect(sentences).toContain('Tỷ lệ văn bản trao đổi dưới dạng điện tử đạt 98,00%.')
    for (const [written, print] of [
      ['98,5%', '98,50%'],
      ['100', '100%'],
      ['0', '0%'],
      ['-', '-'],
      ['chưa có', 'chưa có'],
    ] as const) {
      const one = await fill('department-2025', people({ edoc_rate: written }))
      expect(one.printed('7.5.2')).toBe(print)
    }
  })

  it('sends its own forms to whom they name, others to its province', async () => {
    const of = async (template: string) => (await fill(template, people({}))).report.recipient
    expect(await of('department-2025')).toBe('Sở Nội vụ')
    expect(await of('tt01-06a')).toBe('UBND tỉnh Đắk Nông')
  })

  it('is the only one to make its forms', async () => {
    const ask = (template: ReportTemplate['id']) =>
      fillTemplate(store, {
        template,
        organisation: 'H16',
        period: parsePeriod('2022'),
        now: noon('2022-12-20'),
      })
    await expect(ask('department-2025')).rejects.toThrow('is not made by H16 (province)')
    await expect(ask('department-2025')).rejects.toMatchObject({
      fix: expect.stringContaining('H16 makes bnv-581-province'),
    })
  })
})

describe('two forms with one number', () => {
  it('are told apart by their ids, which no printed page shows', async () => {
    const asked = {
      template: 'province-2025',
      organisation: 'H16',
      now: noon('2022-12-20'),
    } as const
    const early = fillTemplate(store, { ...asked, period: parsePeriod('2022') })
    await expect(early).rejects.toMatchObject({
      fix: expect.stringContaining('Use bnv-581-province'),
      message: expect.stringContaining('Biểu 1 - Biểu 7 (province-2025)'),
    })
    const printed = await fillTemplate(store, {
      ...asked,
      period: parsePeriod('2022'),
      anyway: true,
    })
    const cautions = printed.provenance?.cautions ?? []
    expect(cautions.length).toBeGreaterThan(0)
    expect(cautions.join(' ')).not.toContain('province-2025')
  })
})

describe('Form II.07b', () => {
  it('counts each procedure once by field and level; what nobody reported is left blank', async () => {
    const { report } = await fill('tt01-07b', people({}))
    const printed = report.rows.map((row) => [
      row.code,
      row.label,
      ...report.columns.slice(2, 7).map(({ key }) => {
        const cell = row.cells[key]
        return cell ? printCell(cell) : ''
      }),
    ])
    expect(printed).toEqual([
      ['1', 'Sở Tư pháp', '1', '1', '0', '0', ''],
      ['1.1', expect.any(String), '1', '1', '0', '0', ''],
      ['', 'Tổng số', '1', '1', '0', '0', ''],
    ])
    expect(report.columns.map(({ number }) => number?.split('=')[0])).toEqual(
      Array.from({ length: 14 }, (_, index) => `(${index + 1})`),
    )
  })
})
