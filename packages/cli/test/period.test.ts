import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

let range: CchcRange
let known: string

beforeAll(async () => {
  range = await openRange()
  range.configure()
  await range.run(['sync', '--to', '2022-06-30'])
})
afterAll(() => range.close())

const run = (words: string) => range.run([...words.split(' '), '--org', 'H99'])
// The first sync is no whole pass.
const STATS = 'stats dossiers --period 2022 --partial --format json'
const received = (out: string): number => JSON.parse(out).total.statistics.receivedTotal

test('a period is closed once, and later data do not show in its figures', async () => {
  const closed = await run('period close 2022 --by ketoan --note Chốt')
  expect(closed.code).toBe(0)
  expect(closed.out).toMatch(/H99 +2022 .*closed +ketoan .*Chốt/)
  const again = await run('period close 2022')
  expect(again.code).toBe(2)
  expect(again.notes).toContain('closed already')
  const before = await run(STATS)
  known = new Date().toISOString()
  expect((await range.run(['sync', '--full'])).code).toBe(0)
  const frozen = await run(STATS)
  const current = await run(`${STATS} --current`)
  expect(received(frozen.out)).toBe(received(before.out))
  expect(received(current.out)).toBeGreaterThan(received(frozen.out))
  expect(JSON.parse(frozen.out).closed).toMatchObject({ by: 'ketoan', restated: true })
  const table = await run('stats dossiers --period 2022')
  expect(table.notes).toContain('closed by ketoan')
  expect(table.notes).toContain('cchc period restatements')
})

test('restatements say what was frozen, what is known now, and why', async () => {
  const { code, out, notes } = await run('period restatements 2022')
  expect(code).toBe(0)
  expect(out).toMatch(/^H99 .*Đã chốt +\d/m)
  expect(out).toMatch(/^H99 .*Hồ sơ được ghi nhận sau khi chốt +\d+ +\+\d/m)
  expect(notes).toContain('closed by ketoan')
  const { total } = JSON.parse((await run('period restatements 2022 --format json')).out)
  expect(total.now.receivedTotal - total.frozen.receivedTotal).toBe(total.difference.receivedTotal)
  const vietnamese = await run('period restatements 2022 --lang vi')
  expect(vietnamese.notes).toContain('ketoan chốt kỳ này')
})

test('a report of an earlier instant is the same file again', async () => {
  const report = 'report tt01-06a --period 2022-H2 --format xlsx,docx,csv,md,json'
  const file = (folder: string, kind: string) =>
    readFileSync(join(range.folder, folder, `tt01-06a_H99_2022-H2.${kind}`))
  expect((await run(`${report} -o now`)).code).toBe(0)
  const { provenance } = JSON.parse(file('now', 'json').toString())
  const madeAt = new Date(provenance.madeAt).toISOString()
  expect((await run(`${report} -o again --as-known-at ${madeAt}`)).code).toBe(0)
  expect((await run(`${report} -o then --as-known-at ${known}`)).code).toBe(3)
  for (const kind of ['xlsx', 'docx', 'csv', 'md', 'json']) {
    expect(Buffer.compare(file('now', kind), file('again', kind)), kind).toBe(0)
    expect(Buffer.compare(file('now', kind), file('then', kind)), kind).not.toBe(0)
  }
})

test('reopening needs a reason and stays on record', async () => {
  expect((await run('period reopen 2022')).code).toBe(2)
  expect((await run('period reopen 2022 --reason sót --by thanhtra')).code).toBe(0)
  const { items } = JSON.parse((await range.run(['period', 'list', '--format', 'json'])).out)
  expect(items).toMatchObject([
    {
      state: 'reopened',
      events: [
        { action: 'close', by: 'ketoan' },
        { action: 'reopen', by: 'thanhtra', note: 'sót' },
      ],
    },
  ])
  expect((await run(STATS)).out).not.toContain('"closed"')
  expect((await range.run(['period', 'shut'])).notes).toContain('close, reopen, restatements, list')
})

test('the calendar shows holidays with their sources, and says which years it knows', async () => {
  const { code, out } = await range.run(['calendar', '2024'])
  expect(code).toBe(0)
  expect(out).toMatch(/^04\/5\/2024 +worked +Làm bù cho ngày 29\/4\/2024/m)
  const unknown = await range.run(['calendar', '2031'])
  expect(unknown.notes).toContain('2021, 2022, 2023, 2024, 2025, 2026')
  expect((await range.run(['calendar', 'next'])).code).toBe(2)
})
