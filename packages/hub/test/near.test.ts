import { inWords } from '@cchc/domain'
import { expect, it } from 'vitest'
import { nearest, suggestion } from '../src/near.ts'

it('finds what was mistyped, without regard to case and diacritics', () => {
  expect(nearest('so tu phap', ['Sở Y tế', 'Sở Tư pháp', 'Sở Nội vụ'])).toEqual(['Sở Tư pháp'])
  expect(nearest('H48.35', ['H48.53', 'H48.36', 'H16'])).toEqual(['H48.36', 'H48.53'])
  expect(nearest('Tư pháp', ['Sở Tư pháp'])).toEqual(['Sở Tư pháp'])
  expect(nearest('opencps', ['national-dvc'])).toEqual([])
})

it('lists what there is when nothing is near', () => {
  expect(inWords(suggestion('xyz', ['tt01-06a', 'bnv-581-province']))).toBe(
    'Known: tt01-06a, bnv-581-province.',
  )
  expect(inWords(suggestion('tt01-06', ['tt01-06a']))).toBe('Did you mean tt01-06a?')
  expect(inWords(suggestion('x', []))).toBe('None is configured yet.')
})

it('names up to three that are near', () => {
  expect(inWords(suggestion('H16.1', ['H16.11', 'H16.12']))).toBe('Did you mean H16.11 or H16.12?')
  expect(inWords(suggestion('H16.1', ['H16.11', 'H16.12', 'H16.13', 'H16.14']))).toBe(
    'Did you mean H16.11 or H16.12 or H16.13?',
  )
})
