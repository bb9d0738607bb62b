import { DossierCount, inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { countsIn, SETTINGS } from './tables.ts'

const HEAD = `
UBND TỈNH ĐẮK NÔNG
TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC
Từ ngày 15/6/2025 đến ngày 14/9/2025
STT | Đơn vị | Số hồ sơ nhận giải quyết | | | | Số hồ sơ đã giải quyết | | | | Số hồ sơ đang giải quyết | |
 | | Tổng số | Trong kỳ | | Từ kỳ trước | Tổng số | Trước hạn | Đúng hạn | Quá hạn | Tổng số | Trong hạn | Quá hạn
 | | | Trực tuyến | Trực tiếp, dịch vụ bưu chính | | | | | | | |
(1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13)`

test('Form II.06a by units: sections and totals are checked and not counted', async () => {
  const { counts, refused, notes } = await countsIn(`${HEAD}
I | Các sở, ban, ngành | 150 | 90 | 40 | 20 | 120 | 100 | 15 | 5 | 30 | 28 | 2
1 | Sở Tư pháp | 100 | 60 | 30 | 10 | 80 | 70 | 8 | 2 | 20 | 19 | 1
2 | Sở Xây dựng | 50 | 30 | 10 | 10 | 40 | 30 | 7 | 3 | 10 | 9 | 1
II | UBND cấp xã | 1.020 | | | | 1.000 | | | | 20 | |
1 | UBND xã Nhân Cơ | 1.020 | - | | | 1.000 | | | | 20 | |
 | Tổng số | 1.171 | | | | 1.120 | | | | 50 | |`)
  expect(refused).toEqual([])
  expect(counts).toMatchObject([
    {
      ...{ organisationCode: 'H16.53', from: '2025-06-15', to: '2025-09-14' },
      ...{ rule: 'tt01-2020', place: 'B9' },
      counts: {
        ...{ receivedTotal: 100, receivedOnline: 60, receivedDirectPost: 30, carriedOver: 10 },
        ...{ resolvedTotal: 80, resolvedEarly: 70, resolvedOnTime: 8, resolvedLate: 2 },
        ...{ pendingTotal: 20, pendingWithin: 19, pendingOverdue: 1 },
      },
    },
    { organisationCode: 'H16.54' },
    {
      organisationCode: 'H16.31.02',
      counts: { receivedTotal: 1020, resolvedTotal: 1000, pendingTotal: 20 },
    },
  ])
  for (const count of counts) expect(DossierCount.safeParse(count).success).toBe(true)
  expect(counts[2]?.counts).not.toHaveProperty('receivedOnline')
  expect(notes.map((note) => inWords(note))).toEqual([
    'C13: states 1171 in all, and the rows add up to 1170',
  ])
})

test('Form II.06a by fields is one row of the unit that reports; a total that is wrong is refused', async () => {
  const head = HEAD.replace('Đơn vị |', 'Lĩnh vực, công việc giải quyết theo cấp |').split('\n')
  const byFields = (total: string) => `
Đơn vị báo cáo: Sở Tư pháp
Kỳ báo cáo: Quý III năm 2025
${head.slice(4).join('\n')}
1 | Hộ tịch | 60 | 40 | 15 | 5 | 50 | 45 | 4 | 1 | 10 | 10 | 0
2 | Lý lịch tư pháp | 40 | 20 | 15 | 5 | 30 | 25 | 4 | 1 | 10 | 9 | 1
Tổng số | | ${total} | 60 | 30 | 10 | 80 | 70 | 8 | 2 | 20 | 19 | 1`
  const days = { from: '2025-06-15', to: '2025-09-14' }
  const sound = await countsIn(byFields('100'))
  expect(sound.counts).toMatchObject([
    { organisationCode: 'H16.53', ...days, counts: { receivedTotal: 100 } },
  ])
  const wrong = await countsIn(byFields('101'))
  expect(wrong.counts).toEqual([])
  expect(wrong.refused.map(({ fault }) => inWords(fault.message))).toEqual([
    'C9: states 101 in all, and the rows add up to 100',
  ])
})

test('Form 07a/BTP: letters of apology, stopped, withdrawn; online full and partial add up', async () => {
  const { counts } = await countsIn(`
Từ ngày 01/8/2026 đến ngày 31/8/2026
 | STT | Đơn vị thực hiện | Số hồ sơ nhận giải quyết | | | | | | Số hồ sơ đã giải quyết | | | Số hồ sơ đang giải quyết | | | Dừng xử lý | Rút hồ sơ | Thanh toán
 | | | Tổng số | Trực tuyến toàn trình | Trực tuyến một phần | Trực tiếp | Bưu chính | Kỳ trước chuyển sang | Đúng và trước hạn | Quá hạn đã có thư xin lỗi | Quá hạn chưa có thư xin lỗi | Chưa đến hạn | Quá hạn đã có thư xin lỗi | Quá hạn chưa có thư xin lỗi | | | Tổng
 | 1 | Sở Tư pháp | 100 | 40 | 20 | 25 | 5 | 10 | 70 | 2 | 1 | 20 | 1 | 1 | 3 | 2 | 9`)
  expect(counts).toMatchObject([{ rule: 'btp-07a' }])
  expect(counts[0]?.counts).toEqual({
    ...{
      receivedTotal: 100,
      receivedOnlineFull: 40,
      receivedOnlinePartial: 20,
      receivedOnline: 60,
    },
    ...{ receivedDirect: 25, receivedPostal: 5, receivedDirectPost: 30, carriedOver: 10 },
    ...{ resolvedTotal: 73, resolvedLate: 3, pendingWithin: 20, pendingOverdue: 2 },
    ...{ stopped: 3, withdrawn: 2 },
  })
})

test('the weekly form: columns of II.06a, an only channel beside online', async () => {
  const { counts } = await countsIn(`
Tuần 36 (từ 01/9/2026 - 07/9/2026)
STT | Tên đơn vị | Tiếp nhận: Tổng số | Tiếp nhận trực tuyến toàn trình | Tiếp nhận trực tuyến một phần | Tiếp nhận trực tiếp | Kỳ trước chuyển sang | Đã giải quyết: Tổng số | Đã giải quyết trước hạn | Đã giải quyết đúng hạn | Đã giải quyết quá hạn | Đang giải quyết: Tổng số | Đang giải quyết trong hạn | Đang giải quyết quá hạn
1 | Sở Tư pháp | 10 | 4 | 2 | 3 | 1 | 8 | 7 | 1 | 0 | 2 | 2 | 0`)
  expect(counts).toMatchObject([
    {
      ...{ from: '2026-09-01', to: '2026-09-07', rule: 'tt01-2020' },
      counts: { receivedOnline: 6, receivedDirectPost: 3, resolvedLate: 0 },
    },
  ])
})

const ROW = '5 | 3 | 2 | 0 | 5 | 5 | 0 | 0 | 0 | 0 | 0'

test.each([
  [`1 | Sở Lạ | ${ROW}`, 'B8: names a unit that is not known'],
  [`1 | Sở Tư pháp | ${ROW.replace('5 | 5', '5 | 4,5')}`, 'H8: is no whole number such as 1.909'],
  [`1 | Sở Tư pháp | 42.95${ROW.slice(1)}`, 'C8: is no whole number such as 1.909'],
])('a row that cannot be used: %s', async (row, reason) => {
  const { counts, refused } = await countsIn(`${HEAD}\n${row}`)
  expect(counts).toEqual([])
  expect(refused.map(({ fault }) => inWords(fault.message))).toEqual([reason])
})

test('figures of no days are refused, unless the configuration names the days', async () => {
  const lines = `${HEAD.replace(/Từ ngày.*/, '')}\n1 | Sở Tư pháp | ${ROW}`
  expect((await countsIn(lines)).counts).toEqual([])
  const days = { from: '2025-01-01', to: '2025-03-31' }
  expect((await countsIn(lines, { ...SETTINGS, days })).counts).toMatchObject([days])
})
