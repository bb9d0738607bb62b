import { GatewayFailed, messageOfIssue, say } from '@cchc/domain'
import type { AnswerOf, Exchange } from '@cchc/hub/questions/question'

const MOST_FAULTS = 5

/** What is asked or told at a path. */
type Placed = Exchange & { readonly path: string }

/**
 * An answer as it came, once it is known to be one of its question. What a newer gateway tells beside it stays; what is
 * missing or of another kind is a GatewayFailed.
 */
export function checked<Q extends Placed>(question: Q, answer: unknown): AnswerOf<Q> {
  const read = question.answer.safeParse(answer)
  if (read.success) return answer as AnswerOf<Q>
  const { path } = question
  throw new GatewayFailed(say('What the gateway answered to {path} is not understood.', { path }), {
    fix: say('Use cchc or @cchc/client of the version that the gateway has.'),
    faults: read.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
      path: issue.path.join('.'),
      message: messageOfIssue(issue),
    })),
  })
}
