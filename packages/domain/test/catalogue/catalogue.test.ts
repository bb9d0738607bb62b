import { expect, test } from 'vitest'
import { loadIndicatorCatalogue } from '../../src/catalogue/catalogue.ts'

test('the catalogue holds the 213 indicators, each sound in itself', async () => {
  const { indicators } = await loadIndicatorCatalogue()
  expect(indicators).toHaveLength(213)
  const coded = indicators.filter((one) => one.kind === 'coded')
  expect(coded.every((one) => one.codeList.length >= 2)).toBe(true)
  const rates = indicators.filter((one) => one.kind === 'ratio')
  expect(rates.every((one) => one.nature === 'none' && one.unit === '%')).toBe(true)
  expect(rates.filter((one) => one.quotient !== null).length).toBeGreaterThanOrEqual(20)
})

test('an indicator of the district level ends with that level', async () => {
  const { indicators } = await loadIndicatorCatalogue()
  const district = indicators.find((one) => one.id === 'dossiers_resolved_districts')
  expect(district?.effective).toEqual({ from: '2022-02-21', to: '2025-06-30' })
})
