import type { AppError, Text } from '@cchc/domain'
import { z } from 'zod'

/** What went wrong and what to do, as an answer tells it. */
export const ToldError = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string().nullable(),
})

/** An error in the words of who asks. */
export function toldError({ code, said, whatToDo }: AppError, words: (text: Text) => string) {
  return { code, message: words(said), fix: whatToDo ? words(whatToDo) : null }
}
