import { expect, test } from 'vitest'
import { feeAmount, feesOf } from '../src/fees.ts'
import { plainText } from '../src/plain-text.ts'

test.each([
  ['<p>Cấp giấy phép</p><p>xây dựng</p>', 'Cấp giấy phép xây dựng'],
  ['<b>Cấp</b>&nbsp;l&#7841;i', 'Cấp lại'],
  ['H&ocirc;̣ t&iacute;ch &amp; &quot;ch&#x1EE9;ng thực&quot;', 'Hộ tích & "chứng thực"'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['diện tích < 500 m2 và > 20 m2', 'diện tích < 500 m2 và > 20 m2'],
  ["Nghị quyết 'một cửa' &unknown;", "Nghị quyết 'một cửa' &unknown;"],
  ['Thu\u0309 tu\u0323c', 'Thủ tục'],
])('shows %j as a reader sees it', (text, expected) => {
  expect(plainText(text)).toBe(expected.normalize('NFC'))
})

test.each([
  ['Không', 0],
  ['không có', 0],
  ['0', 0],
  ['100.000', 100_000],
  ['1.250.000 đồng', 1_250_000],
  ['30,000 VNĐ', 30_000],
  ['5000', 5000],
  [20000, 20_000],
  ['', null],
  [null, null],
  ['Theo quy định của HĐND tỉnh', null],
  ['10.5', null],
])('reads the sum %j as %j', (text, expected) => {
  expect(feeAmount(text)).toBe(expected)
})

test('lists a fee that all channels share once, and tells phí from lệ phí', () => {
  const channel = (code: string) => ({
    THOIGIAN: { PHILEPHI: [{ MAPHILEPHI: code, SOTIEN: '50.000' }] },
  })
  const detail = { CACHTHUCTHUCHIEN: [channel("1'"), channel('1'), channel("2'"), channel('')] }
  expect(feesOf(detail)).toEqual([
    { kind: 'fee', amount: 50_000 },
    { kind: 'charge', amount: 50_000 },
    { kind: 'unknown', amount: 50_000 },
  ])
})

test('no channel is no statement about fees, a channel without fees is none', () => {
  expect(feesOf({})).toBeNull()
  expect(feesOf({ CACHTHUCTHUCHIEN: { KENH: '1', THOIGIAN: [] } })).toEqual([])
})
