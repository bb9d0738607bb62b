import { inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { listDates } from '../src/dossiers/date-order.ts'
import { heldBy } from '../src/dossiers/held-by.ts'
import { dossiersIn, SETTINGS } from './tables.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)

const HEAD_OF_DATES = 'Mã hồ sơ | Đơn vị | Ngày tiếp nhận | Ngày trả kết quả'

test('one date that only the month first explains tells of all of them, and the list says so', async () => {
  const { dossiers, warnings } = await dossiersIn(`${HEAD_OF_DATES}
A-1 | Sở Tư pháp | 7/8/2025 8:00 | 7/15/2025
A-2 | Sở Tư pháp | 7/9/2025 | `)
  expect(dossiers).toMatchObject([
    { receivedAt: at('2025-07-08T08:00:00'), returnedAt: at('2025-07-15T00:00:00') },
    { receivedAt: at('2025-07-09T00:00:00') },
  ])
  expect(warnings.map((note) => inWords(note))).toContain(
    'its dates are written with the month first, such as 12/20/2022, and were read so',
  )
  const both = await dossiersIn(`${HEAD_OF_DATES}
A-1 | Sở Tư pháp | 13/8/2025 |
A-2 | Sở Tư pháp | 7/15/2025 |
A-3 | Sở Tư pháp | 7/8/2025 |`)
  expect(both.dossiers.map(({ receivedAt }) => receivedAt)).toEqual([
    at('2025-08-13T00:00:00'),
    at('2025-08-07T00:00:00'),
  ])
  expect(both.refused).toHaveLength(1)
})

test('real dates among texts whose days are no months were turned round by a program, and are refused', async () => {
  const dates = (days: readonly string[]) => {
    const rows = days.map((text) => ({
      text,
      code: '',
      ...(text.includes('T') && { moment: text }),
    }))
    const places = new Map([['receivedAt', 0] as const])
    const grid = rows.map((cell, line) => ({ line, cells: [cell] }))
    return [...listDates(grid, places).exchanged]
  }
  const turned = ['2025-05-07T00:00:00', '2025-06-07T00:00:00', '2025-12-07T00:00:00']
  expect(dates([...turned, '15/7/2025'])).toEqual([0])
  expect(dates([...turned, '15/7/2025', '5/7/2025'])).toEqual([])
  expect(dates(turned)).toEqual([])
  expect(dates([...turned, '2025-07-20T00:00:00', '15/7/2025'])).toEqual([])
})

test.each([
  ['2026/10/05', '2026-10-05T00:00:00'],
  ['ngày 05/10/2026', '2026-10-05T00:00:00'],
  ['05 tháng 10 năm 2026', '2026-10-05T00:00:00'],
  ['Ngày 5 tháng 10 năm 2026 8:05', '2026-10-05T08:05:00'],
  ['05-Oct-2026', '2026-10-05T00:00:00'],
  ['5-thg 10-26', '2026-10-05T00:00:00'],
  ['20261005', '2026-10-05T00:00:00'],
  ['05.10.2026 08g30', '2026-10-05T08:30:00'],
  ['2026-10-05T08:30:00+07:00', '2026-10-05T08:30:00'],
  ['2026-10-05T18:30:00Z', '2026-10-06T01:30:00'],
  ['2026-10-05 18:30:00.000', '2026-10-05T18:30:00'],
])('a date that is written %s', async (written, meant) => {
  const head = 'Mã hồ sơ | Đơn vị | Ngày tiếp nhận'
  const { dossiers } = await dossiersIn(`${head}\nA-1 | Sở Tư pháp | ${written}`)
  expect(dossiers[0]?.receivedAt).toBe(at(meant))
})

test.each(['31 tháng 2 năm 2026', '20261305', '05-Foo-2026', '2026/13/05'])(
  'what is no day is none: %s',
  async (written) => {
    const head = 'Mã hồ sơ | Đơn vị | Ngày tiếp nhận'
    const { dossiers, refused } = await dossiersIn(`${head}\nA-1 | Sở Tư pháp | ${written}`)
    expect([dossiers.length, refused.length]).toEqual([0, 1])
  },
)

test.each([
  ['Ngày nộp hồ sơ', 'Ngày trả dự kiến', 'Ngày trả kết quả thực tế', ['dueAt', 'returnedAt']],
  ['Tiếp nhận lúc', 'Ngày hoàn thành theo quy định', 'Ngày kết thúc', ['dueAt', 'finishedAt']],
  ['Ngày tiếp nhận', 'Dự kiến trả', 'Ngày nhận kết quả', ['dueAt', 'returnedAt']],
  ['Ngày nhận HS', 'Ngày phải trả', 'Ngày yêu cầu bổ sung', ['dueAt']],
  ['Ngày nộp', 'Ngày nhận bổ sung', 'Ngày trả lại bổ sung', []],
])('days by their heads: %s, %s, %s', async (received, second, third, meant) => {
  const { list } = await dossiersIn(
    `Số phiếu tiếp nhận | Đơn vị | ${received} | ${second} | ${third}\nA-1 | Sở Tư pháp | 01/07/2025 | |`,
  )
  const { places } = list.columns
  expect(places.get('receivedAt')).toBe(2)
  const days = ['dueAt', 'finishedAt', 'returnedAt'] as const
  expect(days.filter((field) => places.has(field))).toEqual(meant)
})

test('a month by its name is that of the calendar where dossiers came on days that only this one has', async () => {
  const held = async (last: string) => {
    const { dossiers, list } = await dossiersIn(
      `Danh sách hồ sơ tháng 8/2025\nMã hồ sơ | Đơn vị | Ngày tiếp nhận\nA-1 | Sở Tư pháp | 01/08/2025\nA-2 | Sở Tư pháp | ${last}`,
    )
    const read = { table: list, dossiers, refused: [], settings: SETTINGS }
    const { from, to } = heldBy(read)?.days ?? {}
    return [from, to]
  }
  expect(await held('14/08/2025')).toEqual(['2025-07-15', '2025-08-14'])
  expect(await held('20/08/2025')).toEqual(['2025-08-01', '2025-08-31'])
})
