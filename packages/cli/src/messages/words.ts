import { inWords, type Text } from '@cchc/domain'
import type { Language } from './index.ts'

/** Says a text in the operator's language. */
export type Words = (text: Text) => string

/** Loads the texts of a language; to be called only when there is one to be shown. */
export async function loadWords(language: Language): Promise<Words> {
  if (language !== 'vi') return (text) => inWords(text)
  const { loadVietnamese } = await import('@cchc/hub/vietnamese')
  const { transitionalWords } = await import('./transitional/translate-text.ts')
  return transitionalWords(await loadVietnamese())
}
