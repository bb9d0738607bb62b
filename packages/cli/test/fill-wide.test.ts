import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { syncedFolder } from './synced-folder.ts'

const { cchc, folder } = syncedFolder({ dossiers: 400, periods: ['year'] })
const ASKED = ['--org', 'H99', '--period', '2022', '--format', 'json']

interface Row {
  readonly group: Readonly<Record<string, { readonly code: string; readonly name: string }>>
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

test('a table is learnt with what was told of its rows, and printed for another period', async () => {
  await receive('hoc.xlsx', [
    ['1', `Lĩnh vực ${field.group.field?.name}`],
    ['2', 'Phòng lạ'],
  ])
  const rows = ['--rows', `Phòng lạ = ${unit.group.org?.code}`]
  expect(cchc('fill', 'hoc.xlsx', ...ASKED, '--learn', 'bieu-hoc', ...rows).status).toBe(0)
  const of = ['--org', 'H99', '--period', '2022-Q4']
  const { status, stdout } = cchc('report', 'bieu-hoc', ...of)
  expect([status, stdout]).toEqual([0, 'bieu-hoc_H99_2022-Q4.xlsx\n'])
  const sheet = await sheetOf(stdout.trim())
  const told = JSON.parse(cchc('fill', 'hoc.xlsx', ...of, '--format', 'json').stdout)
  const own = await sheetOf(told.file)
  const cells = ['C5', 'G5', 'C6', 'G6', 'K6'].map((cell) => sheet?.getCell(cell).value)
  expect(cells).toEqual(['C5', 'G5', 'C6', 'G6', 'K6'].map((cell) => own?.getCell(cell).value))
  expect(cells.every((value) => typeof value === 'number')).toBe(true)
  expect(cchc('check', stdout.trim()).status).toBe(0)
  const why = cchc('why', 'resolvedTotal', ...of, '--template', 'bieu-hoc')
  expect(why.stdout).toContain('(bieu-hoc)')
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

/** Heads of three levels, of which the second only says that dossiers are resolved, and rates of one decimal. */
async function receiveNested(
  name: string,
  rows: readonly (readonly (string | undefined)[])[],
): Promise<void> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Biểu 2')
  const resolved = ['Kết quả giải quyết', '', '', '', 'Tỷ lệ đúng hạn (%)']
  sheet.addRow(['STT', 'Đơn vị', 'Hình thức', 'Tiếp nhận', '', ...resolved])
  sheet.addRow([
    '',
    '',
    '',
    'Tổng số',
    'Kỳ trước chuyển sang',
    'Đã giải quyết',
    '',
    'Đang giải quyết',
  ])
  sheet.addRow(['', '', '', '', '', 'Trước và đúng hạn', 'Quá hạn', 'Trong hạn', 'Quá hạn'])
  for (const place of ['D1:E1', 'F1:I1', 'F2:G2', 'H2:I2']) sheet.mergeCells(place)
  for (const values of rows) sheet.addRow([...values])
  for (let line = 4; line < 12; line += 1) sheet.getCell(`J${line}`).numFmt = '0.0%'
  await book.xlsx.writeFile(join(folder, name))
}

const nested = (row: Row) => {
  const { receivedTotal, carriedOver, resolvedEarly = 0, resolvedOnTime = 0 } = row.statistics
  const { resolvedLate, pendingWithin, pendingOverdue } = row.statistics
  const inTime = resolvedEarly + resolvedOnTime
  return [receivedTotal, carriedOver, inTime, resolvedLate, pendingWithin, pendingOverdue]
}

test('heads of three levels, levels of government in other words; the filled table is sound', async () => {
  await receiveNested('ba-cap.xlsx', [
    ['I', 'Cấp tỉnh'],
    ['1', unit.group.org?.name],
    ['II', 'Cấp huyện'],
    ['III', 'Cấp xã'],
    ['', 'Tổng cộng toàn tỉnh'],
  ])
  const told = JSON.parse(cchc('fill', 'ba-cap.xlsx', ...ASKED).stdout)
  expect(told.open).toEqual([])
  const sheet = await sheetOf(told.file)
  const line = (row: number) =>
    ['D', 'E', 'F', 'G', 'H', 'I'].map((column) => sheet?.getCell(`${column}${row}`).value)
  expect(line(5)).toEqual(nested(unit))
  expect(line(8)).toEqual(nested(counted('field').total))
  expect(cchc('check', told.file).status).toBe(0)
})

test('a share is rounded by the cell alone, so that it is what its parts make', async () => {
  await receiveNested('mot-dong.xlsx', [['1', unit.group.org?.name]])
  const { file } = JSON.parse(cchc('fill', 'mot-dong.xlsx', ...ASKED).stdout)
  const { resolvedEarly = 0, resolvedOnTime = 0, resolvedTotal = 0 } = unit.statistics
  const share = (await sheetOf(file))?.getCell('J4').value
  expect(share).toBeCloseTo((resolvedEarly + resolvedOnTime) / resolvedTotal, 11)
})

test('rows of which words beside the name count a part, and totals of other rows, stay empty with the reason', async () => {
  await receiveNested('mot-phan.xlsx', [
    ['1', unit.group.org?.name, 'Trực tuyến'],
    ['', '', 'Trực tiếp'],
  ])
  const parts = JSON.parse(cchc('fill', 'mot-phan.xlsx', ...ASKED).stdout)
  expect(parts.filled).toEqual([])
  expect(parts.open).toMatchObject([{ reason: expect.stringContaining('words beside its name') }])
  await receiveNested('thieu.xlsx', [
    ['1', unit.group.org?.name],
    ['', 'Tổng số'],
  ])
  const rest = JSON.parse(cchc('fill', 'thieu.xlsx', ...ASKED).stdout)
  expect(rest.open).toMatchObject([
    { address: 'D5', reason: expect.stringContaining('not all that was counted') },
  ])
  expect(cchc('check', rest.file).status).toBe(0)
})

test('what a row is that is not known is asked for, told once, and remembered for other forms', async () => {
  const name = 'Sở có tên viết tắt'
  await receiveNested('tat.xlsx', [['1', name]])
  const asked = cchc('fill', 'tat.xlsx', ...ASKED.slice(0, 4))
  expect(asked.stderr).toContain('--rows "LABEL = ')
  const wrong = cchc('fill', 'tat.xlsx', ...ASKED.slice(0, 4), '--rows', `${name} = không có`)
  expect(wrong.stderr).not.toContain('Remembered')
  const of = `${name} = ${unit.group.org?.code}`
  const told = cchc('fill', 'tat.xlsx', ...ASKED.slice(0, 4), '--rows', of)
  expect([told.status, told.stderr]).toEqual([0, expect.stringContaining('Remembered')])
  await receiveNested('tat-2.xlsx', [['7', name.toUpperCase()]])
  const { file } = JSON.parse(cchc('fill', 'tat-2.xlsx', ...ASKED).stdout)
  expect((await sheetOf(file))?.getCell('D4').value).toBe(unit.statistics.receivedTotal)
  expect(cchc('fill', 'tat.xlsx', ...ASKED, '--rows', 'không có gì').status).toBe(2)
})
