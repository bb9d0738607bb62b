import type { Guarded } from '@cchc/hub/access/narrow'
import type { BegunSync } from '@cchc/hub/actions/begun-reading'
import type { GivenFile } from '@cchc/hub/check'
import type { Problem } from '@cchc/hub/questions/problem'
import type { AnswerOf, AskedOf, Exchange, RemoteQuestion } from '@cchc/hub/questions/question'

/** Asks the gateway for whoever looks at the page: with their rights, within their bounds. Throws a PageFailure. */
export type Ask = <Q extends RemoteQuestion>(question: Q, asked: AskedOf<Q>) => Promise<AnswerOf<Q>>

/** What a form of the page says, by the names of what is asked. */
export type Written = Readonly<Record<string, string | undefined>>

/** Files by the parameters that they are. */
export type SentFiles = Readonly<Record<string, readonly GivenFile[]>>

/**
 * Tells the gateway to do something, or asks it about files, as `Ask` asks. What is written is checked there; what belongs to
 * something else is left out. Throws a PageFailure.
 */
export type Tell = <E extends Exchange>(
  exchange: E,
  written: Written,
  files?: SentFiles,
) => Promise<AnswerOf<E>>

/**
 * Has the gateway read portals: a sync, or refused records again. It goes on when this has told of its first run; the same
 * `once` begins it once. Throws a PageFailure.
 */
export type Begin = (reading: 'sync' | 'retry', written: Written) => Promise<BegunSync>

/** Why whoever looks may not ask or do something at all, in a sentence; undefined where they may. */
export type WhyNot = (exchange: Guarded) => Promise<string | undefined>

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

/** An answer, or why what was asked has none, so that whoever looks can ask otherwise on the same page. */
export async function orRefusal<A>(answer: Promise<A>): Promise<A | PageFailure> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof PageFailure && [400, 404].includes(thrown.problem.status)) return thrown
    throw thrown
  }
}
