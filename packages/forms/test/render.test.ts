import {
  FilledReport,
  NOT_APPLICABLE,
  NOT_REPORTED,
  numberCell,
  parseCell,
  parsePeriod,
  type ReportRow,
  ratioCell,
  textCell,
} from '@cchc/domain'
import { noon, scriptedStore, smallProvince } from '@cchc/figures/testing'
import excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillTemplate, getTemplate, renderReport } from '../src/index.ts'

const stream = {
  stream: 'dossiers',
  cursor: null,
  records: 1,
  quarantined: 0,
  missing: 0,
  committedAt: null,
}
const store = scriptedStore({
  ...smallProvince,
  streams: [
    { ...stream, source: 'one-stop', completedAt: noon('2022-12-19') },
    { ...stream, source: 'national', completedAt: noon('2022-12-18') },
  ],
})

function row(facts: Partial<ReportRow> & { readonly rowId: string }): ReportRow {
  return {
    code: facts.rowId,
    label: `Chỉ tiêu ${facts.rowId}`,
    unit: 'Hồ sơ',
    cells: {},
    note: '',
    rowType: 'indicator',
    parentCode: null,
    group: 'III.',
    ...facts,
  }
}

/** Every state of a cell, a sum, a number that is no sum, and texts that would run as formulas. */
const list: FilledReport = {
  head: {
    province: 'Đắk Nông',
    agency: 'UBND tỉnh Đắk Nông',
    organisationCode: 'H16',
    level: 'province',
    period: parsePeriod('2022'),
    issuedOn: null,
    reportNumber: null,
  },
  templateId: 'bnv-581-province',
  title: 'Thống kê',
  formNumber: 'Biểu 3',
  unitLine: null,
  recipient: 'Bộ Nội vụ',
  columns: getTemplate('bnv-581-province').columns,
  rows: [
    row({ rowId: 'III.', rowType: 'group' }),
    row({
      rowId: '1',
      parentCode: 'III.',
      cells: { value: numberCell(1909) },
      derivation: { kind: 'sum', rows: ['1.1', '1.2'] },
    }),
    row({ rowId: '1.1', parentCode: '1', cells: { value: numberCell(1599) } }),
    row({ rowId: '1.2', parentCode: '1', cells: { value: numberCell(310) } }),
    row({ rowId: '2', cells: { value: numberCell(7) } }),
    row({ rowId: '2.1', parentCode: '2', cells: { value: numberCell(5) } }),
    row({
      rowId: '3',
      cells: { value: ratioCell({ numerator: 77046, denominator: 77251 }) },
      note: '=HYPERLINK("http://x")',
    }),
    row({ rowId: '4', cells: { value: ratioCell({ numerator: 0, denominator: 0 }) } }),
    row({ rowId: '5', cells: { value: numberCell(0) } }),
    row({ rowId: '6', cells: { value: NOT_APPLICABLE } }),
    row({ rowId: '7', cells: { value: NOT_REPORTED } }),
    row({ rowId: '8', cells: { value: textCell('@cmd|x') } }),
    row({ rowId: '9', cells: { value: parseCell('42.95') } }),
    row({ rowId: '10', cells: { value: ratioCell({ numerator: 3, denominator: 3 }, 0) } }),
  ],
  provenance: null,
}

async function open(report: FilledReport): Promise<excel.Worksheet> {
  const workbook = new excel.Workbook()
  const bytes = await renderReport(report, 'xlsx')
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('the workbook has no sheet')
  return sheet
}

async function text(report: FilledReport, format: 'csv' | 'md' | 'json'): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await renderReport(report, format))
}

function rowWith(sheet: excel.Worksheet, column: number, value: string): number {
  for (let at = 1; at <= sheet.rowCount; at += 1) {
    if (sheet.getCell(at, column).text === value) return at
  }
  throw new Error(`no row has ${value} in column ${column}`)
}

let province: FilledReport
beforeAll(async () => {
  province = await fillTemplate(store, {
    template: 'tt01-06a',
    organisation: 'H16',
    period: parsePeriod('2022'),
    now: noon('2022-12-20'),
  })
})

describe('xlsx', () => {
  it('has the grouped heads of Form II.06a and the row of numbers', async () => {
    const sheet = await open(province)
    const numbers = rowWith(sheet, 1, '(1)')
    const top = numbers - 3
    expect(sheet.getCell(top, 3).text).toBe('Số hồ sơ nhận giải quyết')
    expect(sheet.getCell(top, 6).master.address).toBe(sheet.getCell(top, 3).address)
    expect(sheet.getCell(top + 1, 5).master.text).toBe('Trong kỳ')
    expect(sheet.getCell(top + 2, 5).text).toBe('Trực tiếp, dịch vụ bưu chính')
    expect(sheet.getCell(top + 2, 13).master.text).toBe('Quá hạn')
    expect(sheet.getCell(top + 2, 1).master.address).toBe(`A${top}`)
    expect(sheet.getCell(numbers, 3).text).toBe('(3)=\n(4)+(5)+(6)')
    expect(sheet.getCell(numbers, 13).text).toBe('(13)')
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      printTitlesRow: `${top}:${numbers}`,
    })
  })

  it('says who reports to whom, for which days, and nothing that only technicians read', async () => {
    const sheet = await open(province)
    const words: string[] = []
    sheet.eachRow((line) => line.eachCell((cell) => words.push(cell.text)))
    expect(words).toEqual(
      expect.arrayContaining([
        'Biểu số II.06a/VPCP/KSTT',
        'Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020',
        'Đơn vị báo cáo: UBND tỉnh Đắk Nông\nĐơn vị nhận báo cáo: Văn phòng Chính phủ',
        'Kỳ báo cáo: Năm 2022',
        '(Từ ngày 15/12/2021 đến ngày 14/12/2022)',
        'Đơn vị tính: Số hồ sơ TTHC',
      ]),
    )
    expect(words.join('\n')).not.toContain('Quy tắc đếm')
    for (const word of words) expect(word).toBe(word.normalize('NFC'))
  })

  it('adds up totals by itself, to the numbers of the report', async () => {
    const sheet = await open(province)
    const first = rowWith(sheet, 1, '(1)') + 1
    for (const [index, { cells, rowType }] of province.rows.entries()) {
      const cell = sheet.getCell(first + index, 3)
      const stated = cells.receivedTotal
      if (stated?.state !== 'number') throw new Error('every row of this province has dossiers')
      if (rowType === 'indicator')
        expect(cell.formula).toBe(`SUM(D${first + index}:F${first + index})`)
      expect(cell.result ?? cell.value).toBe(stated.value)
    }
    expect(sheet.getCell(first + 1, 3).formula).toBe(`SUM(C${first + 2}:C${first + 5})`)
    const heads = province.rows.flatMap((r, at) =>
      r.rowType === 'group' ? [`C${first + at}`] : [],
    )
    expect(sheet.getCell(first + province.rows.length - 1, 3).formula).toBe(
      `SUM(${heads.join(',')})`,
    )
  })

  it('keeps numbers as numbers and the four states of a cell apart', async () => {
    const sheet = await open(list)
    const cell = (code: string) => sheet.getCell(rowWith(sheet, 1, code), 4)
    const rate = cell('3')
    expect(cell('1').formula).toMatch(/^SUM\(D\d+:D\d+\)$/)
    expect(cell('1')).toMatchObject({ result: 1909, numFmt: '[$-42A]#,##0' })
    expect(cell('2').value).toBe(7)
    expect(rate).toMatchObject({ value: 77046 / 77251, numFmt: '[$-42A]0.00%' })
    expect(cell('4').value).toBe('-')
    expect(cell('5').value).toBe(0)
    expect(cell('6').value).toBe('-')
    expect(cell('7').value).toBeNull()
    expect(cell('9').value).toBe('42.95')
    expect(cell('10')).toMatchObject({ value: 1, numFmt: '[$-42A]0%' })
    const note = sheet.getCell(rowWith(sheet, 1, '3'), 5)
    expect(note.type).toBe(excel.ValueType.String)
  })
})

describe('csv', () => {
  it('is UTF-8 with a byte order mark, one line a row, each with its origin', async () => {
    const csv = await text(province, 'csv')
    const lines = csv.split('\r\n')
    expect(csv.startsWith('\uFEFFSTT,"Lĩnh vực, công việc giải quyết theo cấp",')).toBe(true)
    expect(lines).toHaveLength(province.rows.length + 2)
    expect(lines[1]).toMatch(/^I,"Sở, ban, ngành",\d+,.*,2021-12-15,2022-12-14,tt01-2020 v1$/)
  })

  it('writes counts without dots, rates as printed, and nothing that runs', async () => {
    const lines = (await text(list, 'csv')).split('\r\n')
    const line = (code: string) => lines.find((one) => one.startsWith(`${code},`)) ?? ''
    expect(line('1')).toContain(',1909,')
    expect(line('3')).toContain(',"99,73%","\'=HYPERLINK(""http://x"")",')
    expect(line('4')).toContain(',-,')
    expect(line('5')).toContain(',0,')
    expect(line('7')).toContain('Hồ sơ,,')
    expect(line('8')).toContain(",'@cmd|x,")
  })
})

describe('md', () => {
  it('prints one table in Vietnamese writing and leaves no room for markup', async () => {
    const lines = (await text(list, 'md')).split('\n')
    expect(lines).toContain('- Kỳ báo cáo: Năm 2022')
    expect(lines).toContain('| --- | --- | --- | ---: | --- |')
    expect(lines).toContain('| 1 | Chỉ tiêu 1 | Hồ sơ | 1.909 |  |')
    expect(lines).toContain('| 8 | Chỉ tiêu 8 | Hồ sơ | @cmd\\|x |  |')
    expect(lines).toContain('| **III.** | **Chỉ tiêu III.** | **Hồ sơ** |  |  |')
  })
})

describe('json', () => {
  it.each([() => province, () => list])('is the report itself', async (report) => {
    expect(FilledReport.parse(JSON.parse(await text(report(), 'json')))).toEqual(report())
  })
})
