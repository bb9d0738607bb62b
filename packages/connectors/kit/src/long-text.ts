import { say } from '@cchc/domain'
import { UnreadableField } from './map-each.ts'

/** Longer than any text that is kept, in UTF-16 units: what patterns may run over. */
export const LONGEST_TEXT = 20_000

/** A text that is short enough for patterns; throws UnreadableField for any other, so that its row is refused. */
export function shortText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  throw new UnreadableField(
    say('holds a text of more than {count} characters', { count: LONGEST_TEXT }),
  )
}
