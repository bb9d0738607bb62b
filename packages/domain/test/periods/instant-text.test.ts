import { describe, expect, it } from 'vitest'
import { instantText, parseInstant, UsageError } from '../../src/index.ts'

describe('parseInstant', () => {
  it.each([
    ['2022-12-20T08:30:15.123+07:00', '2022-12-20T08:30:15.123+07:00'],
    ['2022-12-20T01:30:00Z', '2022-12-20T08:30:00+07:00'],
    ['2022-12-19T20:30:00-05:00', '2022-12-20T08:30:00+07:00'],
    ['2022-12-20 08:30', '2022-12-20T08:30:00+07:00'],
    ['20/12/2022 8:30:05.5', '2022-12-20T08:30:05.500+07:00'],
    ['08:30 ngày 20/12/2022', '2022-12-20T08:30:00+07:00'],
    ['2022-12-20', '2022-12-20T23:59:59.999+07:00'],
    [' 1/2/2024 ', '2024-02-01T23:59:59.999+07:00'],
  ])('reads %s', (text, expected) => {
    expect(instantText(parseInstant(text))).toBe(expected)
  })

  it('reads what instantText writes', () => {
    for (const instant of [1_671_500_000_000, 1_671_500_000_001, 1_671_500_000_999]) {
      expect(parseInstant(instantText(instant))).toBe(instant)
    }
  })

  it.each([
    '',
    'yesterday',
    '2022-13-01',
    '2022-02-30',
    '31/4/2022',
    '2022-12-20T24:00',
    '12/2022',
    '2022-12-20T08:30:00+25:00',
    '2022-12-20T08:30:00+07:61',
  ])('refuses %s', (text) => {
    expect(() => parseInstant(text)).toThrow(UsageError)
  })
})
