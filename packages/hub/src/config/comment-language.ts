import type { BilingualText } from '@cchc/domain'

/** Which of the two languages comments are in. */
export type CommentLanguage = keyof BilingualText
