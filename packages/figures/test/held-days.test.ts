import { inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { gapsOfHeld, type PlacedHeldDays } from '../src/coverage/held-days.ts'
import { COVERAGE_VIETNAMESE } from '../src/index.ts'

const YEAR = { from: '2024-12-15', to: '2025-12-14' }
const list = (days: Partial<PlacedHeldDays> = {}): PlacedHeldDays => ({
  ...{ organisations: ['H16.53'], ...YEAR, asOf: '2025-12-20', openBefore: true },
  ...days,
})

const gaps = (lists: readonly PlacedHeldDays[], of = {}) =>
  gapsOfHeld(lists, { source: 'tệp', days: YEAR, nameOf: (code) => code, ...of }).map(
    ({ message, known }) => [inWords(message, COVERAGE_VIETNAMESE), known.length],
  )

const QUARTERS = [
  { from: '2024-12-15', to: '2025-03-14' },
  { from: '2025-03-15', to: '2025-06-14' },
  { from: '2025-06-15', to: '2025-12-14' },
]

test.each([
  ['holds the days', [list()]],
  [
    'holds others within its days',
    [list(), list({ from: '2025-02-01', to: '2025-02-28', asOf: '2025-02-28', openBefore: false })],
  ],
  ['holds more', [list({ from: '2023-01-01', to: '2026-01-01', openBefore: false })]],
  ['is continued by others', QUARTERS.map((days) => list({ ...days, asOf: days.to }))],
  [
    'is of received dossiers as they stood later',
    QUARTERS.map((days, index) => list({ ...days, openBefore: index === 0 })),
  ],
])('nothing is missing where a list %s', (_what, lists) => {
  expect(gaps(lists)).toEqual([])
})

test.each([
  [
    'ends too early',
    [list({ to: '2025-12-10', asOf: '2025-12-10' })],
    'kết thúc sớm đối với H16.53: thiếu từ ngày 11/12/2025 đến ngày 14/12/2025',
  ],
  [
    'begins too late',
    [list({ from: '2025-01-01' })],
    'bắt đầu muộn đối với H16.53: thiếu từ ngày 15/12/2024 đến ngày 31/12/2024',
  ],
  ['is of other days', [list({ from: '2026-01-01', to: '2026-02-01' })], 'không có gì của H16.53'],
  [
    'leaves days out',
    [list({ to: '2025-03-14' }), list({ from: '2025-03-16' })],
    'bắt đầu muộn đối với H16.53: thiếu từ ngày 15/12/2024 đến ngày 15/3/2025',
  ],
])('a list that %s is told', (_what, lists, said) => {
  expect(gaps(lists)).toEqual([[expect.stringContaining(said), 0]])
})

test('without what was open before only what was received is known', () => {
  expect(gaps([list({ openBefore: false })])).toEqual([
    [expect.stringContaining('chưa biết hồ sơ từ kỳ trước chuyển sang'), 2],
  ])
})

test('lists that do not tell how earlier dossiers went on give what was received, and say of which', () => {
  const lists = QUARTERS.map((days, index) =>
    list({ ...days, asOf: days.to, openBefore: index === 0 }),
  )
  const said = expect.stringMatching(
    /sau ngày 14\/3\/2025 các hồ sơ của H16\.53 tiếp nhận trước ngày 15\/3\/2025 .* sau ngày 14\/12\/2025/,
  )
  expect(gaps(lists)).toEqual([[said, 2]])
  expect(gaps(lists, { days: QUARTERS[0] })).toEqual([])
  expect(gaps(lists, { days: QUARTERS[2] })).toEqual([[expect.any(String), 2]])
})

test('a list in which all have ended tells for ever how they went on', () => {
  const [first, second, third] = QUARTERS.map((days) =>
    list({ ...days, asOf: days.to, openBefore: false }),
  )
  const lists = [first, second, third].flatMap((one) => one ?? [])
  const over = lists.map((one) => ({ ...one, ended: true }))
  expect(gaps([...over.slice(0, 2), ...lists.slice(2)], { days: QUARTERS[2] })).toEqual([])
  const carriedLater = lists.map((one, index) => ({ ...one, openBefore: index === 2 }))
  expect(gaps(carriedLater, { days: QUARTERS[2] })).toEqual([[expect.any(String), 2]])
})

test('units that lack the same are told together; those not asked for, and those that are stated, are not', () => {
  const early = list({
    organisations: ['H16.53', 'H16.54', 'H16.31.02'],
    to: '2025-12-10',
    asOf: '2025-12-10',
  })
  expect(gaps([early, list({ organisations: ['H16.55'] })])).toEqual([
    [expect.stringContaining('đối với H16.31.02, H16.53, H16.54:'), 0],
  ])
  expect(gaps([early], { organisation: 'H16.31' })).toEqual([
    [expect.stringContaining('đối với H16.31.02:'), 0],
  ])
  expect(gaps([early], { organisation: 'H16.56' })).toEqual([])
  expect(gaps([early], { stated: ['H16.53', 'H16.54', 'H16.31'] })).toEqual([])
})

test('a unit that ended within the period has to be held as long as it was there, at its successor', () => {
  const places = new Map([['H16.31', { holder: 'H16.201', from: null, to: '2025-06-30' }]])
  const old = (to: string) => list({ organisations: ['H16.31'], to, asOf: to, places })
  const of = { organisation: 'H16.201' }
  expect(gaps([old('2025-06-30')], of)).toEqual([])
  expect(gaps([old('2025-06-20')], of)).toEqual([
    [expect.stringContaining('thiếu từ ngày 21/6/2025 đến ngày 30/6/2025'), 0],
  ])
})
