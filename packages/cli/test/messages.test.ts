import { ConfigError, faultAt, inBothLanguages, inWords, say } from '@cchc/domain'
import { expect, test } from 'vitest'
import { detectLanguage, wantsJson } from '../src/command-context.ts'
import { reasonTexts } from '../src/commands/quarantine/refused-record.ts'
import { en } from '../src/messages/en.ts'
import { vi } from '../src/messages/vi.ts'
import { loadWords } from '../src/messages/words.ts'
import { errorText } from '../src/report-failure.ts'

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, item]) => leaves(item, `${path}/${name}`))
}

test('both languages have the same messages, and Vietnamese is composed', () => {
  const paths = (messages: unknown) => leaves(messages).map(([path]) => path)
  expect(paths(vi)).toEqual(paths(en))
  for (const [path, text] of leaves(vi)) {
    if (typeof text === 'string') expect(text, path).toBe(text.normalize('NFC'))
  }
})

test('the language comes from --lang, otherwise from the system', () => {
  expect(detectLanguage([], { LANG: 'vi_VN.UTF-8' })).toBe('vi')
  expect(detectLanguage([], { LANG: 'vi_VN.UTF-8', LC_ALL: 'C' })).toBe('en')
  expect(detectLanguage([], { LANG: 'vie' })).toBe('en')
  expect(detectLanguage(['runs', '--lang=vi'], {})).toBe('vi')
  expect(detectLanguage(['--lang', 'en', 'runs'], { LANG: 'vi_VN' })).toBe('en')
})

test('failures are told as JSON when the output is', () => {
  expect(wantsJson(['runs', '--format', 'json'])).toBe(true)
  expect(wantsJson(['runs', '--format=json'])).toBe(true)
  expect(wantsJson(['report', 'x', '--format', 'xlsx,json'])).toBe(false)
})

test('an error says what is wrong, every fault with its path, and what to do', () => {
  const error = new ConfigError(say('x.yaml has 2 faults'), {
    fix: say('Correct it.'),
    faults: [
      { path: 'a.b', message: say('is required') },
      { path: 'c', message: say('is no\nsetting') },
    ],
  })
  expect(errorText(error, { messages: en, told: inWords }).split('\n')).toEqual([
    'Error: x.yaml has 2 faults',
    '  a.b: is required',
    '  c: is no setting',
    'What to do: Correct it.',
  ])
})

test('an error is told in Vietnamese as a whole', async () => {
  const error = new ConfigError(say('{name} has {count} faults', { name: 'x.yaml', count: 2 }), {
    fix: say('Correct the places that are named.'),
    faults: [
      faultAt(say('line {line}, column {column}', { line: 2, column: 5 }), say('duplicate key')),
      { path: 'total', message: say('is required ({expected})', { expected: say('string') }) },
    ],
  })
  const told = await loadWords('vi')
  expect(errorText(error, { messages: vi, told }).split('\n')).toEqual([
    'Lỗi: cấu hình không dùng được: x.yaml có 2 lỗi',
    '  dòng 2, cột 5: tên mục bị trùng',
    '  total: bắt buộc phải có (chuỗi ký tự)',
    'Cách xử lý: Hãy sửa các chỗ được nêu.',
  ])
})

test('why a record was refused is told in Vietnamese, for rows of old too', async () => {
  const reasons = [
    { path: 'code', message: 'not a dossier code' },
    { path: 'code', message: say('not a dossier code') },
    { path: 'channel', message: inBothLanguages({ en: 'Invalid input', vi: 'không hợp lệ' }) },
    { path: '', message: 'a text that nobody says any more: 5' },
  ]
  const words = await loadWords('vi')
  const said = reasons.map(({ path, message }) => ({ path, message: words(message), fix: null }))
  const fix = 'Hãy sửa tại cổng.'
  const told = { path: '', message: 'là bản nháp', fix }
  expect(reasonTexts({ reasons: [...said, told] })).toEqual([
    'code: không phải là mã hồ sơ',
    'code: không phải là mã hồ sơ',
    'channel: không hợp lệ',
    'a text that nobody says any more: 5',
    `là bản nháp. ${fix}`,
  ])
})
