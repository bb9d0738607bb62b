import type { Problem } from '@cchc/hub/questions/problem'
import type { AnswerOf, AskedOf, RemoteQuestion } from '@cchc/hub/questions/question'

/** Asks the gateway for whoever looks at the page: with their rights, within their bounds. Throws a PageFailure. */
export type Ask = <Q extends RemoteQuestion>(question: Q, asked: AskedOf<Q>) => Promise<AnswerOf<Q>>

/** What the gateway refused, in its own words. */
export class PageFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** An answer; undefined where whoever looks may not have it, so that the rest of the page still stands. */
export async function ifAllowed<A>(answer: Promise<A>): Promise<A | undefined> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof PageFailure && thrown.problem.status === 403) return undefined
    throw thrown
  }
}
