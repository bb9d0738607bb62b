import { unreadableReason } from '@cchc/connector-kit'
import { Dossier, inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { namedFields } from '../src/dossiers/dossier-rows.ts'
import { FillDown } from '../src/dossiers/fill-down.ts'
import { dossiersIn, SETTINGS, understood } from './tables.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)

const LIST = `
UBND TỈNH ĐẮK NÔNG
DANH SÁCH HỒ SƠ TIẾP NHẬN
(Từ ngày 01/7/2025 đến ngày 30/9/2025)
STT | Mã hồ sơ | Chủ hồ sơ | Số CCCD | Thủ tục hành chính | Mã TTHC | Cơ quan giải quyết | Ngày tiếp nhận | Ngày hẹn trả | Ngày hoàn thành | Hình thức tiếp nhận | Trạng thái | Màu bìa
1 | 000.00.53.H16-250701-0001 | Nguyễn Văn Mít | 066123456789 | Cấp lý lịch tư pháp | 1.004875 | SỞ TƯ PHÁP | 01/07/2025 08:30 | 15/7/2025 | 10/07/2025 | Trực tuyến | Đã giải quyết xong | xanh
2 | 000.00.53.H16-250702-0002 | Trần Thị Ổi | 066987654321 | Cấp lý lịch tư pháp | | Sở tư pháp | 09:15 02/07/2025 | | | Bưu chính công ích | Đang xử lý | đỏ
Tổng số: 2 hồ sơ
`

test('a list with heads of its own: dates, channels, states, units; no column about people', async () => {
  const { dossiers, refused, warnings, list } = await dossiersIn(LIST)
  expect(refused).toEqual([])
  expect(dossiers).toMatchObject([
    {
      code: '000.00.53.H16-250701-0001',
      procedureCode: '1.004875',
      organisationCode: 'H16.53',
      channel: 'online',
      status: 'finished',
      receivedAt: at('2025-07-01T08:30:00'),
      dueAt: at('2025-07-15T23:59:59'),
      finishedAt: at('2025-07-10T00:00:00'),
      version: at('2025-07-10T00:00:00'),
    },
    { channel: 'postal', status: 'processing', finishedAt: null, dueAt: null },
  ])
  for (const dossier of dossiers) expect(Dossier.safeParse(dossier).success).toBe(true)
  expect(list.preface.days).toEqual({ from: '2025-07-01', to: '2025-09-30' })
  expect(warnings.map((note) => inWords(note))).toEqual([
    'tep.csv: columns that are not understood: Màu bìa',
  ])
  expect(JSON.stringify([dossiers, warnings])).not.toMatch(/Mít|Ổi|0661|0669/)
})

test('heads of two rows, lines that name the unit, a head that is printed again, a total that is wrong', async () => {
  const { dossiers, refused, warnings } = await dossiersIn(`
BÁO CÁO CHI TIẾT HỒ SƠ
TT | Thông tin hồ sơ | | Thời gian | | |
 | Số hồ sơ | Mã thủ tục | Tiếp nhận | Hẹn trả | Trả kết quả |
(1) | (2) | (3) | (4) | (5) | (6) |
I. Sở Xây dựng
1 | A-0001 | 1.004875.000.00.00.H16 | 45839,354166667 | 45850 | 2025-07-08
II. UBND Xã Nhân Cơ
 | Số hồ sơ | Mã thủ tục | Tiếp nhận | Hẹn trả | Trả kết quả |
1 | B-0001 | 2.000815 | 01/07/2025 | 03/07/2025 |
Tổng cộng | 3 | | | |
Người lập biểu
`)
  expect(refused).toEqual([])
  expect(dossiers).toMatchObject([
    { code: 'A-0001', organisationCode: 'H16.54', status: 'returned' },
    { code: 'B-0001', organisationCode: 'H16.31.02', status: 'processing' },
  ])
  expect(warnings.map((note) => inWords(note))).toContain('B10: states 3 dossiers, and 2 are there')
})

test('words that go with those above them, totals of parts of the list, days and hours as offices write them', async () => {
  const { dossiers, refused, warnings, list } = await dossiersIn(`
Số hồ sơ | Người nộp | | Thủ tục hành chính | | Tiếp nhận | | Hẹn trả | Kết quả | | Đơn vị
 | Họ tên | Mã | Mã | Tên | Ngày | Hình thức | | Ngày có KQ | Ngày trả |
A-0001 | Mít | 066123456789 | 1.004875 | Cấp lý lịch tư pháp | 1/7/25 | BCCI | 15/7/25 | 9/7/25 9:05 CH | 10/7/25 | Xã Nhân Cơ
Cộng tháng 7 | | | | | 1 | | | | |
A-0002 | Ổi | 066123456788 | 1.004875 | Cấp lý lịch tư pháp | 1/8/25 12:30 SA | Trực tuyến | | | | UBND XÃ NHÂN CƠ
Cộng tháng 8 | | | | | 3 | | | | |
Tổng cộng | | | | | 2 | | | | |
`)
  expect(refused).toEqual([])
  expect(dossiers).toMatchObject([
    {
      ...{
        organisationCode: 'H16.31.02',
        channel: 'postal',
        receivedAt: at('2025-07-01T00:00:00'),
      },
      ...{ finishedAt: at('2025-07-09T21:05:00'), returnedAt: at('2025-07-10T00:00:00') },
    },
    { organisationCode: 'H16.31.02', receivedAt: at('2025-08-01T00:30:00'), finishedAt: null },
  ])
  expect(list.columns.personal).toEqual(['Người nộp – Họ tên', 'Người nộp – Mã'])
  expect(warnings.map((note) => inWords(note))).toEqual(['F6: states 3 dossiers, and 2 are there'])
})

test('what a list has no column for is told, with what its dossiers count as', async () => {
  const told = async (heads: string) => {
    const { warnings } = await understood(`${heads}\n${KNOWN} | 02/07/2025 | 03/07/2025 | x`)
    return warnings.map((note) => inWords(note))
  }
  const heads = 'Mã hồ sơ | Mã TTHC | Đơn vị | Ngày tiếp nhận'
  expect(await told(heads)).toEqual([
    expect.stringContaining('no column says how dossiers were handed in'),
    expect.stringContaining('no column says when dossiers are due'),
    expect.stringContaining('no column says when dossiers ended'),
  ])
  expect(await told(`${heads} | Ngày hẹn trả | Ngày trả | Hình thức nộp`)).toEqual([])
})

test('a finished dossier of the day of its reception is not finished before it', async () => {
  const { dossiers } = await dossiersIn(`
Mã hồ sơ | Mã TTHC | Đơn vị | Ngày nhận | Ngày trả kết quả
H16.53-250701-0001 | 1.004875 | | 01/07/2025 15:30 | 01/07/2025`)
  expect(dossiers).toMatchObject([
    { organisationCode: 'H16.53', finishedAt: at('2025-07-01T15:30:00'), status: 'returned' },
  ])
})

const KNOWN = 'A-1 | 1.004875 | Sở Tư pháp | 01/07/2025'

test.each([
  ['A-1 | 1.004875 | Sở Lạ | 01/07/2025 | |', 'C2: names a unit that is not known'],
  ['A-1 | 1.004875 | Phòng Tư pháp 1 | 01/07/2025 | |', 'C2: names several units'],
  ['A-1 | 1.004875 | Sở Tư pháp | 31/02/2025 | |', 'D2: is no date such as 20/12/2022 08:30'],
  ['A-1 | 1.004875 | Sở Tư pháp | | |', 'D2: says no day of reception'],
  [`${KNOWN} | | Lạ lùng`, 'F2: is no state of a dossier that is known'],
  [`${KNOWN} | | Đã giải quyết`, 'F2: is finished, and no day says when'],
  ['A-1 | 1.00487 | Sở Tư pháp | 01/07/2025 | |', 'B2: is no code of a procedure such as 1.004875'],
  ['A-1 | 1.004875 | | 01/07/2025 | |', 'A2: nothing says whose dossier it is'],
])('a row that cannot be used: %s', async (row, reason) => {
  const head =
    'Mã hồ sơ | Mã TTHC | Đơn vị giải quyết | Ngày tiếp nhận | Ngày hoàn thành | Trạng thái'
  const { dossiers, refused } = await dossiersIn(`${head}\n${row}`)
  expect(dossiers).toEqual([])
  expect(refused.map((one) => inWords(unreadableReason(one)?.message ?? ''))).toEqual([reason])
})

test('procedures and fields without codes count under their names, and a list that names none still counts', async () => {
  const { dossiers, refused, list } = await dossiersIn(`
Mã hồ sơ | TTHC | Mã TTHC | Lĩnh vực | Mã lĩnh vực | Đơn vị | Ngày tiếp nhận
A-1 | Chứng thực bản sao | | Chứng thực | | Sở Tư pháp | 01/07/2025
A-2 | Đăng ký  khai sinh | QT-01 | HỘ TỊCH | | Sở Tư pháp | 01/07/2025
A-3 | | QT-02 | Đất đai | G15-DD | Sở Tư pháp | 01/07/2025
A-4 | | | đất đai | | Sở Tư pháp | 01/07/2025
A-5 | Cấp thẻ cho ông Mít, CCCD 066 123 456 789 | | | | Sở Tư pháp | 01/07/2025
A-6 | Cấp lý lịch tư pháp | | | | Sở Tư pháp | 01/07/2025
A-7 | ${'Cấp giấy phép '.repeat(40)} loại B | | | | Sở Tư pháp | 01/07/2025
`)
  expect(refused).toEqual([])
  const read = dossiers.map(({ procedureCode, fieldCode }) => [procedureCode, fieldCode])
  expect(read.slice(0, 6)).toEqual([
    ['ten.chứng thực bản sao', 'chung-thuc'],
    ['ten.đăng ký khai sinh', 'G15-TP02'],
    ['ten.qt 02', 'G15-DD'],
    ['khong-neu', 'G15-DD'],
    ['khong-neu', null],
    ['1.004875', null],
  ])
  expect(read[6]?.[0]).toMatch(/^ten\.cấp giấy phép .* loại b$/)
  for (const dossier of dossiers) expect(Dossier.safeParse(dossier).success).toBe(true)
  expect(namedFields(list, SETTINGS)).toEqual([
    { code: 'chung-thuc', name: 'Chứng thực' },
    { code: 'G15-TP02', name: 'HỘ TỊCH' },
    { code: 'G15-DD', name: 'Đất đai' },
  ])
})

test('of several days the reception counts, and how a result is fetched is no way of handing in', async () => {
  const { dossiers, warnings } = await dossiersIn(`
STT | Mã hồ sơ | Đơn vị | Nhận và trả kết quả | | | | Trả kết quả | |
 | | | Ngày nộp | Ngày, tháng, năm tiếp nhận | Ngày hẹn trả kết quả | Phương thức nhận kết quả | Ngày, tháng, năm | Ký nhận
1 | A-1 | Sở Tư pháp | 28/06/2025 | 01/07/2025 | 04/07/2025 | Trực tuyến | 03/07/2025 | x`)
  expect(dossiers).toMatchObject([
    { receivedAt: at('2025-07-01T00:00:00'), returnedAt: at('2025-07-03T00:00:00'), channel: null },
  ])
  expect(warnings.map((note) => inWords(note))).toEqual([
    expect.stringContaining('no column says how dossiers were handed in'),
  ])
})

test('units that are named once go for the rows below them, and the list says so; else a row without is refused', async () => {
  const { dossiers, refused, warnings } = await dossiersIn(`
Đơn vị | Mã HS | Ngày TN | Ngày xong | Tình trạng
Sở Tư pháp | A-1 | 01/07/2025 | 02/07/2025 | Xong
 | A-2 | 01/07/2025 | | Đang làm
Cộng Sở Tư pháp | 2 | | |
Sở Xây dựng | A-3 | 01/07/2025 | |
 | A-4 | 01/07/2025 | |`)
  expect(refused).toEqual([])
  expect(dossiers.map(({ organisationCode }) => organisationCode)).toEqual([
    ...['H16.53', 'H16.53', 'H16.54', 'H16.54'],
  ])
  expect(warnings.map((note) => inWords(note))).toContain(
    'each unit is named once, so that rows without one are those of the unit above',
  )
  const sometimes = await dossiersIn(`
Đơn vị | Mã HS | Ngày TN
Sở Tư pháp | A-1 | 01/07/2025
 | A-2 | 01/07/2025
Sở Tư pháp | A-3 | 01/07/2025`)
  expect(sometimes.dossiers.map(({ code }) => code)).toEqual(['A-1', 'A-3'])
  expect(sometimes.refused).toHaveLength(1)
})

test('a merged cell is that of each row that it stretches over', () => {
  const cell = (text: string) => ({ text, code: text, ...(text === '^' && COVERED) })
  const row = (...texts: string[]) => ({ line: 1, cells: texts.map(cell) })
  const places = new Map([['organisationName', 0] as const, ['procedureName', 1] as const])
  const rows = [row('Sở A', 'X'), row('^', ''), row('Sở A', '^')]
  const down = new FillDown(rows, places)
  const texts = () => rows.map((one) => down.fill(one).cells.map(({ text }) => text))
  expect(texts()).toEqual([
    ['Sở A', 'X'],
    ['Sở A', ''],
    ['Sở A', ''],
  ])
  down.interrupt()
  expect(down.fill(row('^', '^')).cells.map(({ text }) => text)).toEqual(['', ''])
})

const COVERED = { text: '', code: '', covered: true as const }

test.each([
  ['Chưa hoàn thành', 'processing'],
  ['Chuyển liên thông', 'processing'],
  ['Kết thúc', 'finished'],
  ['Đã đóng', 'finished'],
  ['Hoàn thành', 'finished'],
  ['Hủy', 'stopped'],
])('a state that is written %s', async (written, status) => {
  const head = 'Mã hồ sơ | Đơn vị | Ngày tiếp nhận | Ngày hoàn thành | Trạng thái'
  const row = `A-1 | Sở Tư pháp | 01/07/2025 | 02/07/2025 | ${written}`
  expect((await dossiersIn(`${head}\n${row}`)).dossiers).toMatchObject([{ status }])
})

test('dossiers below a line that names an unknown unit are refused, not counted for the one above', async () => {
  const { dossiers, refused } = await dossiersIn(`
Mã hồ sơ | Mã TTHC | Ngày tiếp nhận
I. Sở Tư pháp | |
A-1 | 1.004875 | 01/07/2025
II. Sở Lạ | |
A-2 | 1.004875 | 01/07/2025
III. Phòng Tư pháp 1 | |
A-3 | 1.004875 | 01/07/2025
Thủ tục về đất | |
A-4 | 1.004875 | 01/07/2025
IV - UBND xã Nhân Cơ | |
A-5 | 1.004875 | 01/07/2025`)
  expect(dossiers).toMatchObject([
    { code: 'A-1', organisationCode: 'H16.53' },
    { code: 'A-5', organisationCode: 'H16.31.02' },
  ])
  expect(refused.map((one) => inWords(unreadableReason(one)?.message ?? ''))).toEqual([
    'A4: names a unit that is not known',
    'A6: names several units',
    'A6: names several units',
  ])
})

test('heads of the configuration come first; what holds no table is named', async () => {
  const heads = new Map([
    ['so bn', 'code'],
    ['nhap ngay', 'receivedAt'],
  ])
  const settings = { ...SETTINGS, heads, organisation: 'H16.53' }
  const lines = 'Số BN | Nhập ngày | Tên thủ tục\nX/1 | 1/7/2025 | Cấp lý lịch tư pháp'
  const { dossiers } = await dossiersIn(lines, settings)
  expect(dossiers).toMatchObject([{ code: 'X/1', organisationCode: 'H16.53' }])
  const { warnings } = await understood('Danh bạ\nTên | Số\nA | 1')
  expect(warnings.map((note) => inWords(note))).toEqual([
    'tep.csv: no list of dossiers and no form was found',
  ])
})

test('a list whose heads nobody understands is told with its heads, not with what stands below or instead of them', async () => {
  const told = async (lines: string) =>
    (await understood(lines)).warnings.map((note) => inWords(note))
  const rows = `1 | A-250701-0001 | Nguyễn Văn Mít | 01/07/2025
2 | A-250702-0002 | Trần Thị Ổi | 02/07/2025`
  expect(await told(`STT | Số BN | Khách | Nhập ngày\n${rows}`)).toEqual([
    expect.stringMatching(/Its columns are called: STT; Số BN; Khách; Nhập ngày\. If it is a list/),
  ])
  expect(await told(rows)).toEqual(['tep.csv: no list of dossiers and no form was found'])
  const heads = new Map([
    ['so bn', 'code'],
    ['nhap ngay', 'receivedAt'],
  ])
  const { tables } = await understood(`STT | Số BN | Khách | Nhập ngày\n${rows}`, {
    ...SETTINGS,
    heads,
  })
  expect(tables).toHaveLength(1)
})
