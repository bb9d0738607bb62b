import { type Catalogue, inWords, type Text } from '@cchc/domain'
import type { Phrases } from './phrases.ts'
import { vietnamesePhrases } from './vi.ts'

/** Turns the English text of an error into the operator's language; a text without a phrase stays as it is. */
type TranslateText = (text: string) => string

interface Pattern {
  readonly english: RegExp
  readonly names: readonly string[]
  readonly vietnamese: string
  readonly literals: number
}

/** Words that alone do not tell a phrase from any other text. */
const CONNECTIVES = /\b(?:a|and|or)\b/g

const PLACEHOLDER = /\{([a-z][A-Za-z]*)(\*?)\}/g

/** Says messages by the catalogue; a text that still comes without its parts is taken apart. */
export function transitionalWords(catalogue: Catalogue): (text: Text) => string {
  const translate = createTranslation({ ...catalogue, ...vietnamesePhrases })
  const translated = (text: Text): Text => {
    if (typeof text === 'string') return catalogue[text] ?? translate(text)
    const { template, values } = text
    const entries = Object.entries(values)
    if (entries.length === 0) return translated(template)
    const inner = entries.map(([name, value]) => [
      name,
      typeof value === 'object' ? translated(value) : value,
    ])
    return { template, values: Object.fromEntries(inner) }
  }
  return (text) => inWords(translated(text), catalogue)
}

/** Matches whole texts, the phrase with the most literal text first; what no phrase matches is tried sentence by sentence. */
function createTranslation(phrases: Phrases): TranslateText {
  const patterns = Object.entries(phrases)
    .filter(([english]) => /\p{L}/u.test(english.replace(PLACEHOLDER, '').replace(CONNECTIVES, '')))
    .map(([english, vietnamese]) => patternOf(english, vietnamese))
    .toSorted((a, b) => b.literals - a.literals)
  const whole = (text: string, spanning = false): string | undefined => {
    for (const pattern of patterns) {
      const values = pattern.english.exec(text)?.slice(1)
      if (!values || (!spanning && values.some(holdsSentences))) continue
      return filled(pattern, { values, translate })
    }
    return undefined
  }
  const sentences = (text: string): string | undefined => {
    for (const { index } of text.matchAll(/(?<=[.?!]) /g)) {
      const first = whole(text.slice(0, index))
      const rest = text.slice(index + 1)
      const last = first === undefined ? undefined : (whole(rest) ?? sentences(rest))
      if (last !== undefined) return `${first} ${last}`
    }
    return undefined
  }
  const translate: TranslateText = (text) =>
    whole(text) ?? sentences(text) ?? whole(text, true) ?? text
  return translate
}

/** A value that goes on into another sentence was not meant by the phrase. */
function holdsSentences(value: string): boolean {
  return /[.?!] \p{Lu}/u.test(value)
}

/** A regular expression for the whole of an English text, and the order of what it captures. */
function patternOf(english: string, vietnamese: string): Pattern {
  const literals = english.split(PLACEHOLDER).filter((_, index) => index % 3 === 0)
  return {
    english: new RegExp(`^${literals.map(escaped).join('(.*?)')}$`, 's'),
    names: placeholdersOf(english),
    vietnamese,
    literals: literals.join('').length,
  }
}

/** The names of a text's placeholders, in their order. */
function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
}

function filled(
  { names, vietnamese }: Pattern,
  { values, translate }: { readonly values: readonly string[]; readonly translate: TranslateText },
): string {
  return vietnamese.replace(PLACEHOLDER, (_, name: string, phrase: string) => {
    const value = values[names.indexOf(name)] ?? ''
    return phrase === '' ? value : translate(value)
  })
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
