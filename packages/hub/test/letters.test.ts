import { expect, it } from 'vitest'
import { LetterSettings, letterOf } from '../src/config/letter-settings.ts'

const instruction = {
  ...{ type: 'Công văn', number: '1/UBND-KSTT', date: '2026-08-10' },
  ...{ issuer: 'Ủy ban nhân dân tỉnh', subject: 'về việc báo cáo' },
}
const letters = {
  H48: LetterSettings.parse({
    symbol: 'BC-UBND',
    place: 'Quảng Ngãi',
    below: {
      place: 'Quảng Ngãi',
      archive: 'VT',
      instructions: [{ ...instruction, forms: ['07a-btp'] }],
    },
  }),
  'H48.53': LetterSettings.parse({ symbol: 'BC-STP', below: { archive: 'VT, VP' } }),
}
const of = (organisation: string, template = '07a-btp') =>
  letterOf(letters, { organisation, template })

it('a unit writes its own words, and those for all below of whoever stands nearest above it', () => {
  expect(of('H48')).toEqual({ symbol: 'BC-UBND', place: 'Quảng Ngãi' })
  expect(of('H48.53')).toEqual({
    ...{ symbol: 'BC-STP', place: 'Quảng Ngãi', archive: 'VT', instructions: [instruction] },
  })
  expect(of('H48.53.1')).toMatchObject({ archive: 'VT, VP' })
  expect(of('H48.53.1')).not.toHaveProperty('symbol')
})

it('an instruction is cited for its forms alone, and nothing of another province', () => {
  expect(of('H48.53', 'tt01-06a')?.instructions).toEqual([])
  expect(of('H16.53')).toBeUndefined()
})

it('an instruction without issuer, day or subject is a fault', () => {
  const { issuer: _, ...without } = instruction
  expect(LetterSettings.safeParse({ instructions: [without] }).success).toBe(false)
})
