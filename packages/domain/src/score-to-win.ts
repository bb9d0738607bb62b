import type { StatedScore } from './portal-score.ts'

/** How many more of the denominator would bring a score to its maximum, and what each is worth. */
export interface ScoreToWin {
  readonly more: number
  /** Points of each, until the maximum is reached. */
  readonly pointsEach: number
}

/** Shares at which QĐ 766 gives full marks. */
const TARGETS = [1, 0.9, 0.8, 0.5]
/** Portals round scores to two decimals. */
const ROUNDED = 0.015

/**
 * What would win back the points that a score lacks, where that is arithmetic: the row itself shows that its score grows with
 * the share up to one of the targets of QĐ 766/QĐ-TTg. Undefined for any other score, and for one that is not short.
 */
export function scoreToWin({
  score,
  maximum,
  numerator,
  denominator,
}: StatedScore): ScoreToWin | undefined {
  if (!score || !maximum || !numerator || !denominator) return undefined
  if (score >= maximum || numerator > denominator) return undefined
  const share = numerator / denominator
  const target = TARGETS.find((one) => Math.abs((maximum * share) / one - score) <= ROUNDED)
  if (target === undefined) return undefined
  const more = Math.ceil(target * denominator - numerator - Number.EPSILON * denominator)
  return more > 0 ? { more, pointsEach: maximum / target / denominator } : undefined
}
