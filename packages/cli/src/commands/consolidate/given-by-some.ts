import type { consolidate } from '@cchc/hub/actions/consolidate'
import type { AnswerOf } from '@cchc/hub/questions/question'

/** Whether some units give a figure, and others do not or give words. */
export function isGivenBySome({
  given,
  notGiven,
  words,
}: AnswerOf<typeof consolidate>['sums'][number]): boolean {
  return words.length > 0 || (given > 0 && notGiven.length > 0)
}
