import type { IndexAssessment, IndexDomain, Score } from './index-assessment.ts'
import { lostPoints, sumScores, surveyScore } from './index-assessment.ts'

/** A domain of an index with what it lost, and what it would have to gain to reach its target; null = no target. */
export interface DomainGap {
  readonly domain: IndexDomain
  readonly lost: number
  readonly toGain: number | null
}

/** What an index result leaves to be done; points are exact to a thousandth. */
export interface IndexGap {
  readonly domains: readonly DomainGap[]
  readonly sum: Score
  /** Points of the sociological survey: what the total holds beside the domains. */
  readonly survey: Score
  readonly lost: number
  /** What the domains gain when each reaches its target. */
  readonly gainOfDomains: number
  readonly target: {
    readonly year: number
    /** From the total to the least that the target allows; with `exclusive` a little more. */
    readonly toGain: number
    readonly exclusive: boolean
    /** What the survey would have to give beyond the domains' own gain; 0 = the domains suffice. */
    readonly fromSurvey: number
    /** Places to climb; null where the target or the result has none. */
    readonly places: number | null
  } | null
}

/** What would have to be gained, from where, to reach next year's target. */
export function indexGap(assessment: IndexAssessment): IndexGap {
  const domains = assessment.domains.map((domain) => ({
    domain,
    lost: lostPoints(domain.score),
    toGain: domain.target === null ? null : gain(domain.score.points, domain.target.points),
  }))
  const gainOfDomains = rounded(domains.reduce((sum, { toGain }) => sum + (toGain ?? 0), 0))
  return {
    domains,
    sum: sumScores(assessment.domains.map(({ score }) => score)),
    survey: surveyScore(assessment),
    lost: lostPoints(assessment.total),
    gainOfDomains,
    target: targetOf(assessment, gainOfDomains),
  }
}

function targetOf(
  { targets, total, rank }: IndexAssessment,
  gainOfDomains: number,
): IndexGap['target'] {
  if (targets === null) return null
  const toGain = gain(total.points, targets.total.minimum)
  return {
    year: targets.year,
    toGain,
    exclusive: targets.total.exclusive,
    fromSurvey: gain(gainOfDomains, toGain),
    places: rank && targets.rank ? Math.max(0, rank.rank - targets.rank.worst) : null,
  }
}

function gain(from: number, to: number): number {
  return Math.max(0, rounded(to - from))
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
