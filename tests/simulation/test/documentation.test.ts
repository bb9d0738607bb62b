import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { END_PROMISES } from '../src/end-of-year.ts'
import { INVARIANTS } from '../src/invariants/all.ts'

const page = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8')
const promises = [
  ...INVARIANTS.map(({ name, sentence }) => [name, sentence] as const),
  ...Object.entries(END_PROMISES),
]

it.each(promises)('%s stands in docs/reliability.md as it is', (name, sentence) => {
  expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| ${sentence.replaceAll('.', '\\.')}`))
})
