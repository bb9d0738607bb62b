import { folded } from '@cchc/domain'
import { FOLDED_ANNOUNCEMENT, NUMBERING } from './vocabulary/labels.ts'
import { SPELLINGS, TELLING } from './vocabulary/spelling.ts'

/**
 * The words of a label in one spelling: no numbering, remarks in brackets, punctuation or diacritics, and the usual
 * abbreviations instead of their long forms. Two labels with one key mean the same.
 */
export function labelKey(label: string): string {
  let text = label.normalize('NFC').trim().toLowerCase()
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(NUMBERING, '')
  }
  text = folded(text.replace(/\([^)]*(?:\)|$)/g, ' ')).replace(FOLDED_ANNOUNCEMENT, '')
  for (const { write, for: spelt } of SPELLINGS) text = text.replace(spelt, write)
  return text.replace(/[^a-z0-9%]+/g, ' ').trim()
}

/** The different words of a key. */
export function keyWords(key: string): ReadonlySet<string> {
  return new Set(key.split(' '))
}

/** How alike two keys are, 0 to 1; 0 when they differ in a word that tells indicators apart. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const word of one) {
    if (other.has(word)) common += 1
    else if (TELLING.test(word)) return 0
  }
  for (const word of other) {
    if (!one.has(word) && TELLING.test(word)) return 0
  }
  return (2 * common) / (one.size + other.size)
}
