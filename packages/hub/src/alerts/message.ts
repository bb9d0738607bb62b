import { randomUUID } from 'node:crypto'
import type { Instant, Text } from '@cchc/domain'

/** Says a text in the language of those who are told. */
export type Words = (text: Text) => string

/** What a message tells. */
export type MessageKind = 'changes' | 'weekly' | 'digest' | 'test'

/** A message in the language of its readers, as it is kept and delivered; counts and codes only, no names of people. */
export interface AlertContent {
  readonly kind: MessageKind
  /** When it was made, ISO 8601 in Vietnam's time. */
  readonly at: string
  /** One line. */
  readonly subject: string
  readonly text: string
  /** What it tells, for programs. */
  readonly data: unknown
  /** Who gets it instead of those of the channel; of mail alone. */
  readonly to?: readonly string[] | undefined
}

/** A message that is to be handed over now; one that comes twice has the same id. */
export interface Outgoing {
  readonly id: string
  readonly content: AlertContent
  readonly now: Instant
  readonly signal: AbortSignal
}

/** What a receiver that reads JSON gets. */
export function toldJson({
  id,
  content: { to: _, ...content },
}: Pick<Outgoing, 'id' | 'content'>): string {
  return JSON.stringify({ id, ...content })
}

/** A message with the channel that it goes to. */
export interface AddressedContent {
  readonly channel: string
  readonly content: AlertContent
}

/** A new message, with an id of its own. */
export function messageTo({ channel, content }: AddressedContent) {
  return { id: randomUUID(), channel, content }
}
