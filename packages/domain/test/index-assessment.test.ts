import { expect, test } from 'vitest'
import {
  IndexAssessment,
  lostPoints,
  parseScore,
  printPercent,
  printScore,
  sumScores,
  surveyScore,
} from '../src/index.ts'
import { fixture } from './fixture.ts'

interface Published {
  document: string
  agency: string
  basis: { type: string; number: string; date: string; subject?: string }[]
  reviewMeeting: { date: string }
  indexYear: number
  total: { printed: string; score: number; max: number }
  delta: { value: number; vsYear: number; impliedPreviousScore: number }
  rank: { rank: number; of: number }
  domains: {
    printedNo: number
    criteriaCode: string
    label: string
    printed: string
    lost: number
    percent: number
    rank: number
    of: number
    target2023: { printed: string }
  }[]
  lostCriteria: {
    code: string
    label: string
    domainCode: string
    assignedTo: string[]
    action: string
    pointsLost: number | null
  }[]
  targets: {
    year: number
    overall: { printed: string; min: number; strict: boolean; max: number }
    rank: { printed: string; max: number; of: number }
  }
  sumOfDomains: {
    score: number
    max: number
    remainderOfTotal: { score: number; max: number }
  }
}

const published = fixture<Published>('quang-ngai.index')

const raw = {
  title: published.document,
  agency: published.agency,
  document: null,
  basis: published.basis.map((document) => ({ subject: null, ...document })),
  reviewedOn: published.reviewMeeting.date,
  year: published.indexYear,
  total: parseScore(published.total.printed),
  rank: published.rank,
  change: { points: published.delta.value, against: published.delta.vsYear },
  domains: published.domains.map((domain) => ({
    number: domain.printedNo,
    code: domain.criteriaCode,
    label: domain.label,
    score: parseScore(domain.printed),
    rank: { rank: domain.rank, of: domain.of },
    target: parseScore(domain.target2023.printed),
  })),
  lostCriteria: published.lostCriteria,
  targets: {
    year: published.targets.year,
    total: {
      minimum: published.targets.overall.min,
      exclusive: published.targets.overall.strict,
      max: published.targets.overall.max,
      raw: published.targets.overall.printed,
    },
    rank: {
      worst: published.targets.rank.max,
      of: published.targets.rank.of,
      raw: published.targets.rank.printed,
    },
  },
}
const assessment = IndexAssessment.parse(raw)

test('the published assessment loads and prints back cell for cell', () => {
  expect(printScore(assessment.total)).toBe(published.total.printed)
  expect(assessment.total).toMatchObject({ points: 82.91, max: 100 })
  expect(
    assessment.domains.map(({ score, target }) => [
      printScore(score),
      target && printScore(target),
    ]),
  ).toEqual(published.domains.map((domain) => [domain.printed, domain.target2023.printed]))
  expect(assessment.rank).toEqual(published.rank)
  expect(assessment.domains.map((d) => d.rank)).toEqual(
    published.domains.map(({ rank, of }) => ({ rank, of })),
  )
  expect(assessment.lostCriteria).toMatchObject(
    published.lostCriteria.map(({ code, label, domainCode, assignedTo, action, pointsLost }) => ({
      ...{ code, label, domainCode, assignedTo, action, pointsLost },
    })),
  )
  expect(assessment.targets?.total.raw).toBe('trên 85/100 điểm')
  expect(assessment.targets?.rank).toEqual({ worst: 10, of: 20, raw: 'tốp 10/20' })
})

test('lost points and percentages follow from the printed scores', () => {
  for (const [index, { score }] of assessment.domains.entries()) {
    const domain = published.domains[index]
    expect(lostPoints(score)).toBe(domain?.lost)
    const percent = printPercent({ numerator: score.points, denominator: score.max })
    expect(percent).toBe(`${domain?.percent.toFixed(2).replace('.', ',')}%`)
  }
})

test('domains sum exactly, and the rest of the total is the survey', () => {
  const sum = sumScores(assessment.domains.map((domain) => domain.score))
  expect(sum).toEqual({ points: 61.5, max: 66.5, raw: null })
  expect(printScore(sum)).toBe('61,5/66,5')
  expect(surveyScore(assessment)).toEqual({ points: 21.41, max: 33.5, raw: null })
})

test('points are summed without binary fractions', () => {
  const score = { points: 1.005, max: 2, raw: null }
  expect(lostPoints(score)).toBe(0.995)
  expect(sumScores([score, { points: 0.1, max: 0.1, raw: null }]).points).toBe(1.105)
})

test.each(['13/12,5', '42.95/100', '8', '8/9/10', '8%/10', 'mười/10'])(
  'the score %j is refused',
  (text) => {
    expect(parseScore(text)).toBeUndefined()
  },
)

test('a score made by the hub prints no needless decimals', () => {
  expect(printScore({ points: 10, max: 100, raw: null })).toBe('10/100')
  expect(printScore({ points: 10.5, max: 12.25, raw: null })).toBe('10,5/12,25')
})

test('a criterion of a domain that does not exist is refused', () => {
  const [first, ...others] = raw.lostCriteria
  const stray = { ...raw, lostCriteria: [{ ...first, domainCode: '9' }, ...others] }
  expect(IndexAssessment.safeParse(stray).success).toBe(false)
})

test('nobody stands behind the last place', () => {
  expect(IndexAssessment.safeParse({ ...raw, rank: { rank: 21, of: 20 } }).success).toBe(false)
})
