/** Words that stand for one thing, each with an example or the reason why it is there; a word may be a pattern. */
export type Words = Readonly<Record<string, string>>

/** The words as alternatives of a pattern. */
export function anyOf(words: Words): string {
  return Object.keys(words).join('|')
}

function between(before: string, after: string, flags = '') {
  return (words: Words) => new RegExp(`${before}(?:${anyOf(words)})${after}`, flags)
}

/** One of the words as whole words, wherever they stand in a folded text. */
export const within = between('\\b', '\\b')
/** A folded text that begins with one of the words. */
export const leading = between('^', '\\b')
/** A folded text that ends with one of the words. */
export const ending = between('\\b', '$')
/** A folded text that is one of the words and nothing else. */
export const entire = between('^', '$')
/** A folded text that begins with the letters of one of the words. */
export const prefix = between('^', '')
/** A folded text that ends with the letters of one of the words. */
export const suffix = between('', '$')
/** The letters of one of the words anywhere in a folded text. */
export const letters = between('', '')
/** One of the words with its tones anywhere in a composed text, small or capital. */
export const toned = between('', '', 'iu')
/** A label that begins with one of the words with its tones, after the bullet that it may have. */
export const tonedLabel = between('^\\s*(?:[-–+•]\\s*)?', '', 'iu')
