import { expect, test } from 'vitest'
import { sharesOf } from '../src/origin/counted.ts'

const shown = (runs: readonly { readonly run: string; readonly count: number }[]) =>
  String(
    sharesOf({ records: 'dossiers', shares: [{ source: 'mot-cua', count: 12, runs: [...runs] }] }),
  )

test('counts of a source that are not told by runs are shown as its whole', () => {
  expect(shown([])).toMatch(/mot-cua.*các lượt gộp chung.*12/s)
  const told = shown([
    { run: '3', count: 5 },
    { run: '4', count: 7 },
  ])
  expect(told).toMatch(/\?id=3.*5.*\?id=4.*7/s)
  expect(told).not.toContain('gộp chung')
})
