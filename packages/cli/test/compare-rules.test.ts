import { COUNTING_RULES, qd766, tt01 } from '@cchc/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

let range: CchcRange
beforeAll(async () => {
  range = await openRange()
  range.configure()
  await range.run(['sync'])
})
afterAll(() => range.close())

const WORDS = ['stats', 'dossiers', '--period', '2022', '--rule', 'tt01-2020,qd766-2022,btp-07a']

test('rules stand side by side in one JSON document, and causes add up', async () => {
  const { code, out, notes } = await range.run([...WORDS, '--by', 'level', '--format', 'json'])
  expect(code).toBe(0)
  expect(notes).toMatch(/^Attention: btp-07a is probably in force from 01\/8\/2026 on only.*\n$/)
  const { rules, rows, total } = JSON.parse(out)
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(['tt01-2020', 'qd766-2022', 'btp-07a'])
  expect(rows.length).toBeGreaterThan(1)
  for (const { differences } of [...rows, total]) {
    for (const { columns, causes } of differences) {
      for (const { column, difference } of columns) {
        const sum = causes
          .flatMap((cause: { columns: { column: string; difference: number }[] }) => cause.columns)
          .filter((change: { column: string }) => change.column === column)
          .reduce((all: number, change: { difference: number }) => all + change.difference, 0)
        expect(sum).toBe(difference)
      }
    }
  }
  const [national] = total.differences
  expect(national.dossiers).toBeGreaterThan(0)
  expect(national.causes.at(-1)).toMatchObject({
    cause: 'earlySeparate',
    name: { en: 'Early told from on time', vi: 'Tách trước hạn và đúng hạn' },
    answers: { base: tt01.answers.earlySeparate, other: qd766.answers.earlySeparate },
  })
})

test('people read tables with the rules, their differences and why', async () => {
  const { code, out } = await range.run([...WORDS, '--by', 'level'])
  expect(code).toBe(0)
  expect(out).toContain('Từ ngày 15/12/2021 đến ngày 14/12/2022')
  expect(out).toMatch(/^Tổng số +qd766-2022/m)
  expect(out).toMatch(/^qd766-2022 so với tt01-2020: [\d.]+ hồ sơ được đếm khác nhau$/m)
  expect(out).toMatch(/^Tách trước hạn và đúng hạn +earlySeparate( +[-+]?[\d.]+)+$/m)
  expect(out).toMatch(/^earlySeparate — Tách trước hạn và đúng hạn$/m)
  expect(out).toMatch(/^ {2}tt01-2020 {3}Có: trước ngày hẹn trả là trước hạn/m)
  expect(out).toMatch(/^ {2}qd766-2022 {2}Không: trước hạn gộp vào đúng hạn, cột \(8\) bằng 0\.$/m)
  for (const { answers } of COUNTING_RULES) {
    for (const { en } of Object.values(answers)) expect(out).not.toContain(en)
  }
  const md = await range.run([...WORDS, '--format', 'md'])
  expect(md.out).toMatch(/^\| Chênh lệch \|/m)
  expect(md.out).toMatch(/^\| earlySeparate — .* \| Có: .* \| Không: .* \|$/m)
})

test('a spreadsheet has each rule and each cause in a line of its own', async () => {
  const { out } = await range.run([...WORDS, '--format', 'csv'])
  const [head = '', ...lines] = out.trim().split('\r\n')
  const titles = head.replaceAll(/"[^"]*"/g, 'quoted').split(',')
  const at = (title: string) => titles.findIndex((one) => one.endsWith(title))
  const cells = lines.map((line) => line.split(','))
  const early = cells.find((row) => row[at('Mã nguyên nhân')] === 'earlySeparate')
  expect(early?.[at('Nguyên nhân chênh lệch')]).toBe('Tách trước hạn và đúng hạn')
  expect(early?.[at('Quy tắc đếm')]).toBe('qd766-2022')
  expect(early?.[at('So với')]).toBe('tt01-2020')
  const base = cells.find((row) => row[at('Quy tắc đếm')] === 'tt01-2020')
  const resolvedEarly = at('Trước hạn (8)')
  expect(Number(early?.[resolvedEarly])).toBe(-Number(base?.[resolvedEarly]))
})

test('figures beside the form are shown under rules that have them', async () => {
  const words = ['stats', 'dossiers', '--period', '2022', '--rule', 'btp-07a']
  expect((await range.run(words)).out).toContain('hồ sơ')
  const plain = await range.run(words.slice(0, 4))
  expect(plain.out).not.toContain('Ngoài biểu')
})

test('an unknown or single rule ends with 2 and says which are known', async () => {
  const unknown = await range.run([...WORDS.slice(0, 5), 'tt01-2020,qd767'])
  expect(unknown.code).toBe(2)
  expect(unknown.notes).toContain('opencps-2')
  expect((await range.run([...WORDS.slice(0, 5), 'tt01-2020,tt01-2020'])).code).toBe(2)
})
