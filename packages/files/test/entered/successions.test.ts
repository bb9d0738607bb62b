import excel from 'exceljs'
import { expect, test } from 'vitest'
import { cellOf, readSuccessionFile } from '../../src/entered/index.ts'

const CODES: Readonly<Record<string, string>> = {
  'Xã Bình An': 'H48.31.01',
  'Xã Bình Chánh': 'H48.31.02',
  'Xã Bình Sơn': 'H48.201',
}
const codeOf = (unit: string) => CODES[unit] ?? (/^H\d{2}/.test(unit) ? unit : undefined)

type Rows = readonly (readonly (string | Date | null)[])[]

async function workbook(rows: Rows, merges: readonly string[]) {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Danh mục')
  for (const row of rows) sheet.addRow([...row])
  for (const range of merges) sheet.mergeCells(range)
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return readSuccessionFile({ name: 'xa.xlsx', bytes }, codeOf)
}

function csv(rows: string) {
  const bytes = new TextEncoder().encode(`Đơn vị cũ;Đơn vị mới;Ngày;Quyết định\n${rows}`)
  return readSuccessionFile({ name: 'xa.csv', bytes }, codeOf)
}

const DAY = new Date('2025-07-01T00:00:00Z')

test('a merged cell tells of each row that it stretches over, and a line of words of none', async () => {
  const rows: Rows = [
    ['Đơn vị cũ', 'Đơn vị mới', 'Có hiệu lực từ', 'Nghị quyết'],
    ['I. Huyện Bình Sơn', null, null, null],
    ['Xã Bình An', 'Xã Bình Sơn', DAY, 'NQ 1677'],
    ['Xã Bình Chánh', null, null, null],
    ['H48.31.03', 'H48.202', null, null],
  ]
  const { successions } = await workbook(rows, ['A2:D2', 'B3:B4', 'C3:C5', 'D3:D5'])
  expect(successions.map(({ succession }) => succession)).toEqual([
    {
      date: '2025-07-01',
      kind: 'merged',
      from: ['H48.31.01', 'H48.31.02'],
      to: ['H48.201'],
      legalBasis: 'NQ 1677',
    },
    {
      date: '2025-07-01',
      kind: 'renamed',
      from: ['H48.31.03'],
      to: ['H48.202'],
      legalBasis: 'NQ 1677',
    },
  ])
  const [merged] = successions
  expect(merged && cellOf(merged, 'from', 'H48.31.02')).toBe('A4')
})

test('heads of two rows name codes and units', async () => {
  const rows: Rows = [
    ['Đơn vị hành chính cũ', null, 'Đơn vị hành chính mới', null, 'Ngày', 'Quyết định'],
    ['Mã', 'Tên', 'Mã', 'Tên', null, null],
    ['H48.31.01', 'Xã Bình An', 'H48.301', 'Xã Bình Minh', '01/7/2025', 'NQ 1677'],
  ]
  const { successions, units } = await workbook(rows, ['A1:B1', 'C1:D1', 'E1:E2', 'F1:F2'])
  expect(successions[0]?.succession).toMatchObject({ from: ['H48.31.01'], to: ['H48.301'] })
  expect(units).toEqual([{ code: 'H48.301', name: 'Xã Bình Minh', from: '2025-07-01' }])
})

test.each([
  ['a decision that is missing', 'H48.1;H48.2;01/7/2025;', 'D2'],
  ['a decision without its number', 'H48.1;H48.2;01/7/2025;theo quyết định', 'D2'],
  ['a day that is missing', 'H48.1;H48.2;;NQ 1', 'C2'],
  ['a day that there is not', 'H48.1;H48.2;31/6/2025;NQ 1', 'C2'],
  ['a day with too many figures', 'H48.1;H48.2;2025-07-011;NQ 1', 'C2'],
  ['a day of another century', 'H48.1;H48.2;01/7/0225;NQ 1', 'C2'],
])('%s is told by its cell', async (_, row, path) => {
  await expect(csv(`${row}\n`)).rejects.toMatchObject({ faults: [{ path }] })
})

test.each(['1/7/2025', '01-07-2025', '01.07.2025', '2025-07-01', 'Ngày 01 tháng 7 năm 2025'])(
  'reads the day %s',
  async (day) => {
    const { successions } = await csv(`H48.1;H48.2;${day};NQ 1\n`)
    expect(successions[0]?.succession.date).toBe('2025-07-01')
  },
)
