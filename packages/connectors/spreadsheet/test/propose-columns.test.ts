import { expect, test } from 'vitest'
import { proposeColumns } from '../src/propose/propose-columns.ts'
import { understood } from './tables.ts'

/** What is proposed for the heads of lines of a table. */
async function proposedFor(lines: string) {
  const { unread } = await understood(lines)
  const columns = proposeColumns(unread.map((one) => ({ ...one, place: 'tep.csv' })))
  return columns.map(({ head, meaning }) => [head, meaning])
}

test('a meaning goes to one column, and to none where another column is known to hold it', async () => {
  const heads = 'Mã hồ sơ | Ngày tiếp nhận | Ngày nhập | Hạn cuối | Hẹn lại'
  const row = '000.00.53.H16-250310-0001 | 10/3/2025 | 11/3/2025 | 12/3/2025 | 13/3/2025'
  expect(await proposedFor(`${heads}\n${row}`)).toEqual([
    ['Ngày nhập', null],
    ['Hạn cuối', 'dueAt'],
    ['Hẹn lại', null],
  ])
})

test('columns about people and heads that are somebody’s are asked of nobody', async () => {
  const heads = 'Số phiếu | Người nộp | CCCD | Ngày vào | Ghi chú | Điện thoại'
  const row = 'BN-2025-01 | A | 1 | 10/3/2025 | x | 2'
  expect(await proposedFor(`${heads}\n${row}`)).toEqual([
    ['Số phiếu', 'code'],
    ['Ngày vào', 'receivedAt'],
  ])
})

test('heads of a form are proposed as its figures', async () => {
  const heads = 'Xã, phường | Phát sinh | Kỳ trước | Đã xong | Còn lại | Khác'
  expect(await proposedFor(`${heads}\nXã A | 5 | 1 | 4 | 2 | 0`)).toEqual([
    ['Xã, phường', 'organisationName'],
    ['Phát sinh', 'receivedTotal'],
    ['Đã xong', 'resolvedTotal'],
    ['Còn lại', 'pendingTotal'],
    ['Khác', null],
  ])
})

test('sheets that are known and not read are asked of nobody', async () => {
  const form = 'Đơn vị | TTHC có quy trình nội bộ | Tỉnh | Xã\nSở A | 1909 | 3 | 4'
  expect(await proposedFor(form)).toEqual([])
})
