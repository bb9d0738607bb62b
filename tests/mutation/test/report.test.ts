import { expect, test } from 'vitest'
import type { MeantSurvivor } from '../src/meant-survivors.ts'
import { reportOf } from '../src/report.ts'

const SOURCE = 'export function half(of: number) {\n  if (of < 1) return 0\n  return of / 2\n}\n'
const meant: MeantSurvivor = {
  file: 'half.ts',
  code: 'if (of < 1) return 0',
  becomes: 'if (false) return 0',
  why: 'only saves work',
}

function mutant(status: string, replacement = 'false') {
  const location = { start: { line: 2, column: 7 }, end: { line: 2, column: 13 } }
  return { file: 'half.ts', status, replacement, location }
}

function told(mutants: readonly ReturnType<typeof mutant>[]) {
  return reportOf(mutants, { read: () => SOURCE, meant: [meant] })
}

test('what time ended is noticed; what no test reaches has survived', () => {
  const { text } = told(
    ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'].map((s) => mutant(s)),
  )
  expect(text).toContain('1 killed, 1 timed out, 2 survived: 50.0 %')
})

test('survivors that are meant are counted, the others shown', () => {
  expect(told([mutant('Survived')])).toMatchObject({ isComplete: true })
  expect(told([mutant('Survived'), mutant('Survived', 'true')])).toEqual({
    text:
      '0 killed, 0 timed out, 2 survived: 0.0 %\n1 of the survivors are meant\n' +
      'half.ts:2\n  - if (of < 1) return 0\n  + if (true) return 0\n',
    isComplete: false,
  })
})
