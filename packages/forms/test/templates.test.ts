import { type Cell, parsePeriod, printCell, type ReportRow } from '@cchc/domain'
import type { Script } from '@cchc/figures/testing'
import {
  dossier,
  noon,
  organisation,
  procedure,
  scriptedStore,
  smallProvince,
} from '@cchc/figures/testing'
import { describe, expect, it, test } from 'vitest'
import { fillTemplate, getTemplate, listTemplates } from '../src/index.ts'

const period = parsePeriod('2022')
const now = noon('2022-12-20')

function words(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(words)
}

describe('templates', () => {
  it.each(listTemplates())('$id is written in NFC', (template) => {
    for (const word of words(template)) expect(word).toBe(word.normalize('NFC'))
  })

  it('has the thirteen columns of Form II.06a', () => {
    const { columns } = getTemplate('tt01-06a')
    expect(columns.map(({ number }) => number?.split('=')[0])).toEqual(
      Array.from({ length: 13 }, (_, index) => `(${index + 1})`),
    )
    expect(columns[3]).toMatchObject({
      headerGroups: ['Số hồ sơ nhận giải quyết', 'Trong kỳ'],
      header: 'Trực tuyến',
    })
  })

  it('names the known templates when asked for another', () => {
    expect(() => getTemplate('tt02')).toThrow('No report template is called tt02.')
  })
})

describe('Form II.06a', () => {
  const fill = (unit: string) =>
    fillTemplate(scriptedStore(smallProvince), {
      template: 'tt01-06a',
      organisation: unit,
      period,
      now,
    })

  it('lists a province by group, unit and field; every row is the sum of those below it', async () => {
    const { rows, recipient, head } = await fill('H16')
    expect(rows.filter(({ rowType }) => rowType === 'group').map(title)).toEqual([
      'I Sở, ban, ngành',
      'II UBND cấp huyện',
      'III UBND cấp xã',
    ])
    expect(rows.slice(0, 4).map(title)).toEqual([
      'I Sở, ban, ngành',
      '1 Sở Tư pháp',
      '1.1 Hộ tịch',
      '1.2 Đất đai',
    ])
    expect(title(rows.at(-1))).toBe(' Tổng số')
    for (const key of Object.keys(rows[0]?.cells ?? {})) {
      const of = (type: string) => rows.filter(({ rowType }) => rowType === type)
      const total = figure(rows.at(-1), key)
      for (const type of ['group', 'heading', 'indicator']) {
        expect(of(type).reduce((sum, row) => sum + figure(row, key), 0)).toBe(total)
      }
    }
    expect(figure(rows.at(-1), 'receivedTotal')).toBeGreaterThan(300)
    expect(recipient).toBe('Văn phòng Chính phủ')
    expect(head).toMatchObject({ province: 'Đắk Nông', agency: 'UBND tỉnh Đắk Nông' })
  })

  it('has no district group once there are no districts', async () => {
    const { rows } = await fillTemplate(scriptedStore({ ...smallProvince, dossiers: [] }), {
      template: 'tt01-06a',
      organisation: 'H16',
      period: parsePeriod('2026-Q1'),
      now,
    })
    expect(rows.map(title)).toEqual(['I Sở, ban, ngành', 'II UBND cấp xã', ' Tổng số'])
  })

  it('lists one unit by field', async () => {
    const { rows, recipient, provenance } = await fill('H16.06')
    expect(rows.map(title)).toEqual([
      '1 Hộ tịch',
      '2 Đất đai',
      '3 Lĩnh vực 2',
      '4 Lĩnh vực 4',
      ' Tổng số',
    ])
    expect(recipient).toBe('UBND tỉnh Đắk Nông')
    expect(provenance?.rule).toMatchObject({ id: 'tt01-2020', version: 1 })
  })
})

describe('CV 581/BNV-CCHC for a province', () => {
  const service = (level: 'partial' | 'full') => ({
    organisationCode: null,
    level,
    levelReceived: level === 'full' ? '4' : '3',
  })
  const received = (facts: Parameters<typeof dossier>[0]) =>
    dossier({ receivedAt: noon('2022-02-01'), finishedAt: noon('2022-02-03'), ...facts })
  const one = { procedureCode: '1.000001', serviceLevel: 'partial' } as const
  const two = { procedureCode: '1.000002', serviceLevel: 'full' } as const
  const script: Script = {
    organisations: [
      organisation('H16', 'UBND tỉnh Đắk Nông', 'province'),
      organisation('H16.05', 'Sở Tư pháp', 'department'),
      organisation('H16.31', 'UBND huyện Cư Jút', 'district'),
    ],
    procedures: [
      {
        source: 'one-stop',
        value: procedure({
          code: '1.000001',
          services: [service('partial')],
          fees: [{ kind: 'fee', amount: 5000 }],
        }),
      },
      {
        source: 'one-stop',
        value: procedure({ code: '1.000002', services: [service('partial'), service('full')] }),
      },
      { source: 'national', value: procedure({ code: '1.000001', levels: ['province'] }) },
      { source: 'national', value: procedure({ code: '1.000002', levels: ['province'] }) },
      { source: 'national', value: procedure({ code: '1.000003', levels: ['district'] }) },
      {
        source: 'national',
        value: procedure({ code: '1.000004', levels: ['district'], inForce: false }),
      },
      {
        source: 'national',
        value: procedure({ code: '1.000005', levels: ['commune'], variantOf: 'H48' }),
      },
    ],
    dossiers: [
      received({ code: 'a', ...one, channel: 'online' }),
      received({ code: 'b', ...one, channel: 'online', dueAt: noon('2022-02-02') }),
      received({ code: 'c', ...two, channel: 'direct' }),
      received({ code: 'd', ...two, channel: 'online', receivedAt: noon('2021-12-14') }),
      received({ code: 'e', serviceLevel: 'information', channel: 'online' }),
      received({ code: 'f', ...one, channel: 'online', status: 'refused_at_reception' }),
      received({ code: 'g', ...two, channel: 'postal', organisationCode: 'H16.31' }),
    ],
    figures: [
      { measure: 'provide-online-tree.partialCount', value: 1 },
      { measure: 'provide-online-tree.fullCount', value: 0 },
      { measure: 'formality-online-payment-tree.totalFeeDossierFormality', value: null },
    ].map((stated) => ({
      organisationCode: 'H16',
      organisationName: 'UBND tỉnh Đắk Nông',
      from: '2022-01-01',
      to: '2022-12-31',
      quality: null,
      provisional: true,
      ...stated,
    })),
  }
  const fill = (held: Script) =>
    fillTemplate(scriptedStore(held), {
      template: 'bnv-581-province',
      organisation: 'H16',
      period,
      now,
    })
  const printed = async (held: Script) => {
    const { rows } = await fill(held)
    return Object.fromEntries(
      rows
        .filter(({ cells }) => cells.value)
        .map(({ rowId, cells }) => [rowId, printCell(cells.value as Cell)]),
    )
  }

  it('fills the rows that portals know and leaves every other blank', async () => {
    const cells = await printed(script)
    const filled = Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
    expect(filled).toEqual({
      'III/1.4': '3',
      'III/1.4.1': '2',
      'III/1.4.2': '1',
      'III/1.4.3': '0',
      'III/3.1': '80,00%',
      'III/3.1.1': '5',
      'III/3.1.2': '4',
      'III/3.2': '100%',
      'III/3.2.1': '1',
      'III/3.2.2': '1',
      'III/3.3': '-',
      'III/3.3.1': '0',
      'III/3.3.2': '0',
      'VII/6.1': '100%',
      'VII/6.1.1': '2',
      'VII/6.1.2': '2',
      'VII/6.1.3': '1',
      'VII/6.2': '100%',
      'VII/6.2.1': '1',
      'VII/6.2.2': '1',
      'VII/6.2.3': '0',
      'VII/6.3': '50,00%',
      'VII/6.3.1': '2',
      'VII/6.3.2': '1',
      'VII/6.4': '50,00%',
      'VII/6.4.1': '4',
      'VII/6.4.2': '2',
      'VII/6.5.1': '1',
    })
  })

  it('marks provisional portal figures and keeps numerator and denominator', async () => {
    const { rows } = await fill(script)
    const row = (id: string) => rows.find(({ rowId }) => rowId === id)
    expect(row('VII/6.3.2')?.note).toBe('Số liệu tạm thời')
    expect(row('III/3.1')?.cells.value).toMatchObject({ numerator: 4, denominator: 5 })
  })

  it('reports nothing, not zero, from an empty store', async () => {
    const cells = await printed({ organisations: script.organisations ?? [] })
    expect([...new Set(Object.values(cells))]).toEqual([''])
  })

  it('is no form of a department', async () => {
    const filling = fillTemplate(scriptedStore(script), {
      template: 'bnv-581-province',
      organisation: 'H16.05',
      period,
      now,
    })
    await expect(filling).rejects.toMatchObject({ code: 'usage_invalid' })
  })
})

function title(row: ReportRow | undefined): string {
  return `${row?.code} ${row?.label}`
}

function figure(row: ReportRow | undefined, key: string): number {
  const cell = row?.cells[key]
  if (cell?.state === 'number') return cell.value
  if (cell?.state === 'zero') return 0
  throw new Error(`${row?.rowId} has no number under ${key}`)
}

test('forms since 01/7/2025 name no district, and what follows a form exists', () => {
  const forms = listTemplates()
  const ids = forms.map(({ id }) => id)
  for (const { id, inForce, rows, narrative = [], columns } of forms) {
    expect(ids, id).toEqual(expect.arrayContaining(inForce?.forms ?? []))
    if ((inForce?.from?.day ?? '') < '2025-07-01') continue
    const labels = [...rows.map(({ label }) => label), ...columns.map(({ header }) => header)]
    const words = [...labels, ...narrative.flatMap(({ paragraphs }) => paragraphs)]
    expect(
      words.filter((text) => /huyện/iu.test(text)),
      id,
    ).toEqual([])
  }
})
