import { expect, test } from 'vitest'
import { unitName } from '../src/propose/unit-name.ts'
import { looksLikeUnit, Units } from '../src/units.ts'

test.each([
  ['UBND XÃ NHÂN CƠ', 'UBND xã Nhân Cơ'],
  ['Xã Nhân Cơ', 'UBND xã Nhân Cơ'],
  ['Ủy ban nhân dân phường Bắc Gia Nghĩa', 'UBND phường Bắc Gia Nghĩa'],
  ['THÀNH PHỐ BUÔN MA THUỘT', 'UBND thành phố Buôn Ma Thuột'],
  ['SỞ TƯ PHÁP TỈNH THỬ NGHIỆM', 'Sở Tư pháp tỉnh Thử Nghiệm'],
  ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Sở Nông nghiệp và Môi trường'],
  ['SỞ CHƯA AI BIẾT', 'SỞ CHƯA AI BIẾT'],
  ['Sở Xây dựng', 'Sở Xây dựng'],
  ['Xã Nhân Cơ'.normalize('NFD'), 'UBND xã Nhân Cơ'],
])('%s is proposed as %s', (written, name) => {
  expect(unitName(written)).toBe(name)
})

test('a committee is known by its area, whichever of them the configuration writes', () => {
  const units = new Units({ 'UBND xã Nhân Cơ': 'H16.31.02', 'Phường Đông': 'H16.31.03' })
  for (const text of ['Xã Nhân Cơ', 'UBND XÃ NHÂN CƠ', 'Uỷ ban nhân dân xã Nhân Cơ'])
    expect(units.find(text), text).toEqual({ code: 'H16.31.02' })
  expect(units.find('UBND phường Đông')).toEqual({ code: 'H16.31.03' })
  expect(units.find('Nhân Cơ')).toEqual({ fault: 'unknown' })
})

test.each([
  ['Xã Nhân Cơ', true],
  ['Quận 1', true],
  ['Xã hội', false],
  ['SỞ CÔNG THƯƠNG', true],
  ['SỔ THEO DÕI HỒ SƠ', false],
  ['Bản sao', false],
  ['Thuê đất', false],
  ['Thuế tỉnh Thử Nghiệm', true],
  ['Quản lý đất đai', false],
  ['Phương tiện giao thông', false],
  ['Tình hình giải quyết', false],
  ['Thành phố Huế, ngày 5 tháng 3 năm 2025', false],
])('whether %s looks like a unit: %s', (text, isOne) => {
  expect(looksLikeUnit(text)).toBe(isOne)
})
