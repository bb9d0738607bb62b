import { describe, expect, test } from 'vitest'
import { type BilingualText, CAUSE_NAMES, COUNTING_RULES, QUESTION_NAMES } from '../../src/index.ts'

const texts: readonly (readonly [where: string, BilingualText])[] = [
  ...COUNTING_RULES.flatMap(({ id, answers, remarks }) => [
    ...named(`${id} `, answers),
    ...named(`${id} remark `, remarks),
  ]),
  ...named('question ', QUESTION_NAMES),
  ...named('cause ', CAUSE_NAMES),
]

function named(prefix: string, all: object): (readonly [string, BilingualText])[] {
  return Object.entries(all).map(([name, text]) => [prefix + name, text])
}

/** Names of fields and systems, codes of rules and forms, numbers of documents: the same in every language. */
const IDENTIFIERS = /\b(?:\w+[a-z][A-Z]\w*|tt01-2020|07a\/BTP|\d+\/\d{4}\/NĐ-CP)(?!\p{L})/gu
/** Onset, vowels and final of a Vietnamese syllable, tone marks taken off. */
const SYLLABLE =
  /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$/
/** English words of these texts that might pass for syllables. */
const ENGLISH = new Set(
  'the on no not it at one same time late open then to when date come'.split(' '),
)

function isVietnamese(word: string): boolean {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return SYLLABLE.test(plain.normalize('NFC'))
}

function foreignWords(text: string): readonly string[] {
  const words = text.replaceAll(IDENTIFIERS, '').match(/\p{L}+/gu) ?? []
  return words.filter((word) => !isVietnamese(word) || ENGLISH.has(word))
}

describe.each(texts)('%s', (_where, { en, vi }) => {
  test('is written in both languages, composed and without stray spaces', () => {
    for (const text of [en, vi]) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text).toMatch(/^\S(?:.*\S)?$/)
      expect(text).not.toContain('  ')
    }
    expect(vi.endsWith('.')).toBe(en.endsWith('.'))
  })

  test('has Vietnamese words alone where the reader is Vietnamese', () => {
    expect(vi).toMatch(/[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ]|[\u1ea0-\u1ef9]/i)
    expect(foreignWords(vi)).toEqual([])
  })
})

test.each(COUNTING_RULES)('$id points at the same columns in both languages', ({ answers }) => {
  const columns = (text: string) => (text.match(/\(\d+\)/g) ?? []).toSorted()
  for (const { en, vi } of Object.values(answers)) expect(columns(vi)).toEqual(columns(en))
})

test('English left among Vietnamese words is found', () => {
  expect(foreignWords('Đã giải quyết on time, xét hạn.')).toEqual(['on', 'time'])
  expect(foreignWords('Không counted (NgayTra).')).toEqual(['counted'])
})

test('rules that answer a question in the same words count the same', () => {
  const unlike = COUNTING_RULES.flatMap((one) =>
    COUNTING_RULES.flatMap((other) =>
      Object.entries(one.choices)
        .filter(([cause, choice]) => {
          const key = cause as keyof typeof one.choices
          return one.answers[key].vi === other.answers[key].vi && other.choices[key] !== choice
        })
        .map(([cause]) => `${one.id} ${other.id} ${cause}`),
    ),
  )
  expect(unlike).toEqual([])
})
