import type { Messages } from './en.ts'

export type { Messages }

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** All words that the command says to operators, in one language. What readers of figures see is always Vietnamese. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'vi' ? (await import('./vi.ts')).vi : (await import('./en.ts')).en
}
