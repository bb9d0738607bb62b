import { expect, test } from 'vitest'
import { IN_BOTH_LANGUAGES, inBothLanguages, inWords, say } from '../../src/index.ts'

const vi = {
  ...IN_BOTH_LANGUAGES,
  'No organisation {name} is known': 'Không có đơn vị {name}',
  'Did you mean {near}?': 'Có phải ý bạn là {near}?',
  '{first} {next}': '{first} {next}',
}

test('a message is said in English, and in the language of a catalogue', () => {
  const message = say('No organisation {name} is known', { name: '"H61"' })
  expect(inWords(message)).toBe('No organisation "H61" is known')
  expect(inWords(message, vi)).toBe('Không có đơn vị "H61"')
})

test('a message in a message is translated with it', () => {
  const first = say('No organisation {name} is known', { name: 'H61' })
  const both = say('{first} {next}', { first, next: say('Did you mean {near}?', { near: 'H16' }) })
  expect(inWords(both, vi)).toBe('Không có đơn vị H61 Có phải ý bạn là H16?')
})

test('braces of a value, and of a text that names a secret, stay as they are', () => {
  expect(inWords(say('{path} is empty', { path: '{name}' }))).toBe('{name} is empty')
  expect(inWords(say(`write \${env:NAME}`))).toBe(`write \${env:NAME}`)
})

test('a value that is missing does not type-check', () => {
  // @ts-expect-error near is missing
  expect(inWords(say('Did you mean {near}?', {}))).toBe('Did you mean {near}?')
})

test('a plain text is a template without values', () => {
  expect(inWords('Did you mean this?')).toBe('Did you mean this?')
  expect(inWords('constructor', vi)).toBe('constructor')
  expect(inWords('{constructor}')).toBe('{constructor}')
  expect(inWords('no {name}', { 'no {name}': 'không có {name}' })).toBe('không có {name}')
})

test('a text that came in both languages is said in the one that is asked for', () => {
  const both = inBothLanguages({ en: 'Invalid {input}', vi: 'không hợp lệ' })
  expect(inWords(both)).toBe('Invalid {input}')
  expect(inWords(both, vi)).toBe('không hợp lệ')
  expect(inWords(say('{first} {next}', { first: 'x', next: both }), vi)).toBe('x không hợp lệ')
})
