import { expect, test } from 'vitest'
import { findProvince, PROVINCES, provinceSuccession, successionFaults } from '../../src/index.ts'

test('63 provinces became 34, each of them one part of one', () => {
  const formerly = PROVINCES.flatMap((one) => one.formerly)
  expect(PROVINCES).toHaveLength(34)
  for (const of of [
    formerly.map(({ name }) => name),
    formerly.map(({ code }) => code),
    PROVINCES.map(({ areaCode }) => areaCode),
  ]) {
    expect(new Set(of).size).toBe(of.length)
  }
  expect(formerly).toHaveLength(63)
  expect(PROVINCES.filter((one) => one.formerly.length === 1)).toHaveLength(11)
})

test.each([
  ['Lâm Đồng', '68', 'H36'],
  ['tỉnh Đắk Nông', '68', 'H36'],
  ['Thừa Thiên Huế', '46', 'H57'],
  ['TP. Hồ Chí Minh', '79', 'H29'],
  ['bà rịa-vũng tàu', '79', 'H29'],
])('%s is in the province of area %s with code %s', (name, area, code) => {
  const province = findProvince(name)
  expect(province?.areaCode).toBe(area)
  expect(province?.formerly[0]?.code).toBe(code)
})

test('a name of none is none', () => {
  expect(findProvince('Sài Gòn Mới')).toBeUndefined()
})

test('all successions together hold, and one is certain only where every code is', () => {
  const all = PROVINCES.flatMap((one) => provinceSuccession(one) ?? [])
  expect(all).toHaveLength(23)
  expect(successionFaults(all.map(({ succession }) => succession))).toEqual([])
  const [gia] = PROVINCES.filter(({ name }) => name === 'Gia Lai')
  const known = { ...gia, formerly: gia?.formerly.map((one) => ({ ...one, verified: true })) ?? [] }
  const { areaCode = '', name = '' } = gia ?? {}
  expect(provinceSuccession({ areaCode, name, formerly: gia?.formerly ?? [] })?.certain).toBe(false)
  expect(provinceSuccession({ areaCode, name, formerly: known.formerly })?.certain).toBe(true)
})
