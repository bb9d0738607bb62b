import { vietnamInstant } from '@cchc/domain'
import { expect, test } from 'vitest'
import { parseIsoTime, parsePortalTime } from '../src/index.ts'

test.each([
  ['21/09/2022 07:05:09', '2022-09-21T00:05:09.000Z'],
  ['20220921070509', '2022-09-21T00:05:09.000Z'],
  ['21/09/2022', '2022-09-20T17:00:00.000Z'],
  ['29/02/2024 00:00:00', '2024-02-28T17:00:00.000Z'],
  ['31/12/1999 23:59:59', '1999-12-31T16:59:59.000Z'],
])('%s', (text, instant) => {
  expect(parsePortalTime(text)).toBe(Date.parse(instant))
})

test.each([null, undefined, ''])('%s is not stated', (text) => {
  expect(parsePortalTime(text)).toBeNull()
})

test.each([
  '29/02/2023',
  '31/04/2022',
  '00/01/2022',
  '01/13/2022',
  '1/1/2022',
  '21/09/2022 24:00:00',
  '21/09/2022 10:60:00',
  '21/09/2022T10:00:00',
  '21/09/2022 10:00',
  '21/09/2022 10:00:00 ',
  '2022-09-21T00:00:00Z',
  '20220931000000',
  '2022092100000x',
  '0000-00-00T00:',
  'Đang xử lý',
])('%s is no time', (text) => {
  expect(parsePortalTime(text)).toBeNaN()
})

test('agrees with the calendar on every day of four centuries', () => {
  for (let year = 1900; year <= 2300; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 31; day++) {
        const text = [day, month, year].map((n) => String(n).padStart(2, '0')).join('/')
        const expected = vietnamInstant({ year, month, day })
        if (!Object.is(parsePortalTime(text), expected)) expect.fail(text)
      }
    }
  }
})

const NINE = Date.parse('2022-09-21T09:00:00+07:00')

test.each([
  ['2022-09-21T02:00:00.000+0000', NINE],
  ['2022-09-21T09:00:00.000+0700', NINE],
  ['2022-09-21T09:00:00+07:00', NINE],
  ['2022-09-21T02:00:00Z', NINE],
  ['2021-12-31T17:00:00.000+0000', Date.parse('2022-01-01T00:00:00+07:00')],
  ['', null],
  [undefined, null],
  [null, null],
  ['2022-02-31T02:00:00.000+0000', Number.NaN],
  ['2022-02-21T25:00:00.000+0000', Number.NaN],
  ['21/09/2022', Number.NaN],
  ['2022-09-21', Number.NaN],
  [1663725600000, Number.NaN],
])('%j is the instant %j', (written, instant) => {
  expect(parseIsoTime(written)).toBe(instant)
})
