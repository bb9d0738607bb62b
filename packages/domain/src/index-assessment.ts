import { z } from 'zod'
import { LegalDocument } from './legal-document.ts'
import { issueOf } from './messages/faults.ts'
import { say } from './messages/say.ts'
import { Day } from './time.ts'
import { parseNumber, printNumber } from './vietnamese/number.ts'

const Points = z.number().min(0).max(1000)
const Year = z.int().min(1991).max(2099)

/** Points reached out of a maximum, e.g. `11,5/12,5`; `raw` is the text as printed, null where the hub computed it. */
export const Score = z
  .object({ points: Points, max: Points, raw: z.string().max(60).nullable() })
  .refine((score) => score.points <= score.max, {
    path: ['points'],
    message: say('above the maximum').template,
  })
export type Score = z.output<typeof Score>

/** A place among so many agencies; 1 is the best. */
const Rank = z
  .object({ rank: z.int().min(1), of: z.int().min(1) })
  .refine((place) => place.rank <= place.of, {
    path: ['rank'],
    message: say('behind the last place').template,
  })

/** A domain (lĩnh vực) of the index; `code` is the first part of its criteria's codes, not its place in the text. */
export const IndexDomain = z.object({
  number: z.int().min(1),
  code: z.string().max(20),
  label: z.string().min(1).max(300),
  score: Score,
  rank: Rank.nullable(),
  target: Score.nullable(),
})
export type IndexDomain = z.output<typeof IndexDomain>

/** A criterion (tiêu chí thành phần) on which points were lost, and who answers for it; null points = not printed. */
const LostCriterion = z.object({
  code: z.string().regex(/^\d+(\.\d+)*$/, say('not a criterion code such as 2.1.1.1').template),
  label: z.string().min(1).max(600),
  domainCode: z.string().max(20),
  assignedTo: z.array(z.string().min(1).max(300)),
  action: z.string().max(1000).nullable(),
  pointsLost: Points.nullable(),
})

/** What the agency sets out to reach: a total (`exclusive` = more than `minimum`) and a place. */
const IndexTargets = z.object({
  year: Year,
  total: z.object({
    minimum: Points,
    exclusive: z.boolean(),
    max: Points,
    raw: z.string().max(100),
  }),
  rank: z
    .object({ worst: z.int().min(1), of: z.int().min(1), raw: z.string().max(100) })
    .nullable(),
})

/**
 * An agency's result in its province's CCHC index and what follows from it. Every province sets its own table of
 * domains and maxima, so they are data. The total holds survey points too: it is not the sum of the domains.
 */
export const IndexAssessment = z
  .object({
    title: z.string().min(1).max(500),
    agency: z.string().min(1).max(300),
    document: LegalDocument.nullable(),
    basis: z.array(LegalDocument.extend({ subject: z.string().max(500).nullable() })),
    reviewedOn: Day.nullable(),
    year: Year,
    total: Score,
    rank: Rank.nullable(),
    change: z.object({ points: z.number(), against: Year }).nullable(),
    domains: z.array(IndexDomain).min(1),
    lostCriteria: z.array(LostCriterion),
    targets: IndexTargets.nullable(),
  })
  .superRefine((assessment, context) => {
    const codes = new Set(assessment.domains.map((domain) => domain.code))
    if (codes.size !== assessment.domains.length) {
      context.addIssue(issueOf(say('domain codes are not unique')))
    }
    for (const { code, domainCode } of assessment.lostCriteria) {
      if (codes.has(domainCode)) continue
      context.addIssue(issueOf(say('criterion {code} belongs to no domain', { code })))
    }
  })
export type IndexAssessment = z.output<typeof IndexAssessment>

/** Reads a score such as `11,5/12,5` and keeps its text; undefined for anything else. */
export function parseScore(raw: string): Score | undefined {
  const [points, max, ...rest] = raw.split('/').map(parseNumber)
  if (!points || !max || rest.length > 0 || points.percent || max.percent) return undefined
  const score = Score.safeParse({ points: points.value, max: max.value, raw })
  return score.success ? score.data : undefined
}

/** Prints a score as it was written, otherwise with as many decimals as it needs (at most two): `61,5/66,5`. */
export function printScore(score: Score): string {
  return score.raw ?? `${shortest(score.points)}/${shortest(score.max)}`
}

/** Points lost in a score, exact to a thousandth of a point. */
export function lostPoints(score: Score): number {
  return (thousandths(score.max) - thousandths(score.points)) / 1000
}

/** Sum of scores of disjoint domains, exact to a thousandth of a point. */
export function sumScores(scores: readonly Score[]): Score {
  const sum = (part: (score: Score) => number) =>
    scores.reduce((total, score) => total + thousandths(part(score)), 0) / 1000
  return { points: sum((score) => score.points), max: sum((score) => score.max), raw: null }
}

/** What the total holds beside the domains: points of the sociological survey (điều tra xã hội học), not broken down. */
export function surveyScore(assessment: Pick<IndexAssessment, 'total' | 'domains'>): Score {
  const { total, domains } = assessment
  const own = sumScores(domains.map((domain) => domain.score))
  return {
    points: (thousandths(total.points) - thousandths(own.points)) / 1000,
    max: (thousandths(total.max) - thousandths(own.max)) / 1000,
    raw: null,
  }
}

function thousandths(points: number): number {
  return Math.round(points * 1000)
}

function shortest(points: number): string {
  return printNumber(points, 2).replace(/,00$|(?<=,\d)0$/, '')
}
