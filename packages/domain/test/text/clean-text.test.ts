import { expect, test } from 'vitest'
import { cleanText, cleanTexts } from '../../src/index.ts'

test.each([
  ['Ca\u0302\u0301p', 'Cấp'],
  ['a\tb\nc', 'a\tb\nc'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['Cấp\u000bphép\fsố', 'Cấp phép số'],
  ['a\u0000b\u007fc\u009fd', 'a\ufffdb\ufffdc\ufffdd'],
  ['a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ['a\ufffeb\uffff', 'a\ufffdb\ufffd'],
  ['giữ 😀', 'giữ 😀'],
])('%j becomes %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected)
  expect(cleanText(cleanText(text))).toBe(expected)
})

test('reaches every depth and leaves clean values as they are', () => {
  const clean = { a: ['Cấp', { b: 1, c: null }], d: undefined, e: Number.NaN }
  expect(cleanTexts(clean)).toBe(clean)
  expect(cleanTexts({ a: ['x\u0000', { b: 'y\ud800' }], n: 1 })).toEqual({
    a: ['x\ufffd', { b: 'y\ufffd' }],
    n: 1,
  })
})
