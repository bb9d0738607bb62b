/** Words that stand for one thing, each with an example or the reason why it is there; a word may be a pattern. */
export type Words = Readonly<Record<string, string>>

/** One of the words as whole words, wherever they stand in a folded text. */
export function within(words: Words): RegExp {
  return new RegExp(`\\b(?:${anyOf(words)})\\b`)
}

/** A folded text that begins with one of the words. */
export function leading(words: Words): RegExp {
  return new RegExp(`^(?:${anyOf(words)})\\b`)
}

/** A folded text that ends with one of the words. */
export function ending(words: Words): RegExp {
  return new RegExp(`\\b(?:${anyOf(words)})$`)
}

/** A folded text that is one of the words and nothing else. */
export function entire(words: Words): RegExp {
  return new RegExp(`^(?:${anyOf(words)})$`)
}

/** A folded text that begins with the letters of one of the words. */
export function prefix(words: Words): RegExp {
  return new RegExp(`^(?:${anyOf(words)})`)
}

/** A folded text that ends with the letters of one of the words. */
export function suffix(words: Words): RegExp {
  return new RegExp(`(?:${anyOf(words)})$`)
}

/** The letters of one of the words anywhere in a folded text. */
export function letters(words: Words): RegExp {
  return new RegExp(anyOf(words))
}

/** One of the words with its tones anywhere in a composed text, small or capital. */
export function toned(words: Words): RegExp {
  return new RegExp(anyOf(words), 'iu')
}

/** A label that begins with one of the words with its tones, after the bullet that it may have. */
export function tonedLabel(words: Words): RegExp {
  return new RegExp(`^\\s*(?:[-–+•]\\s*)?(?:${anyOf(words)})`, 'iu')
}

/** The words as alternatives of a pattern. */
export function anyOf(words: Words): string {
  return Object.keys(words).join('|')
}
