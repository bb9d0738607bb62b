import { DossierCount, Field, inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { countRows } from '../src/counts/count-table.ts'
import { fieldCodeOf } from '../src/field-code.ts'
import { understand } from '../src/understand.ts'
import { Units } from '../src/units.ts'
import { countsIn, SETTINGS, understood } from './tables.ts'

const HEAD = `
UBND TỈNH ĐẮK NÔNG
TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC
Từ ngày 15/6/2025 đến ngày 14/9/2025
STT | Đơn vị | Số hồ sơ nhận giải quyết | | | | Số hồ sơ đã giải quyết | | | | Số hồ sơ đang giải quyết | |
 | | Tổng số | Trong kỳ | | Từ kỳ trước | Tổng số | Trước hạn | Đúng hạn | Quá hạn | Tổng số | Trong hạn | Quá hạn
 | | | Trực tuyến | Trực tiếp, dịch vụ bưu chính | | | | | | | |
(1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13)`

test('Form II.06a by units: sections and totals are checked and not counted', async () => {
  const { counts, refused, warnings } = await countsIn(`${HEAD}
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
  expect(warnings.map((note) => inWords(note))).toEqual([
    'C13: states 1171 in all, and the rows add up to 1170',
  ])
})

test('Form II.06a by fields is a row of the unit that reports and one of each field; a total that is wrong is refused', async () => {
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
    { organisationCode: 'H16.53', fieldCode: null, ...days, counts: { receivedTotal: 100 } },
    { organisationCode: 'H16.53', fieldCode: 'G15-TP02', ...days, counts: { receivedTotal: 60 } },
    { fieldCode: 'ly-lich-tu-phap', counts: { receivedTotal: 40, pendingOverdue: 1 }, place: 'B8' },
  ])
  expect(sound.fields).toEqual([
    { code: 'G15-TP02', name: 'Hộ tịch' },
    { code: 'ly-lich-tu-phap', name: 'Lý lịch tư pháp' },
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

const FIGURES = '100 | 60 | 30 | 10 | 80 | 70 | 8 | 2 | 20 | 19 | 1'
const FORM_HEAD = HEAD.split('\n').slice(4).join('\n')

test('several tables on one sheet are each read with the days and the unit above them', async () => {
  const byFields = FORM_HEAD.replace('Đơn vị |', 'Lĩnh vực |')
  const { tables } = await understood(`
Từ ngày 15/6/2025 đến ngày 14/9/2025
${FORM_HEAD}
1 | Sở Tư pháp | ${FIGURES}
Đơn vị báo cáo: Sở Xây dựng
${byFields}
1 | Nhà ở | ${FIGURES}
Đơn vị báo cáo: UBND xã Nhân Cơ
Từ ngày 15/9/2025 đến ngày 14/10/2025
${byFields}
1 | Hộ tịch | ${FIGURES}
${byFields}
2 | Đất đai | ${FIGURES}`)
  const read = tables.flatMap((table) =>
    table.kind === 'counts' ? countRows(table, { settings: SETTINGS, document: 't' }).counts : [],
  )
  const wholes = read.filter(({ fieldCode }) => fieldCode === null)
  expect(wholes.map((one) => [one.organisationCode, one.from, one.counts.receivedTotal])).toEqual([
    ['H16.53', '2025-06-15', 100],
    ['H16.54', '2025-06-15', 100],
    ['H16.31.02', '2025-09-15', 200],
  ])
})

test('a form of a province: sections, units and their fields, as the hub itself writes it', async () => {
  const { counts, warnings, refused } = await countsIn(`
Từ ngày 15/6/2025 đến ngày 14/9/2025
${FORM_HEAD.replace('Đơn vị |', 'Lĩnh vực, công việc giải quyết theo cấp |')}
I | Sở, ban, ngành | ${FIGURES}
1 | Sở Tư pháp | ${FIGURES}
1.1 | Hộ tịch | 60 | 40 | 15 | 5 | 50 | 45 | 4 | 1 | 10 | 10 | 0
1.2 | Công chứng | 40 | 20 | 15 | 5 | 30 | 25 | 4 | 1 | 10 | 9 | 1
 | Tổng số | ${FIGURES}`)
  expect([warnings, refused]).toEqual([[], []])
  expect(
    counts.map((one) => [one.organisationCode, one.fieldCode, one.counts.receivedTotal]),
  ).toEqual([
    ['H16.53', null, 100],
    ['H16.53', 'G15-TP02', 60],
    ['H16.53', 'cong-chung', 40],
  ])
})

test.each([
  ['above the table', 'Từ ngày 15/6/2025 đến ngày 14/9/2025', 'quy 1 2024', ['2025-06-15', 'head']],
  ['as portals write it', 'Từ ngày: 15/6/2025 - Đến ngày: 14/9/2025', 'x', ['2025-06-15', 'head']],
  [
    'with hours',
    'Thời gian: 15/06/2025 00:00:00 đến 14/09/2025 23:59',
    'x',
    ['2025-06-15', 'head'],
  ],
  ['as a period above it', 'Quý III năm 2025', 'quy 1 2024', ['2025-06-15', 'period']],
  ['in the name of the file', '', 'II06a 15-06-2025_14-09-2025', ['2025-06-15', 'name']],
  ['in ISO in the name of the file', '', 'II06a 2025-06-15_2025-09-14', ['2025-06-15', 'name']],
  ['as a period in the name of the file', '', 'II06a_Q3-2025', ['2025-06-15', 'name']],
])('the days of a form stand %s', async (_where, line, name, [from, daysIn] = []) => {
  const text = `${line}\n${FORM_HEAD}\n1 | Sở Tư pháp | ${FIGURES}`.trim()
  const bytes = new TextEncoder().encode(text.replaceAll(/ *\| */g, '|'))
  const { tables } = await understand({ name: `${name}.csv`, bytes }, SETTINGS)
  expect(tables[0]?.preface).toMatchObject({ days: { from, to: '2025-09-14' }, daysIn })
})

test('codes of fields whose files give names alone are their words, of long ones a beginning and a digest', () => {
  expect(fieldCodeOf('Hộ tịch')).toBe('ho-tich')
  const long = 'Phòng, chống tệ nạn xã hội và bảo trợ xã hội tại cộng đồng dân cư'
  expect(fieldCodeOf(long)).toMatch(/^phong-chong-te-nan.*-[0-9a-f]{8}$/)
  expect(fieldCodeOf(long)).not.toBe(fieldCodeOf(`${long} khác`))
  for (const name of ['Hộ tịch', long])
    expect(Field.shape.code.safeParse(fieldCodeOf(name)).success).toBe(true)
})

test.each([
  ['Biểu số II.07b|Số lượng TTHC có quy trình nội bộ', 'is Form II.07b, which is not kept'],
  ['Nguyên nhân quá hạn|Số lượng', 'tells why dossiers are late, which is not kept'],
])('%s is told as not kept', async (line, said) => {
  const { warnings } = await understood(`${line}\nA|1`)
  expect(warnings.map((one) => inWords(one))).toEqual([expect.stringContaining(said)])
})

test.each([
  [
    "UBND HUYỆN ĐẮK R'LẤP\nUBND XÃ NHÂN CƠ",
    'the last of one level: its superior stands above it',
    'H16.702',
  ],
  [
    "UBND XÃ NHÂN CƠ\nUBND HUYỆN ĐẮK R'LẤP\nUBND TỈNH ĐẮK NÔNG",
    'not a higher one below',
    'H16.701',
  ],
  ['UBND TỈNH ĐẮK NÔNG\nSỞ NỘI VỤ\nPHÒNG CẢI CÁCH HÀNH CHÍNH', 'the lowest', 'H16.55.01'],
  [
    "UBND HUYỆN ĐẮK R'LẤP\nĐơn vị báo cáo: UBND xã Nhân Cơ\nĐơn vị nhận báo cáo: Sở Nội vụ\nSở Nội vụ",
    'the one that is named as reporting',
    'H16.702',
  ],
])('%j above a form: %s', async (above, _why, code) => {
  const units = new Units({
    ...{ 'UBND tỉnh Đắk Nông': 'H16', "UBND huyện Đắk R'lấp": 'H16.701', 'Sở Nội vụ': 'H16.55' },
    ...{ 'UBND xã Nhân Cơ': 'H16.702', 'Phòng Cải cách hành chính': 'H16.55.01' },
  })
  const byFields = FORM_HEAD.replace('Đơn vị |', 'Lĩnh vực |')
  const { counts } = await countsIn(
    `${above}\nTừ ngày 15/6/2025 đến ngày 14/9/2025\n${byFields}\n1 | Hộ tịch | ${FIGURES}`,
    { ...SETTINGS, units },
  )
  expect(counts.map(({ organisationCode }) => organisationCode)).toEqual([code, code])
})
