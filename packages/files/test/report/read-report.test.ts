import { inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { readReportFile } from '../../src/check/index.ts'
import { ORIGINS_SHEET } from '../../src/grid/index.ts'
import { jsonFile, publishedRows, textFile, workbookFile } from './files.ts'

const HEADS = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú']

test('a workbook is read by its heads: titles above, columns in any order, merged cells, numbers as formatted', async () => {
  const file = await workbookFile((workbook) => {
    const sheet = workbook.addWorksheet('Phụ lục')
    sheet.addRows([
      ['SỞ NỘI VỤ', '', '', 'Số: 12/BC-SNV'],
      ['', '', '', 'Huế, ngày 12 tháng 6 năm 2023'],
      ['PHỤ LỤC II'],
      ['Từ ngày 15/12/2022 đến ngày 10/6/2023'],
      [],
      ['Ghi chú', 'Số liệu', 'ĐVT', 'Nội dung', 'TT'],
      [1, 2, 3, 4, 5],
      ['Biểu 3. Cải cách thủ tục hành chính'],
      ['', '', '', 'Kết quả giải quyết', 3.1],
      ['lũy kế', 77251, 'Hồ sơ', { richText: [{ text: 'Tổng số ' }, { text: 'hồ sơ' }] }, '3.1.1'],
      ['', 0.9973, '%', 'Tỷ lệ hồ sơ đúng hạn', '3.1.2'],
      ['', { formula: 'B10*1', result: 1.5 }, 'Tỷ đồng', 'Vốn', '3.1.3'],
    ])
    sheet.mergeCells('A8:E8')
    sheet.getCell('B11').numFmt = '0.00%'
    workbook.addWorksheet('Truy vết', { state: 'hidden' }).addRow(['Chỉ tiêu', 'Số liệu'])
  })
  const { head, rows } = await readReportFile(file)
  expect(head).toMatchObject({
    agency: 'SỞ NỘI VỤ',
    reportNumber: '12/BC-SNV',
    issuedOn: '2023-06-12',
    period: { from: '2022-12-15', to: '2023-06-10' },
  })
  expect(
    rows.map(({ line, code, label, value, note }) => [line, code, label, value, note]),
  ).toEqual([
    [8, '', 'Biểu 3. Cải cách thủ tục hành chính', '', ''],
    [9, '3.1', 'Kết quả giải quyết', '', ''],
    [10, '3.1.1', 'Tổng số hồ sơ', '77251', 'lũy kế'],
    [11, '3.1.2', 'Tỷ lệ hồ sơ đúng hạn', '99,73%', ''],
    [12, '3.1.3', 'Vốn', '1,5', ''],
  ])
})

test('a head of two rows whose upper one names the group of unit and figure', async () => {
  const file = textFile(
    'STT;Chỉ tiêu;Kết quả thực hiện;;Ghi chú\n;;Đơn vị tính;Số liệu;\n1;Số hồ sơ;Hồ sơ;12;x\n',
  )
  const { rows } = await readReportFile(file)
  expect(rows.map(({ line, unit, value, note }) => [line, unit, value, note])).toEqual([
    [3, 'Hồ sơ', '12', 'x'],
  ])
})

test('a hidden sheet is told, and read no more than the origins that the hub itself hides', async () => {
  const file = await workbookFile((workbook) => {
    workbook.addWorksheet('Biểu 1').addRows([HEADS, ['1', 'Số văn bản', 'Văn bản', '5', '']])
    const rows = [HEADS, ['1', 'Số văn bản', 'Văn bản', '7', '']]
    for (const name of ['Biểu cũ', ORIGINS_SHEET]) {
      workbook.addWorksheet(name, { state: 'hidden' }).addRows(rows)
    }
    workbook.addWorksheet('Biểu cất', { state: 'veryHidden' }).addRows(rows)
  })
  const { rows, unread } = await readReportFile(file)
  expect(rows.map(({ sheet, value }) => [sheet, value])).toEqual([[null, '5']])
  expect(unread.map((message) => inWords(message))).toEqual([
    'Sheet Biểu cũ is hidden and was not read.',
    'Sheet Biểu cất is hidden and was not read.',
  ])
})

test('several sheets are read one after the other, each row with the sheet that it stands in', async () => {
  const file = await workbookFile((workbook) => {
    for (const name of ['Biểu 1', 'Biểu 2']) {
      workbook.addWorksheet(name).addRows([HEADS, ['1', `Số văn bản ${name}`, 'Văn bản', '5', '']])
    }
  })
  const { rows } = await readReportFile(file)
  expect(rows.map(({ sheet, line, label }) => [sheet, line, label])).toEqual([
    ['Biểu 1', 2, 'Số văn bản Biểu 1'],
    ['Biểu 2', 2, 'Số văn bản Biểu 2'],
  ])
})

test.each([
  ['commas and a byte order mark', ',', '\uFEFF', '\r\n'],
  ['semicolons', ';', '', '\n'],
  ['tabs', '\t', '\uFEFF', '\n'],
])('separated text with %s gives the published rows back', async (_name, separator, mark, end) => {
  const published = publishedRows('dak-nong')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = [HEADS, ...published].map((row) => row.map(quoted).join(separator))
  const { rows } = await readReportFile(textFile(mark + lines.join(end)))
  const texts = rows.map(({ code, label, unit, value, note }) => [code, label, unit, value, note])
  expect(texts).toEqual(published)
  expect(rows.at(0)?.line).toBe(2)
})

test('line breaks inside quotes keep the lines of the file', async () => {
  const file = textFile('STT,Tiêu chí,ĐVT,Kết quả\n1,"Số\nvăn bản",Văn bản,3\n2,Số người,Người,4\n')
  const { rows } = await readReportFile(file)
  expect(rows.map(({ line, label }) => [line, label])).toEqual([
    [2, 'Số\nvăn bản'],
    [4, 'Số người'],
  ])
})

test('lists as JSON are read however they are wrong', async () => {
  const { head, rows } = await readReportFile(
    jsonFile({
      report: { agency: 'Sở Y tế', reportNumber: '/BC-SYT', period: { kind: 'year', year: 2023 } },
      rows: [
        { code: '1', label: 'Số hồ sơ', unit: 'Hồ sơ', raw: '5', rowId: 'a' },
        { code: '1', label: 'Số hồ sơ', unit: 'Hồ sơ', value: 7.5, rowId: 'a' },
      ],
    }),
  )
  expect(head.period).toEqual({ text: '2023', from: '2022-12-15', to: '2023-12-14' })
  expect(rows.map(({ value }) => value)).toEqual(['5', '7,5'])
})

test.each([
  ['no table', textFile('Kính gửi,Sở Nội vụ\n')],
  ['no JSON', textFile('{', 'x.json')],
  ['JSON of something else', jsonFile({ tasks: [] })],
  ['a broken workbook', textFile('PK\u0003\u0004', 'x.xlsx')],
  ['an unknown kind', textFile('', 'x.pdf')],
  ['bytes that are no text', { name: 'x.csv', bytes: Uint8Array.of(0xff, 0xc3, 0x28) }],
])('%s is refused in words', async (_name, file) => {
  await expect(readReportFile(file)).rejects.toMatchObject({
    code: 'usage_invalid',
    fix: expect.any(String),
  })
})

test('JSON rows are read by the heads that their keys are', async () => {
  const row = { STT: 1.1, 'Chỉ tiêu': 'Số hồ sơ', 'Đơn vị tính': 'Hồ sơ', 'Số liệu': 5 }
  const other = { ghi_chu: 'x', so_lieu: '1,5', chi_tieu: 'Vốn', don_vi_tinh: 'Tỷ đồng', stt: '2' }
  for (const document of [
    [row, other],
    { rows: [row, other] },
    { phu_luc: [row], khac: [other] },
  ]) {
    const { rows } = await readReportFile(jsonFile(document))
    expect(rows.map(({ code, label, unit, value }) => [code, label, unit, value])).toEqual([
      ['1.1', 'Số hồ sơ', 'Hồ sơ', '5'],
      ['2', 'Vốn', 'Tỷ đồng', '1,5'],
    ])
  }
})

test('a wide table whose groups stand above their columns, without numbered columns', async () => {
  const file = textFile(`Biểu số II.07b
TT;Đơn vị;TTHC thuộc thẩm quyền;;;;TTHC một cửa;;;;Tỷ lệ (%)
;;Tổng số;Cấp tỉnh;Cấp huyện;Cấp xã;Tổng số;Tại Trung tâm;cấp huyện;cấp xã;
A;B;1;2;3;4;5;6;7;8;9
1;Sở Tư pháp;180;120;40;20;180;120;40;20;100
2;Sở Y tế;150;140;6;4;145;138;4;2;96,7
`)
  const { wide = [] } = await readReportFile(file)
  expect(wide[0]?.columns.map(({ title, totalOf }) => [title, totalOf.join()])).toEqual([
    ['TTHC thuộc thẩm quyền – Tổng số', ''],
    ['TTHC thuộc thẩm quyền – Cấp tỉnh', ''],
    ['TTHC thuộc thẩm quyền – Cấp huyện', ''],
    ['TTHC thuộc thẩm quyền – Cấp xã', ''],
    ['TTHC một cửa – Tổng số', ''],
    ['TTHC một cửa – Tại Trung tâm', ''],
    ['TTHC một cửa – cấp huyện', ''],
    ['TTHC một cửa – cấp xã', ''],
    ['Tỷ lệ (%)', ''],
  ])
  expect(wide[0]?.rows.map(({ line, label }) => [line, label])).toEqual([
    [5, 'Sở Tư pháp'],
    [6, 'Sở Y tế'],
  ])
})

test('codes of units beside their names are no column of figures', async () => {
  const file = textFile(`STT;Đơn vị;Mã đơn vị;Số hồ sơ tiếp nhận;Số hồ sơ đã giải quyết
1;Sở A;101;20;19
`)
  const { wide = [] } = await readReportFile(file)
  expect(wide.map(({ columns }) => columns.map(({ title }) => title))).toEqual([
    ['Số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết'],
  ])
})

test.each([
  ['Huế, ngày …… tháng …… năm ……', null],
  ['Số: 12/BC-SNV\tHuế, ngày 12 tháng 6 năm 2023', '2023-06-12'],
  ['(Kèm theo Báo cáo số 12/BC-SNV ngày 12 tháng 6 năm 2023 của Sở Nội vụ)', '2023-06-12'],
])('the day of a report is no day of a document that it cites: %s', async (line, issuedOn) => {
  const citing = 'Thực hiện Thông tư số 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020 của Bộ trưởng'
  for (const order of [
    [line, citing],
    [citing, line],
  ]) {
    const file = await workbookFile((workbook) => {
      const rows = [...order.map((text) => [text]), HEADS, ['1', 'Số văn bản', 'Văn bản', '5', '']]
      workbook.addWorksheet('Biểu 1').addRows(rows)
    })
    expect((await readReportFile(file)).head.issuedOn).toBe(issuedOn)
  }
})

test('the raised mark of a note behind a figure is no digit of it', async () => {
  const raised = (text: string) => ({ font: { vertAlign: 'superscript' as const }, text })
  const file = await workbookFile((workbook) => {
    const rich = (words: string, mark: string) => ({ richText: [{ text: words }, raised(mark)] })
    workbook
      .addWorksheet('Biểu')
      .addRows([HEADS, ['1', rich('Diện tích m', '2'), 'Hồ sơ', rich('1.500', '1')]])
  })
  const { rows } = await readReportFile(file)
  expect(rows.map(({ label, value }) => [label, value])).toEqual([['Diện tích m2', '1.500']])
})

test('numbers of columns whose formulas stand on a second line belong to the head', async () => {
  const file = await workbookFile((workbook) => {
    workbook.addWorksheet('06a').addRows([
      ['STT', 'Lĩnh vực', 'Số hồ sơ nhận giải quyết', '', ''],
      ['', '', 'Tổng số', 'Trong kỳ', 'Từ kỳ trước'],
      ['(1)', '(2)', '(3)=\n(4)+(5)', '(4)', '(5)'],
      ['1', 'Đường bộ', 7, 4, 3],
    ])
  })
  const { wide = [] } = await readReportFile(file)
  expect(wide.flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual(['Đường bộ'])
})
