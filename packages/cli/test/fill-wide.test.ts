import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { syncedFolder } from './synced-folder.ts'

const { cchc, folder } = syncedFolder({ dossiers: 400, periods: ['year'] })
const ASKED = ['--org', 'H99', '--period', '2022', '--format', 'json']

interface Row {
  readonly group: Readonly<Record<string, { readonly name: string }>>
  readonly statistics: Readonly<Record<string, number>>
}

function counted(by: string): { readonly rows: readonly Row[]; readonly total: Row } {
  return JSON.parse(cchc('stats', 'dossiers', ...ASKED, '--by', by).stdout)
}

/** A blank Form II.06a with a rate, below two rows of heads and one of numbers. */
async function receive(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Biểu 06a')
  sheet.getCell('A1').value = 'TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'
  sheet.getRow(3).values = [
    ...['STT', 'Lĩnh vực, đơn vị', 'Số hồ sơ nhận giải quyết', '', '', ''],
    ...['Số hồ sơ đã giải quyết', '', '', '', 'Tỷ lệ đúng hạn (%)'],
  ]
  const parts = ['Tổng số', 'Trực tuyến', 'Trực tiếp, dịch vụ bưu chính', 'Từ kỳ trước']
  sheet.getRow(4).values = ['', '', ...parts, 'Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn']
  sheet.mergeCells('C3:F3')
  sheet.mergeCells('G3:J3')
  for (const [index, values] of rows.entries()) sheet.getRow(5 + index).values = [...values]
  await book.xlsx.writeFile(join(folder, name))
}

async function sheetOf(name: string): Promise<excel.Worksheet | undefined> {
  const book = new excel.Workbook()
  await book.xlsx.readFile(join(folder, name))
  return book.worksheets[0]
}

let field: Row
let unit: Row
let ofUnit: Row

beforeAll(() => {
  const most = (rows: readonly Row[]) =>
    rows.toSorted(
      (a, b) => (b.statistics.resolvedTotal ?? 0) - (a.statistics.resolvedTotal ?? 0),
    )[0] as Row
  field = most(counted('field').rows)
  ofUnit = most(counted('org,field').rows)
  unit = counted('org').rows.find((row) => row.group.org?.name === ofUnit.group.org?.name) as Row
})

const KEYS = [
  ...['receivedTotal', 'receivedOnline', 'receivedDirectPost', 'carriedOver'],
  ...['resolvedTotal', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate'],
]

test('rows of a blank table get the counts of what they are called after, and the sum that of all', async () => {
  await receive('trong.xlsx', [
    ['1', `Lĩnh vực ${field.group.field?.name}`],
    ['2', 'Lĩnh vực chưa từng có'],
    ['', 'Tổng số'],
  ])
  const { status, stdout } = cchc('fill', 'trong.xlsx', ...ASKED)
  expect(status).toBe(3)
  const told = JSON.parse(stdout)
  expect(told.open).toMatchObject([
    { address: 'C6', reason: expect.stringContaining('nothing is called so') },
  ])
  const sheet = await sheetOf(told.file)
  const line = (row: number) => KEYS.map((_key, at) => sheet?.getRow(row).getCell(3 + at).value)
  const { total } = counted('field')
  expect(line(5)).toEqual(KEYS.map((key) => field.statistics[key]))
  expect(line(7)).toEqual(KEYS.map((key) => total.statistics[key]))
  const { resolvedEarly = 0, resolvedOnTime = 0, resolvedTotal = 0 } = total.statistics
  const rate = (100 * (resolvedEarly + resolvedOnTime)) / resolvedTotal
  expect(sheet?.getCell('K7').value).toBeCloseTo(rate, 1)
  expect(cchc('check', told.file).status).toBe(0)
})

test('a field below an organisation is that of the organisation', async () => {
  await receive('theo-don-vi.xlsx', [
    ['1', `${unit.group.org?.name}`],
    ['1.1', `${ofUnit.group.field?.name}`],
  ])
  const told = JSON.parse(cchc('fill', 'theo-don-vi.xlsx', ...ASKED).stdout)
  const sheet = await sheetOf(told.file)
  expect(sheet?.getCell('G5').value).toBe(unit.statistics.resolvedTotal)
  expect(sheet?.getCell('G6').value).toBe(ofUnit.statistics.resolvedTotal)
})

test('the own form, filled, is kept as it is: nothing in it differs', () => {
  const of = ASKED.slice(0, 4)
  const { status } = cchc('report', 'tt01-06a', ...of, '--format', 'docx', '-o', 'bieu')
  expect(status).toBe(0)
  const own = 'bieu/tt01-06a_H99_2022.docx'
  const { kept, filled } = JSON.parse(cchc('fill', own, ...ASKED).stdout)
  expect(filled).toEqual([])
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.filter(({ hub }: { hub: string | null }) => hub !== null)).toEqual([])
})
