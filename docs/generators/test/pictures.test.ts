import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const MOST_BYTES = 60_000

const guides = globSync('docs/vi/*.md', { cwd: ROOT })

/** The pictures that a page names, from the root. */
function named(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const links = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, , link = '']) => link)
  return links.map((link) => relative(ROOT, join(ROOT, dirname(page), link)))
}

test('each picture of a guide is there and small, and each one that is there stands in a guide', () => {
  const pictures = guides.flatMap(named)
  const there = globSync('docs/images/*/*.png', { cwd: ROOT })
  expect(pictures.toSorted()).toEqual(there.toSorted())
  expect(pictures.length).toBeGreaterThan(0)
  for (const one of pictures) expect(statSync(join(ROOT, one)).size, one).toBeLessThan(MOST_BYTES)
})
