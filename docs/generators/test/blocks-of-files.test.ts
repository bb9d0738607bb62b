import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withFiles } from '../src/blocks-of-files.ts'

const PAGE = new URL('../../../docs/write-a-connector.md', import.meta.url)

test('docs/write-a-connector.md shows the files of the example connector; otherwise run npm run docs in docs/generators', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toBe(withFiles(page))
  expect(page.match(/^```ts packages\/connectors\/example\//gm)).toHaveLength(13)
})

test('a block becomes the file that it names', () => {
  const block = '```ts packages/connectors/example/src/index.ts\nold\n```'
  expect(withFiles(block)).toContain("export { example } from './example.ts'")
})
