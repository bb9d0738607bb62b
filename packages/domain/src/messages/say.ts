import type { BilingualText } from '../counting/bilingual-text.ts'

/** What a message can hold: text, a number as it is to be printed, or a message that is translated with it. */
export type MessageValue = string | number | Message

/** A text for people that keeps its parts: its English template is its key in every catalogue. */
export interface Message {
  readonly template: string
  readonly values: Readonly<Record<string, MessageValue>>
}

/** A message, or a plain text, which is a template without values. */
export type Text = Message | string

/** Texts of one language by their English template; a template that is missing is said in English. */
export type Catalogue = Readonly<Record<string, string>>

/** What every Vietnamese catalogue holds: how it says a text that came in both languages. */
export const IN_BOTH_LANGUAGES: Catalogue = { '{en}': '{vi}' }

type NoName = `${string}${':' | ' ' | '"' | '.' | '…'}${string}`

/** The names between braces in a template. */
export type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends NoName | '' ? never : Name) | NamesIn<Rest>
  : never

type ValuesOf<T extends string> = { readonly [Name in NamesIn<T>]: MessageValue }

const PLACEHOLDER = /\{([a-z][A-Za-z]*)\}/g

/**
 * A message from a template and a value for each of its names; one that is missing does not type-check.
 *
 * @example say('No organisation {name} is known', { name: 'H61' })
 */
export function say<const T extends string>(
  template: T,
  ...values: [NamesIn<T>] extends [never] ? [] : [ValuesOf<T>]
): Message {
  return { template, values: values[0] ?? {} }
}

/** Messages after one another in one; there must be one at least. */
export function inARow([first, ...others]: readonly Message[]): Message {
  if (!first) throw new RangeError('no message')
  return others.reduce((all, one) => say('{all}; {one}', { all, one }), first)
}

/** A message for a text that is no template of ours, such as a library's own, where it is there in both languages. */
export function inBothLanguages({ en, vi }: BilingualText): Message {
  return { template: '{en}', values: { en, vi } }
}

/** The message that a text is. */
export function messageOf(text: Text): Message {
  return typeof text === 'string' ? { template: text, values: {} } : text
}

/** A text in the language of the catalogue; in English without one. */
export function inWords(text: Text, catalogue: Catalogue = {}): string {
  const { template, values } = messageOf(text)
  const words = own(catalogue, template) ?? template
  return words.replace(PLACEHOLDER, (whole, name: string) => {
    const value = own(values, name)
    return typeof value === 'object' ? inWords(value, catalogue) : String(value ?? whole)
  })
}

/** Any text can be a template or stand between braces, `constructor` too. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
