import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

const PROVINCE = 'organisations:\n  H99: { name: UBND tỉnh Thử Nghiệm, level: province }\n'

let range: CchcRange
beforeAll(async () => {
  range = await openRange()
  appendFileSync(range.configure(), PROVINCE)
})
afterAll(() => range.close())

const run = (words: string) => range.run([...words.split(' '), '--org', 'H99'])
const FORM = 'report tt01-06a --period 2022 --format csv'

test('before anything is read, nothing is reported, and the exit code says so', async () => {
  for (const words of [FORM, 'report tt01-07b --period 2022 --format csv', `${FORM} --partial`]) {
    const { code, out, notes } = await run(words)
    expect([words, code]).toEqual([words, 3])
    expect(out).not.toMatch(/,0,/)
    expect(out).toContain('Còn thiếu')
    expect(notes).toMatch(/^Not complete: /)
  }
  const stats = await run('stats dossiers --period 2022')
  expect(stats.code).toBe(3)
  expect(stats.out).toContain('Source one-stop (dossiers) was never read whole.')
  expect((await run('stats procedures')).code).toBe(3)
  expect((await run('why receivedTotal --period 2022')).code).toBe(3)
})

test('what was read whole is shown, also which days that are', async () => {
  await range.run(['sync', '--from', '2022-01-01', '--to', '2022-12-31'])
  expect((await run(FORM)).code).toBe(3)
  const partly = await run('stats dossiers --period 2022 --partial --format json')
  expect(partly.code).toBe(3)
  expect(JSON.parse(partly.out).total.statistics.receivedTotal).toBeGreaterThan(0)
  await range.run(['sync'])
  for (const words of [FORM, 'report tt01-07b --period 2022 --format csv']) {
    const { code, out, notes } = await run(words)
    expect([code, notes]).toEqual([0, ''])
    expect(out).not.toContain('Còn thiếu')
  }
  const { out } = await range.run(['status', '--lang', 'vi'])
  expect(out).toMatch(/one-stop +dossiers .* 01\/10\/2021 – \d\d\/\d+\/\d{4} \d\d:\d\d /)
  expect((await run('stats dossiers --period 2021')).notes).toContain('is missing')
})

test('a form that may be out of force is printed with a warning', async () => {
  const { out } = await range.run(['report'])
  expect(out).toMatch(/ tt01-06a\n(.+\n)+.*31\/7\/2026 \(chưa đối chiếu văn bản\)/)
  const { notes } = await run('stats dossiers --period 2026')
  expect(notes).toContain('probably in force until 31/7/2026')
})
