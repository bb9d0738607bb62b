import { expect, test } from 'vitest'
import { inWords, PortalScore, type StatedScore, scoreFaults } from '../src/index.ts'

const sound: StatedScore = { score: 4.5, maximum: 6, ratio: 75, numerator: 3, denominator: 4 }

function faultsOf(stated: Partial<StatedScore>): readonly string[] {
  return scoreFaults({ ...sound, ...stated }).map((fault) => inWords(fault))
}

test('what fits together has no fault', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ score: 6 })).toEqual([])
})

test('a score outside of its bounds is told', () => {
  expect(faultsOf({ score: 6.01 })).toEqual(['the score 6.01 is above its maximum 6'])
  expect(faultsOf({ score: -0.5 })).toEqual(['the score -0.5 is below 0'])
})

test('a ratio follows from the share that is stated with it, else from score and maximum', () => {
  expect(faultsOf({ ratio: 57 })).toEqual(['the ratio 57 does not follow from 3 of 4'])
  const group = { numerator: undefined, denominator: undefined }
  expect(faultsOf({ ...group })).toEqual([])
  expect(faultsOf({ ...group, ratio: 57 })).toEqual(['the ratio 57 does not follow from 4.5 of 6'])
})

test.each([66.66, 66.67, 66.7, 67])('%d is 2 of 3, rounded or cut', (ratio) => {
  expect(faultsOf({ numerator: 2, denominator: 3, ratio })).toEqual([])
})

test('what is not stated is not judged', () => {
  expect(faultsOf({ maximum: null, score: 99 })).toEqual([])
  expect(faultsOf({ score: null })).toEqual([])
  expect(faultsOf({ ratio: null })).toEqual([])
  expect(faultsOf({ ratio: 100, numerator: 0, denominator: 0 })).toEqual([])
  expect(faultsOf({ ratio: 100, numerator: null, denominator: 5 })).toEqual([])
})

test('words that may hold a number of a person are refused', () => {
  const words = (remark: string) =>
    PortalScore.safeParse({ name: null, maximum: null, ratio: null, remark }).success
  expect(words('Chưa có số liệu')).toBe(true)
  expect(words('Liên hệ\n0912345678')).toBe(false)
})
