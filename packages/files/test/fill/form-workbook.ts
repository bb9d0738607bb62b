import excel from 'exceljs'

const HEAD = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú']

/** A received form of two sheets: merged title cells, widths, percent cells, a formula total, a cell filled before. */
export async function receivedForm(): Promise<Uint8Array> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Biểu 1')
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = 'BÁO CÁO CẢI CÁCH HÀNH CHÍNH'
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getRow(3).values = HEAD
  const rows = [
    ['I.', 'Công tác chỉ đạo điều hành CCHC', '', null, ''],
    ['2', 'Tỷ lệ hoàn thành Kế hoạch CCHC năm', '%', null, ''],
    ['2.1.', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', null, ''],
    ['2.2.', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', null, ''],
    ['3', 'Kiểm tra CCHC', '', null, ''],
    ['3.1.', 'Số sở, ngành đã kiểm tra', 'Cơ quan, đơn vị', 9, ''],
    ['3.2.', 'Số UBND cấp huyện đã kiểm tra', 'Cơ quan, đơn vị', null, ''],
    ['', 'Tổng số cơ quan đã kiểm tra', 'Cơ quan, đơn vị', { formula: 'D9+D10', result: 9 }, ''],
    ['9.9', 'Số chậu hoa đã tưới', 'Chậu', null, ''],
  ]
  for (const [index, values] of rows.entries()) {
    const row = sheet.getRow(4 + index)
    row.values = values
    for (const column of [1, 2, 3, 4, 5]) {
      row.getCell(column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } }
    }
  }
  sheet.mergeCells('A4:E4')
  sheet.getCell('D5').numFmt = '0.00%'
  for (const [letter, width] of Object.entries({ A: 7, B: 48, C: 18, D: 14, E: 20 })) {
    sheet.getColumn(letter).width = width
  }
  const other = book.addWorksheet('Hướng dẫn')
  other.getCell('A1').value = 'Ghi số liệu vào cột “Số liệu” của Biểu 1'
  other.getCell('B2').value = { formula: "'Biểu 1'!D6*2", result: 0 }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
