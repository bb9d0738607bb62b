import { expect, test } from 'vitest'
import { normaliseOrganisationCode, oldOrganisationCode } from '../src/index.ts'

test('both forms of an organisation code mean the same organisation', () => {
  expect(normaliseOrganisationCode('000.00.53.H48')).toBe('H48.53')
  expect(normaliseOrganisationCode('000.05.27.H16')).toBe('H16.27.05')
  expect(normaliseOrganisationCode('000.00.00.H49')).toBe('H49')
  expect(oldOrganisationCode('H16.27.05')).toBe('000.05.27.H16')
  expect(normaliseOrganisationCode('Sở Nội vụ')).toBeUndefined()
})
