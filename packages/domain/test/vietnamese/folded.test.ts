import { expect, test } from 'vitest'
import { fileNameOf, folded } from '../../src/index.ts'

test.each([
  ['Đúng hẹn', 'dung hen'],
  ['ĐỊA PHƯƠNG', 'dia phuong'],
  ['Tỷ lệ'.normalize('NFD'), 'ty le'],
  [' Tỷ \u00a0 đồng\n', 'ty dong'],
  ['H16.1 (%)', 'h16.1 (%)'],
  [' ', ''],
])('folds %j to %j', (text, words) => {
  expect(folded(text)).toBe(words)
})

test('the name of a file has no diacritics and no spaces', () => {
  expect(fileNameOf('tt01-06a_UBND phường Đông Kinh_2026-M01')).toBe(
    'tt01-06a_UBND-phuong-Dong-Kinh_2026-M01',
  )
  expect(fileNameOf('a/b: c')).toBe('a-b-c')
})
