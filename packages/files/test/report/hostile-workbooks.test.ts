import { inWords } from '@cchc/domain'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readReportFile } from '../../src/check/index.ts'
import { readPlanFile } from '../../src/entered/index.ts'
import { textFile, workbookFile } from './files.ts'

const HEADS = ['STT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Ghi chú']
const SHEET = 'xl/worksheets/sheet1.xml'

/** A workbook of one small table, whose sheet is then changed by hand as hostile or careless programs write it. */
async function workbookWith(change: (sheet: string) => string) {
  const file = await workbookFile((workbook) => {
    workbook.addWorksheet('Biểu').addRows([HEADS, ['1', 'Số văn bản', 'Văn bản', 5, '']])
  })
  const parts = unzipSync(file.bytes)
  const sheet = change(new TextDecoder().decode(parts[SHEET]))
  return { name: 'x.xlsx', bytes: zipSync({ ...parts, [SHEET]: strToU8(sheet) }, { level: 1 }) }
}

const line = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
const lines = (count: number, cells: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index + 3, cells(index + 3))).join('')
const before = (tag: string, text: string) => (sheet: string) => sheet.replace(tag, text + tag)
const inside = (text: string) => before('</sheetData>', text)
const after = (text: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `</sheetData>${text}`)

const COLUMNS = 'ABCDEFGHI'
const careless: [string, (sheet: string) => string][] = [
  ['a stray cell in the last column, and 500 lines', inside(lines(500, strayCell))],
  [
    'one merge over the whole sheet below the table',
    after('<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'),
  ],
  ['drop-downs on nine whole columns', after(dropDowns())],
  ['a million styled cells without content', inside(lines(100_000, styledCells))],
  ['a claim of the largest dimension', before('<sheetData', '<dimension ref="A1:XFD1048576"/>')],
]

function strayCell(number: number): string {
  const column = number % 2 === 0 ? 'XFD' : 'XFC'
  return `<c r="${column}${number}" t="inlineStr"><is><t>x</t></is></c>`
}

function styledCells(number: number): string {
  return [...`${COLUMNS}J`].map((letter) => `<c r="${letter}${number}" s="1"/>`).join('')
}

function dropDowns(): string {
  const all = [...COLUMNS].map((letter) => `${letter}1:${letter}1048576`).join(' ')
  return `<dataValidations count="1"><dataValidation type="list" sqref="${all}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`
}

test.each(careless)('%s: what the sheet holds is read', async (_name, change) => {
  const { rows } = await readReportFile(await workbookWith(change))
  expect(rows.map(({ label, value }) => [label, value])).toEqual([['Số văn bản', '5']])
})

test('a formula that comes to nothing, nil or false is what it comes to', async () => {
  const results = [0, false, ''].map((result) => ({ formula: 'A1', result }))
  const file = await workbookFile((workbook) => {
    const rows = results.map((result, index) => [index + 1, `Số ${index}`, 'Hồ sơ', result])
    workbook.addWorksheet('Biểu').addRows([HEADS, ...rows])
  })
  const parts = unzipSync(file.bytes)
  const sheet = new TextDecoder().decode(parts[SHEET])
  const stored = sheet.replace(/<c r="D4"[^>]*>.*?<\/c>/, '<c r="D4" t="str"><f>A1</f><v></v></c>')
  const bytes = zipSync({ ...parts, [SHEET]: strToU8(stored) })
  const { rows } = await readReportFile({ name: 'x.xlsx', bytes })
  expect(rows.map(({ value }) => value)).toEqual(['0', '0', ''])
})

const refused = (most: string) => ({
  code: 'usage_invalid',
  message: expect.stringContaining(`at most ${most} are read.`),
})

test.each<[string, (sheet: string) => string, string]>([
  ['more cells than a report has', inside(lines(60_000, numbers)), '500.000 filled cells'],
  ['a part that unpacks to much', inside(' '.repeat(140_000_000)), '128 MB when unpacked'],
  [
    'merges upon merges',
    (sheet) => after(merges())(inside(lines(20_000, numbers))(sheet)),
    '10.240.000 merged cells',
  ],
])('%s: refused in words', async (_name, change, most) => {
  await expect(readReportFile(await workbookWith(change))).rejects.toMatchObject(refused(most))
})

function numbers(number: number): string {
  return [...COLUMNS].map((letter) => `<c r="${letter}${number}"><v>1</v></c>`).join('')
}

function merges(): string {
  return `<mergeCells>${'<mergeCell ref="A3:XFD1048576"/>'.repeat(200)}</mergeCells>`
}

test('parts that hold more than they claim, parts beyond number are refused', async () => {
  const { bytes } = await workbookWith((sheet) => sheet)
  const lying = Uint8Array.from(bytes)
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  }
  const many = Object.fromEntries(
    Array.from({ length: 6000 }, (_, index) => [`p${index}`, new Uint8Array()]),
  )
  await expect(readReportFile({ name: 'x.xlsx', bytes: lying })).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining('cannot be read'),
  })
  const crowded = { name: 'x.xlsx', bytes: zipSync(many) }
  await expect(readReportFile(crowded)).rejects.toMatchObject(refused('5000 parts'))
})

test('text is read by one separator, and no more of it than a report has', async () => {
  const many = `${HEADS.join(';')}\n${'1;Số;Hồ sơ;5;\n'.repeat(100_001)}`
  await expect(readReportFile(textFile(many))).rejects.toMatchObject(
    refused('500.000 filled cells'),
  )
  const long = { name: 'x.csv', bytes: new Uint8Array(50_000_001) }
  await expect(readReportFile(long)).rejects.toMatchObject(refused('50 MB'))
  const commas = `${HEADS.join(';')}\n${'1;Số;Hồ sơ;5;\n'.repeat(4)}2;Số;Hồ sơ;6;${','.repeat(600_000)}\n`
  expect((await readReportFile(textFile(commas))).rows).toHaveLength(5)
})

test('what stands right of every form is told, and nothing is entered from such a table', async () => {
  const stray = await workbookWith(inside(lines(500, strayCell)))
  const words = ['500 cells right of column SR were not read.']
  expect((await readReportFile(stray)).unread.map((one) => inWords(one))).toEqual(words)
  const plan = await workbookFile((workbook) => {
    const sheet = workbook.addWorksheet('KH')
    sheet.addRows([
      ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời gian', 'Chủ trì'],
      ['1', 'Việc', '', '', ''],
    ])
    sheet.getCell('ZZ2').value = 'Tháng 5'
  })
  await expect(readPlanFile(plan, { agency: 'Sở', year: 2023 })).rejects.toMatchObject({
    faults: [{ message: expect.objectContaining({ values: { count: 1, column: 'SR' } }) }],
  })
})

const damagedCells: [string, string][] = [
  ['a text that is not there', '<c r="D3" t="s"><v>999</v></c>'],
  ['a number that is none', '<c r="D3"><v>1,5</v></c>'],
  ['no place', '<c r="7"><v>5</v></c>'],
]

test.each(damagedCells)('a cell with %s is no blank: the file is refused', async (_name, cell) => {
  const file = await workbookWith(inside(line(3, cell)))
  await expect(readReportFile(file)).rejects.toMatchObject({ code: 'usage_invalid' })
})

test('a sheet that is named and not there is no empty one', async () => {
  const { bytes } = await workbookWith((sheet) => sheet)
  const { [SHEET]: _gone, ...parts } = unzipSync(bytes)
  const file = { name: 'x.xlsx', bytes: zipSync(parts) }
  await expect(readReportFile(file)).rejects.toThrow('cannot be read as a spreadsheet')
})

test.each([
  ['elements within elements', () => '<x>'.repeat(10_000_000)],
  ['attributes upon attributes', () => `<x ${'a="" '.repeat(10_000_000)}/>`],
])('a few bytes that unpack to %s are refused at once', async (_name, text) => {
  const before = process.memoryUsage().rss
  const file = await workbookWith(inside(text()))
  expect(file.bytes.length).toBeLessThan(1_000_000)
  await expect(readReportFile(file)).rejects.toMatchObject({ code: 'usage_invalid' })
  expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000)
})

test('whole numbers are read to their last digit, fractions without the noise of their kind', async () => {
  const file = await workbookFile((workbook) => {
    const rows = [1_234_567_890_123, 0.1 + 0.2, 123_456_789_012_345].map((value, index) => {
      return [index + 1, `Số tiền ${index}`, 'Đồng', value]
    })
    workbook.addWorksheet('Biểu').addRows([HEADS, ...rows])
  })
  const { rows } = await readReportFile(file)
  expect(rows.map(({ value }) => value)).toEqual(['1234567890123', '0,3', '123456789012345'])
})

test('text with line ends of every kind is read, a quotation mark that swallows lines is told', async () => {
  const text = `${HEADS.join(';')}\n1;Số văn bản;Văn bản;5;\n2;Số hồ sơ;Hồ sơ;6;\n`
  for (const end of ['\r', '\r\n', '\n']) {
    const { rows } = await readReportFile(textFile(text.replaceAll('\n', end)))
    expect(rows.map(({ value, line: at }) => [value, at])).toEqual([
      ['5', 2],
      ['6', 3],
    ])
  }
  for (const opened of [
    text.replace('Số văn', '"Số văn'),
    text.replaceAll(/;(?=Số [vh])/g, ';"'),
  ]) {
    await expect(readReportFile(textFile(opened))).rejects.toThrow('mark opens in line 2')
  }
  const quoted = text.replace('Số văn bản', '"Số ""văn"" bản\ncủa sở"')
  expect((await readReportFile(textFile(quoted))).rows[0]?.label).toBe('Số "văn" bản\ncủa sở')
})

test.each(['', '{"rows":[]}', '[]'])('a report without rows is no sound one: %j', async (text) => {
  const file = text === '' ? textFile(`${HEADS.join(';')}\n`) : textFile(text, 'x.json')
  await expect(readReportFile(file)).rejects.toThrow('No table in')
})
