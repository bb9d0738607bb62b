import { expect, test } from 'vitest'
import { explainedBy } from '../src/parts/explained-by.ts'

const chosen = { org: 'H99', period: '2022', rule: undefined, partial: undefined }
const codes = ['H99.03', 'H99.31', 'H99.31.01', 'H99.310']

test('a unit is explained by its own figures, unless others below it stand by themselves', () => {
  const org = (code: string) => explainedBy(code, { chosen, codes }).org
  expect(['H99.03', 'H99.31.01', 'H99.310'].map(org)).toEqual(['H99.03', 'H99.31.01', 'H99.310'])
  expect(org('H99.31')).toBe('H99')
})
