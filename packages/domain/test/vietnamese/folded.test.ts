import { expect, test } from 'vitest'
import { folded } from '../../src/index.ts'

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
