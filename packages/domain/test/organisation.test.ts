import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  normaliseOrganisationCode,
  OrganisationCode,
  oldOrganisationCode,
  organisationLevel,
  parentOrganisationCode,
} from '../src/index.ts'

test('both forms of an organisation code mean the same organisation', () => {
  expect(normaliseOrganisationCode('000.00.53.H48')).toBe('H48.53')
  expect(normaliseOrganisationCode('000.05.27.H16')).toBe('H16.27.05')
  expect(normaliseOrganisationCode('000.00.00.H49')).toBe('H49')
  expect(normaliseOrganisationCode(' h48.53 ')).toBe('H48.53')
  expect(oldOrganisationCode('H16.27.05')).toBe('000.05.27.H16')
  expect(oldOrganisationCode('H49')).toBe('000.00.00.H49')
})

test.each(['Sở Nội vụ', '', 'H4', '48.H53', '000.00.53', 'H48.5', 'H48..53'])(
  '%j is no organisation code',
  (text) => {
    expect(normaliseOrganisationCode(text)).toBeUndefined()
    expect(OrganisationCode.safeParse(text).success).toBe(false)
  },
)

test('a code that the old form cannot hold has none', () => {
  expect(oldOrganisationCode('H55.242')).toBeUndefined()
  expect(oldOrganisationCode('H55.24.11.12.13')).toBeUndefined()
})

test('every code of the old form reads back as itself', () => {
  const group = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(fc.array(group, { maxLength: 2 }), (groups) => {
      const code = ['H16', ...groups].join('.')
      expect(normaliseOrganisationCode(oldOrganisationCode(code) ?? '')).toBe(code)
    }),
  )
})

test('the parent is one level up, and a province has none', () => {
  expect(parentOrganisationCode('H16.27.05')).toBe('H16.27')
  expect(parentOrganisationCode('H16.27')).toBe('H16')
  expect(parentOrganisationCode('H16')).toBeUndefined()
})

test.each([
  ['H16', 'UBND tỉnh Đắk Nông', 'province'],
  ['H16.27', 'UBND huyện Đắk Song', 'district'],
  ['H16.27', 'Ủy ban nhân dân thành phố Gia Nghĩa', 'district'],
  ['H16.27.05', 'UBND xã Nam Bình', 'commune'],
  ['H16.27', 'UBND phường Nghĩa Tân', 'commune'],
  ['G09', 'Bộ Nội vụ', 'central'],
  ['H16.05', 'Sở Nội vụ', 'department'],
  ['H16.05.01', 'Chi cục Văn thư', 'unit'],
  ['H16', 'Đắk Nông', 'province'],
  ['G01', 'Công an', 'central'],
])('%s %s is of level %s', (code, name, level) => {
  expect(organisationLevel(code, name)).toBe(level)
  expect(organisationLevel(code, name.normalize('NFD'))).toBe(level)
})
