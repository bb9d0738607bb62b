import { type BilingualText, type Catalogue, inWords, type Message } from '@cchc/domain'
import { AUDIT_RULES } from './audit-rules.ts'
import { CITING_PHRASES } from './cited-place.ts'
import { PHRASES } from './phrases.ts'
import { STATING_PHRASES } from './stated-place.ts'

/** Everything that audits say. */
export const TEXTS: readonly BilingualText[] = [
  ...PHRASES,
  ...CITING_PHRASES,
  ...STATING_PHRASES,
  ...AUDIT_RULES.flatMap(({ sentence, phrases }) => [sentence, ...phrases]),
]

/** What audits say, in Vietnamese, by the English template. */
export const AUDIT_VIETNAMESE: Catalogue = Object.fromEntries(TEXTS.map(({ en, vi }) => [en, vi]))

/** A message of an audit as officials read it: a Vietnamese sentence that begins with a capital letter. */
export function inVietnamese(message: Message): string {
  const text = inWords(message, AUDIT_VIETNAMESE)
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
