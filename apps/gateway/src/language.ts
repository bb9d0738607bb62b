import { inWords, type Text } from '@cchc/domain'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language that the client prefers, English unless it says one that is known. */
export function languageOf(context: Context): Language {
  const supports = [...LANGUAGES]
  return accepts(context, {
    header: 'Accept-Language',
    supports,
    default: 'en',
    match: (asked) => {
      const preferred = asked.toSorted((a, b) => b.q - a.q).map(({ type }) => type.slice(0, 2))
      return preferred.find((one) => supports.includes(one as Language)) ?? 'en'
    },
  }) as Language
}

/** How texts are said in a language. */
export async function wordsIn(language: Language): Promise<(text: Text) => string> {
  if (language === 'en') return (text) => inWords(text)
  const { loadVietnamese } = await import('@cchc/hub/vietnamese')
  const catalogue = await loadVietnamese()
  return (text) => inWords(text, catalogue)
}
