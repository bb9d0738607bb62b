import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import { workbookFile } from '../report/files.ts'

const HEADS = ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn', 'Phân công', 'Kết quả thực hiện']

test('the task table of a workbook is checked with the indicators beside it', async () => {
  const file = await workbookFile((workbook) => {
    const tasks = workbook.addWorksheet('Phụ lục I')
    tasks.addRows([
      ['SỞ Y TẾ TỈNH LONG SƠN'],
      ['(Kèm theo Báo cáo số 455/BC-SYT ngày 11/12/2023)'],
      HEADS,
      ['I', 'CẢI CÁCH THỂ CHẾ'],
      [1, 'Rà soát', 'Báo cáo', '15/11/2023', 'Văn phòng', 'Báo cáo số 40/BC-SYT ngày 14/11/2023'],
      [2, 'Tập huấn', 'Kế hoạch', '31/02/2023', '', 'Kế hoạch số 12/KH-SYT ngày 20/12/2023'],
      [3, 'Nghị định số 107/2021/NĐ-CP ngày 06/12/2022', '', 'Quý II', 'Thanh tra', 'Đã trình'],
      [4, 'Một cửa (số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018)', 'Tờ trình', 'Quý III', 'x', 'x'],
    ])
    tasks.mergeCells('E5:E6')
    workbook.addWorksheet('Phụ lục II').addRows([
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
      ['1', 'Số báo cáo rà soát', 'Văn bản', 1, 'số 40/BC-SYT ngày 15/11/2023'],
    ])
  })
  const { report, findings } = await checkReport({ file })
  expect(report).toMatchObject({ reportNumber: '455/BC-SYT', issuedOn: '2023-12-11' })
  expect(findings.map(({ rule, severity, rows }) => [rule, severity, rows[0]?.line])).toEqual([
    ['one-document-two-dates', 'error', 5],
    ['no-such-day', 'error', 6],
    ['dated-after-report', 'error', 6],
    ['task-cell-blank', 'error', 7],
    ['national-document-date', 'error', 7],
  ])
})
