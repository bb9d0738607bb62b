import { expect, test } from 'vitest'
import { checkReport, type GivenFile } from '../../src/check/index.ts'
import { docx, p } from '../grid/documents.ts'
import { jsonFile, textFile, workbookFile } from '../report/files.ts'

async function told(file: GivenFile): Promise<readonly string[]> {
  const { findings } = await checkReport({ file })
  return findings.map(({ severity, rule, rows, expected }) => {
    return `${severity} ${rule} ${rows.map(({ line }) => line).join()} ${expected}`
  })
}

test('a workbook with a head of two rows, percentages stored as numbers and formulas', async () => {
  const file = await workbookFile((workbook) => {
    const sheet = workbook.addWorksheet('Biểu tổng hợp')
    sheet.addRows([
      ['UBND TỈNH CAO LĨNH'],
      ['STT', 'CHỈ TIÊU THỐNG KÊ', 'KẾT QUẢ THỰC HIỆN', '', 'GHI CHÚ'],
      ['', '', 'Đơn vị tính', 'Số liệu', ''],
      ['I', 'CHỈ ĐẠO ĐIỀU HÀNH'],
      [1, 'Tỷ lệ xử lý vấn đề phát hiện qua kiểm tra CCHC', '%', 0.9],
      ['1.1', 'Số vấn đề phát hiện', 'Vấn đề', 31],
      ['1.2', 'Số vấn đề đã khắc phục xong', 'Vấn đề', 27],
      ['II', 'THỦ TỤC HÀNH CHÍNH'],
      [1, 'Tổng số TTHC đang có hiệu lực', 'Thủ tục', { formula: 'SUM(D10:D12)', result: 1805 }],
      ['1.1', 'Cấp tỉnh', 'Thủ tục', 1480],
      ['1.2', 'Cấp huyện', 'Thủ tục', 215],
      ['1.3', 'Cấp xã', 'Thủ tục', 110],
      [2, 'Tỷ lệ hồ sơ đúng hạn cấp xã', '%', 0.99995],
      ['2.1', 'Số hồ sơ đã giải quyết', 'Hồ sơ', 20000],
      ['2.2', 'Số hồ sơ đúng hạn', 'Hồ sơ', 19999],
      [3, 'Tỷ lệ tin bài so với kế hoạch', '%', 1.25],
      ['', 'Người lập biểu', '', 'Thủ trưởng đơn vị'],
    ])
    sheet.mergeCells('C2:D2')
    for (const place of ['A2:A3', 'B2:B3', 'E2:E3']) sheet.mergeCells(place)
    for (const place of ['D5', 'D16']) sheet.getCell(place).numFmt = '0%'
    sheet.getCell('D13').numFmt = '0.00%'
  })
  expect(await told(file)).toEqual(['error percentage-of-parts 5,7,6 87%'])
})

test('a form of 2025 without districts, one sheet a Biểu', async () => {
  const heads = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú']
  const file = await workbookFile((workbook) => {
    workbook
      .addWorksheet('Biểu 3')
      .addRows([
        heads,
        ['1', 'Tỷ lệ hồ sơ do UBND cấp xã tiếp nhận được giải quyết đúng hạn', '%', '97,30%'],
        ['1.1', 'Tổng số hồ sơ TTHC đã giải quyết xong', 'Hồ sơ', '240.500'],
        ['1.2', 'Số hồ sơ TTHC giải quyết đúng hạn', 'Hồ sơ', '234.256'],
      ])
    workbook
      .addWorksheet('Biểu 4')
      .addRows([
        heads,
        ['1', 'Số đơn vị hành chính cấp xã', 'Đơn vị', 96],
        ['', 'Trong đó: Xã', 'Đơn vị', 82],
        ['', 'Phường', 'Đơn vị', 14],
        ['', 'Đặc khu', 'Đơn vị', 1],
      ])
  })
  expect(await told(file)).toEqual([
    'error percentage-of-parts 2,4,3 97,40%',
    'error sum-of-parts 2,3,4,5 97',
  ])
})

test('a list in another order of columns, without codes, with units in brackets', async () => {
  const file = textFile(
    [
      'TỔNG HỢP SỐ LIỆU CCHC - SỞ TÀI CHÍNH TỈNH NAM HẢI',
      'Số liệu\tGhi chú\tChỉ tiêu\tĐơn vị tính',
      '\t\tA. CHỈ ĐẠO ĐIỀU HÀNH\t',
      '40\t\tSố nhiệm vụ trong kế hoạch (nhiệm vụ)\t',
      '22\t\tSố nhiệm vụ đã hoàn thành (nhiệm vụ)\t',
      '52\t\tTỷ lệ hoàn thành kế hoạch (%)\t',
      '\t\tB. THỦ TỤC HÀNH CHÍNH\t',
      '2.310\t\tTổng số hồ sơ đã giải quyết (hồ sơ)\t',
      '1.200\t\tSố hồ sơ giải quyết trước hạn (hồ sơ)\t',
      '1.100\t\tSố hồ sơ giải quyết đúng hạn (hồ sơ)\t',
      '20\t\tSố hồ sơ giải quyết quá hạn (hồ sơ)\t',
      '99,9%\t\tTỷ lệ văn bản điện tử có ký số (%)\t',
    ].join('\n'),
  )
  expect(await told(file)).toEqual([
    'error percentage-of-parts 6,5,4 55%',
    'error sum-of-parts 8,9,10,11 2.320',
  ])
})

test('a sound report of a ward stays silent', async () => {
  const row = (code: string, label: string, unit = '', raw = '') => ({ code, label, unit, raw })
  const rows = [
    row('A', 'CHỈ ĐẠO ĐIỀU HÀNH'),
    row('1', 'Tỷ lệ hoàn thành kế hoạch', '%', '76,19'),
    row('1.1', 'Tổng số nhiệm vụ', 'Nhiệm vụ', '21'),
    row('1.2', 'Đã hoàn thành', 'Nhiệm vụ', '16'),
    row('1.3', 'Đang thực hiện', 'Nhiệm vụ', '5'),
    row('B', 'THỦ TỤC HÀNH CHÍNH'),
    row('1', 'Hồ sơ tiếp nhận tại Trung tâm Phục vụ hành chính công', 'Hồ sơ', '4.520'),
    row('1.1', 'Trực tuyến', 'Hồ sơ', '3.900'),
    row('1.2', 'Trực tiếp và bưu chính', 'Hồ sơ', '480'),
    row('1.3', 'Kỳ trước chuyển sang', 'Hồ sơ', '140'),
    row('2', 'Hồ sơ đã giải quyết', 'Hồ sơ', '4.300 hồ sơ'),
    row('2.1', 'Đúng và trước hạn', 'Hồ sơ', '4.287 (99,7%)'),
    row('2.2', 'Quá hạn', 'Hồ sơ', '13'),
    row('3', 'Tỷ lệ hồ sơ trực tuyến', '%', '89,04'),
    row('4', 'Tỷ lệ hồ sơ đúng hạn', '%', '99,7% (4.287/4.300)'),
    row('5', 'Tỷ lệ PAKN được xử lý', '%', '-'),
    row('5.1', 'Số PAKN tiếp nhận', 'PAKN', 'Không'),
    row('5.2', 'Số PAKN đã xử lý', 'PAKN', '00'),
  ]
  expect(await told(jsonFile({ report: { agency: 'UBND phường Hòa Bình' }, rows }))).toEqual([])
})

test('a letter without a table is judged by its sentences; one without figures is no report', async () => {
  const letter = (words: string) => ({ name: 'báo cáo.docx', bytes: docx(p(words)) })
  const sentence = 'Đã giải quyết 1.470/1.500 hồ sơ, đạt'
  expect(await told(letter(`${sentence} 98%.`))).toEqual([])
  expect(await told(letter(`${sentence} 95%.`))).toEqual(['error percentage-in-sentence  98%'])
  await expect(told(letter('Kính gửi Sở Nội vụ.'))).rejects.toThrow('No table of indicators')
})
