import type { Language } from '../index.ts'
import type { Phrases } from './phrases.ts'

/** Turns the English text of an error into the operator's language; a text without a phrase stays as it is. */
export type TranslateText = (text: string) => string

interface Pattern {
  readonly english: RegExp
  readonly names: readonly string[]
  readonly vietnamese: string
  readonly literals: number
}

const PLACEHOLDER = /\{([a-z][A-Za-z]*)(\*?)\}/g

/** Loads the phrases of a language; to be called only when there is a text to be shown. */
export async function loadTranslation(language: Language): Promise<TranslateText> {
  if (language !== 'vi') return (text) => text
  const { vietnamesePhrases } = await import('./vi.ts')
  return createTranslation(vietnamesePhrases)
}

/** Matches whole texts, the phrase with the most literal text first; what no phrase matches is tried sentence by sentence. */
export function createTranslation(phrases: Phrases): TranslateText {
  const patterns = Object.entries(phrases)
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
export function patternOf(english: string, vietnamese: string): Pattern {
  const literals = english.split(PLACEHOLDER).filter((_, index) => index % 3 === 0)
  return {
    english: new RegExp(`^${literals.map(escaped).join('(.*?)')}$`, 's'),
    names: placeholdersOf(english),
    vietnamese,
    literals: literals.join('').length,
  }
}

/** The names of a text's placeholders, in their order. */
export function placeholdersOf(text: string): string[] {
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
