import { expect, test, vi } from 'vitest'
import { schemaPhrases } from '../src/messages/errors/schema.ts'
import {
  createTranslation,
  patternOf,
  placeholdersOf,
} from '../src/messages/errors/translate-error.ts'
import { PHRASES_BY_AREA, vietnamesePhrases } from '../src/messages/errors/vi.ts'
import { collectTexts } from './error-texts/collect-texts.ts'
import { LISTED_TEXTS } from './error-texts/listed-texts.ts'
import { HOLE } from './error-texts/text-values.ts'

// The compiler reads every source file.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const pairs = Object.entries(vietnamesePhrases)
const patterns = pairs.map(([english, vietnamese]) => ({
  phrase: english,
  ...patternOf(english, vietnamese),
}))
const translate = createTranslation(vietnamesePhrases)
const { texts: collected, untold } = collectTexts()
const samples = [
  ...collected,
  ...LISTED_TEXTS.map((text) => ({ text, place: 'listed-texts.ts' })),
].map(({ text, place }) => ({ place, text: text.replaceAll(HOLE, 'x1') }))

/** The phrases for a text, without those that are only more general than another one of them. */
function phrasesFor(text: string): string[] {
  const found = patterns.filter(({ english }) => english.test(text))
  return found
    .filter((one) => !found.some((other) => other !== one && one.english.test(other.phrase)))
    .map(({ phrase }) => phrase)
}

test('the sources are read: errors, their fixes, faults, schemas and warnings are found', () => {
  const places = collected.map(({ place }) => place.slice(0, place.indexOf('/src/')))
  expect(new Set(places)).toEqual(
    new Set([
      'apps/gateway',
      'packages/connectors/kit',
      'packages/connectors/national-dvc',
      'packages/connectors/opencps',
      'packages/audit',
      'packages/domain',
      'packages/figures',
      'packages/files',
      'packages/forms',
      'packages/hub',
      'packages/store',
      'packages/sync',
    ]),
  )
  const texts = collected.map(({ text }) => text)
  for (const expected of [
    `No organisation "${HOLE}" is known`,
    'Give a code such as H48.53, or the whole name.',
    'must be a whole number from 1 to 31',
    'not a dossier code',
    'the JSON answer of the portal is cut off',
    `${HOLE}: the saved position cannot be read; reading from the beginning`,
    `The database file ${HOLE} cannot be opened (${HOLE}).`,
  ]) {
    expect(texts).toContain(expected)
  }
})

/** What the schema library, YAML, the system or a database says, and texts that are collected where they are made. */
const HANDED_ON = [
  'packages/audit/src/entered/figures-of-report.ts',
  'packages/connectors/kit/src/transport.ts',
  'packages/domain/src/errors.ts',
  'packages/domain/src/list-report.ts',
  'packages/domain/src/reporting-period.ts',
  'packages/files/src/check/read-narrative.ts',
  'packages/files/src/entered/read-index.ts',
  'packages/files/src/entered/read-plan.ts',
  'packages/files/src/report/json-report.ts',
  'packages/forms/src/templates/templates.ts',
  'packages/hub/src/config/check-config.ts',
  'packages/hub/src/config/hub-settings.ts',
  'packages/hub/src/config/read-config.ts',
  'packages/hub/src/questions/parts.ts',
  'packages/hub/src/questions/question.ts',
  'packages/hub/src/questions/source-checks.ts',
  'packages/store/src/sqlite/sqlite-failures.ts',
  'packages/store/src/store-failure.ts',
  'packages/sync/src/run-outcome.ts',
  'packages/sync/src/validate-records.ts',
]

test('texts whose words the sources do not tell are handed on from where they were made', () => {
  expect(untold).toEqual(HANDED_ON)
})

test('every text that an operator can meet has Vietnamese', () => {
  const without = samples.filter(({ text }) => translate(text) === text)
  expect(without).toEqual([])
})

test('no text has two phrases, and what is translated is what has the phrase', () => {
  const doubtful = samples.filter(({ text }) => phrasesFor(text).length > 1)
  expect(doubtful.map(({ text }) => [text, phrasesFor(text)])).toEqual([])
  const whole = samples.filter(({ text }) => phrasesFor(text).length === 1)
  expect(whole.length).toBeGreaterThan(samples.length - 10)
})

test('no phrase is left over from a text that is gone', () => {
  const needed = new Set(samples.flatMap(({ text }) => sentencesOf(text)).flatMap(phrasesFor))
  const library = new Set(Object.keys(schemaPhrases))
  const unused = pairs.filter(([english]) => !needed.has(english) && !library.has(english))
  expect(unused.map(([english]) => english)).toEqual([])
})

/** A text, and the sentences that it may be translated by. */
function sentencesOf(text: string): string[] {
  return [text, ...text.split(/(?<=[.?!]) /)]
}

test('both sides of a phrase have the same placeholders, and Vietnamese is composed', () => {
  for (const [english, vietnamese] of pairs) {
    expect(placeholdersOf(vietnamese).toSorted(), english).toEqual(
      placeholdersOf(english).toSorted(),
    )
    expect(new Set(placeholdersOf(english)).size, english).toBe(placeholdersOf(english).length)
    expect(vietnamese, english).toBe(vietnamese.normalize('NFC'))
    expect(english, 'only the Vietnamese side marks phrases').not.toMatch(/\{\w+\*\}/)
  }
  const all = PHRASES_BY_AREA.flatMap((phrases) => Object.keys(phrases))
  expect(all.length, 'a phrase stands in one area only').toBe(pairs.length)
})

test('what is filled in stays as it is, phrases within it are translated, unknown texts stay', () => {
  expect(translate('No organisation "H61" is known')).toBe('Không có đơn vị "H61"')
  expect(translate('Did you mean H16 (UBND tỉnh Đắk Nông)?')).toBe(
    'Có phải ý bạn là H16 (UBND tỉnh Đắk Nông)?',
  )
  expect(translate('The period "2022-Q9" cannot be read: it ends before it begins.')).toBe(
    'Không đọc được kỳ "2022-Q9": ngày cuối trước ngày đầu.',
  )
  expect(translate('no connector is called opencp. Did you mean opencps? Allowed: a, b')).toBe(
    'không có bộ kết nối tên opencp. Có phải ý bạn là opencps? Được phép: a, b',
  )
  expect(translate('Invalid input: expected string, received number: put it in quotes')).toBe(
    'giá trị không hợp lệ: cần chuỗi ký tự, nhưng nhận được số; hãy đặt trong dấu nháy kép',
  )
  expect(translate('A sentence of nobody. Did you mean x?')).toBe(
    'A sentence of nobody. Did you mean x?',
  )
  expect(translate('Did you mean $& {name} (.*)?')).toBe('Có phải ý bạn là $& {name} (.*)?')
})

test('a phrase does not swallow the sentence after its own', () => {
  const text =
    'The period "2022-12-14..2022-12-01" cannot be read: it ends before it begins. Write a period as 2023 or 2023-H1.'
  expect(translate(text)).toBe(
    'Không đọc được kỳ "2022-12-14..2022-12-01": ngày cuối trước ngày đầu. Hãy viết kỳ dạng 2023 hoặc 2023-H1.',
  )
})
