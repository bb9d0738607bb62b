import { UNKNOWN_HEAD } from '@cchc/audit'
import { inWords, parsePeriod } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { leftIn, renamedTo, withoutPeriods } from '../src/filling/layout-words.ts'

const QUARTER = { ...UNKNOWN_HEAD.period, text: '2026-Q1' }
const HEAD = { ...UNKNOWN_HEAD, agency: 'Sở Nội vụ', period: QUARTER }
const to = (period: string) => ({ name: 'Sở Y tế', period: parsePeriod(period) })
const renamed = renamedTo(HEAD, to('2026-Q2'))

describe('what stands in the head of a received form', () => {
  it('gets another period in its own letters, however it names its own', () => {
    const said = ['quý I năm 2026', 'QUÝ I/2026', 'Kỳ báo cáo: Quý 1 năm 2026 (số liệu)']
    expect(said.map(renamed)).toEqual([
      'quý II năm 2026',
      'QUÝ II NĂM 2026',
      'Kỳ báo cáo: Quý II năm 2026 (số liệu)',
    ])
    expect(renamedTo(HEAD, to('2026'))('Báo cáo quý I năm 2026')).toBe('Báo cáo năm 2026')
  })

  it('gets other days where it names days', () => {
    const days = { text: null, from: '2025-12-15', to: '2026-03-14' }
    const anew = renamedTo({ ...HEAD, period: days }, to('2026-Q2'))
    expect(anew('(Từ ngày 15/12/2025 đến ngày 14/3/2026)')).toBe(
      '(Từ ngày 15/3/2026 đến ngày 14/6/2026)',
    )
    expect(anew('Quý I năm 2026')).toBe('Quý II năm 2026')
    expect(anew('Từ ngày 15/12/2024 đến ngày 14/3/2025')).toContain('2024')
  })

  it('gets another unit where its own ends a text', () => {
    const said = ['Sở Nội vụ', 'Đơn vị báo cáo: Sở Nội vụ', 'Sở Nội vụ tổng hợp']
    expect(said.map(renamed)).toEqual(['Sở Y tế', 'Đơn vị báo cáo: Sở Y tế', 'Sở Nội vụ tổng hợp'])
    expect(renamedTo({ ...HEAD, agency: 'SỞ NỘI VỤ' }, to('2026'))('SỞ NỘI VỤ')).toBe('SỞ Y TẾ')
  })

  it('stays where it may be of a document, of a comparison or of another period', () => {
    const said = [
      'Kèm theo Kế hoạch quý I năm 2026',
      'So với cùng kỳ quý I năm 2026',
      'Số liệu quý IV năm 2025',
      'Khánh Hòa, ngày 3 tháng 1 năm 2026',
    ]
    expect(said.map(renamed)).toEqual(said)
  })
})

it('what is left of other periods, of the unit and of its own day is told once', () => {
  const texts = [
    'Quý II năm 2026, so với quý II năm 2025',
    'So với quý II năm 2025',
    'Khánh Hòa, ngày 3 tháng 4 năm 2026',
    'Theo Quyết định ngày 1 tháng 2 năm 2020',
  ]
  const head = { ...HEAD, reportNumber: '15/BC-SNV' }
  const left = leftIn(head, { ...to('2026-Q2'), texts }).map((one) => inWords(one))
  expect(left.map((words) => /“(.*)”/.exec(words)?.[1])).toEqual([
    ...['Sở Nội vụ', '15/BC-SNV', 'ngày 3 tháng 4 năm 2026', 'quý II năm 2025'],
  ])
  expect(leftIn({ ...HEAD, agency: 'SỞ Y TẾ' }, { ...to('2026-Q2'), texts: [] })).toEqual([])
})

it('a title is kept without its period', () => {
  expect(withoutPeriods('BÁO CÁO NHANH QUÝ I NĂM 2026')).toBe('BÁO CÁO NHANH')
  expect(withoutPeriods('Biểu 1: từ ngày 1/1/2026 đến ngày 31/3/2026')).toBe('Biểu 1:')
})
