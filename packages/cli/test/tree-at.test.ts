import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

const SUCCESSION = `
organisations:
  H99.13: { name: Sở Xây dựng, level: department }
successions:
  - { date: 2022-07-01, kind: merged, from: [H99.07, H99.12], to: [H99.13] }
`

let range: CchcRange

beforeAll(async () => {
  range = await openRange()
  appendFileSync(range.configure(), SUCCESSION)
  await range.run(['sync'])
})
afterAll(() => range.close())

const run = async (words: string) => {
  const { code, out, notes } = await range.run([...words.split(' '), '--format', 'json'])
  expect([code, notes]).toEqual([0, expect.any(String)])
  return JSON.parse(out)
}
const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code)
type Row = { group: { org: { code: string } }; statistics: { receivedTotal: number } }

test('organisations and statistics are those of the day that is asked for', async () => {
  const before = codes((await run('organisations --tree-at 2022-06-30')).items)
  const after = codes((await run('organisations --tree-at 2022-07-01')).items)
  expect(before).toEqual(expect.arrayContaining(['H99.07', 'H99.12']))
  expect(before).not.toContain('H99.13')
  expect(after).toContain('H99.13')
  expect(after).not.toContain('H99.07')
  const stats = 'stats dossiers --period 2022 --org H99 --by org'
  const now = await run(stats)
  const then = await run(`${stats} --tree-at 2022-06-30`)
  expect(now.total).toEqual(then.total)
  const received = (rows: readonly Row[], ...wanted: string[]) =>
    rows
      .filter(({ group }) => wanted.includes(group.org.code))
      .reduce((count, { statistics }) => count + statistics.receivedTotal, 0)
  expect(received(now.rows, 'H99.13')).toBeGreaterThan(0)
  expect(received(now.rows, 'H99.13')).toBe(received(then.rows, 'H99.07', 'H99.12'))
  expect(received(now.rows, 'H99.07', 'H99.12')).toBe(0)
})

test('a day that is none, and an organisation of another tree, are refused with what to do', async () => {
  const wrong = await range.run(['organisations', '--tree-at', 'soon'])
  expect(wrong.code).toBe(2)
  const ended = await range.run(['stats', 'dossiers', '--period', '2022', '--org', 'H99.07'])
  expect(ended.code).not.toBe(0)
  expect(ended.notes).toContain('H99.13 (Sở Xây dựng) holds its dossiers')
})
