import type { Messages } from './messages/index.ts'

/** A usage line or the flags of an option, with what stands between brackets in the operator's language. */
export function helpTerm(text: string, { help }: Pick<Messages, 'help'>): string {
  return text.replace(/(?<=[<[])\w+/g, (word) => help.word(word))
}
