import type { AskedOf } from '@cchc/hub/questions/question'
import { RANKED_BY, type ranking } from '@cchc/hub/questions/ranking'
import { askedOf, CHOSEN, type Chosen } from './chosen.ts'

/** What of an address says which ranking is looked at. */
export const RANKING_TAKES = [...CHOSEN, 'measure'] as const

/** The ranking that an address means; a rate that nobody knows is the usual one. */
export function rankingAsked(chosen: Chosen, wished: string | undefined): AskedOf<typeof ranking> {
  const measure = RANKED_BY.find(({ id }) => id === wished)
  return { ...askedOf(chosen), ...(measure && { measure: measure.id }) }
}
