import { IndexAssessment, parseScore, Score } from '@cchc/domain'
import { z } from 'zod'
import type { GivenFile } from '../grid/read-grids.ts'
import { isJson, parsedJson } from '../report/read-report.ts'
import { indexTable } from './index-table.ts'
import { checked } from './table-by-heads.ts'

/** Whose result a file holds; the year where the file does not state it. */
export interface IndexOf {
  readonly agency: string
  readonly year: number | undefined
}

/**
 * Reads the result of a CCHC index from JSON, or from a table of domains and criteria (xlsx or csv); throws a UsageError
 * that names every fault.
 */
export async function readIndexFile(file: GivenFile, of: IndexOf): Promise<IndexAssessment> {
  const document = isJson(file) ? parsedJson(file) : await indexTable(file, of)
  const written = checked(file, Written, document)
  return checked(file, IndexAssessment, withDefaults(written, of))
}

/** A score as its text, its parts, or both. */
const WrittenScore = z
  .object({
    points: z.number().optional(),
    score: z.number().optional(),
    max: z.number(),
    raw: z.string().nullish(),
    printed: z.string().nullish(),
  })
  .transform(({ points, score, max, raw, printed }) => {
    const text = raw ?? printed ?? null
    return (
      (text === null ? undefined : parseScore(text)) ?? { points: points ?? score, max, raw: null }
    )
  })
  .pipe(Score)

const Place = z.object({ rank: z.int(), of: z.int() }).nullish()

const WrittenDomain = z
  .object({
    number: z.int().optional(),
    printedNo: z.int().optional(),
    code: z.string().optional(),
    criteriaCode: z.string().optional(),
    label: z.string(),
    score: z.union([z.number(), WrittenScore]),
    max: z.number().optional(),
    printed: z.string().optional(),
    rank: z.union([z.int(), Place]).optional(),
    of: z.int().optional(),
    target: WrittenScore.nullish(),
  })
  .loose()
  .transform(({ number, printedNo, code, criteriaCode, label, rank, of, target, ...rest }) => ({
    number: number ?? printedNo,
    code: code ?? criteriaCode,
    label,
    score: domainScore(rest),
    rank: typeof rank === 'number' ? { rank, of } : (rank ?? null),
    target: target ?? nextTarget(rest),
  }))

interface DomainScore {
  readonly score: number | Score
  readonly max?: number | undefined
  readonly printed?: string | undefined
}

function domainScore({ score, max, printed }: DomainScore): unknown {
  if (typeof score !== 'number') return score
  return (
    (printed === undefined ? undefined : parseScore(printed)) ?? { points: score, max, raw: null }
  )
}

/** `target2023`: the target of the year after. */
function nextTarget(rest: Readonly<Record<string, unknown>>): Score | null {
  const key = Object.keys(rest).find((name) => /^target\d{4}$/.test(name))
  const read = key === undefined ? undefined : WrittenScore.safeParse(rest[key])
  return read?.success ? read.data : null
}

const WrittenTargets = z
  .object({
    year: z.int(),
    total: z.unknown().optional(),
    overall: z
      .object({ min: z.number(), strict: z.boolean(), max: z.number(), printed: z.string() })
      .transform(({ min, strict, max, printed }) => {
        return { minimum: min, exclusive: strict, max, raw: printed }
      })
      .optional(),
    rank: z
      .object({
        worst: z.int().optional(),
        max: z.int().optional(),
        of: z.int(),
        raw: z.string().optional(),
        printed: z.string().optional(),
      })
      .transform(({ worst, max, of, raw, printed }) => {
        return { worst: worst ?? max, of, raw: raw ?? printed ?? `${worst ?? max}/${of}` }
      })
      .nullish(),
  })
  .transform(({ year, total, overall, rank }) => ({
    year,
    total: overall ?? total,
    rank: rank ?? null,
  }))

const Written = z
  .object({
    title: z.string().optional(),
    agency: z.string().optional(),
    document: z.unknown().optional(),
    basis: z.array(z.object({ subject: z.string().nullable().default(null) }).loose()).default([]),
    reviewedOn: z.string().nullish(),
    reviewMeeting: z.object({ date: z.string() }).nullish(),
    year: z.int().optional(),
    indexYear: z.int().optional(),
    total: WrittenScore,
    rank: Place,
    change: z.object({ points: z.number(), against: z.int() }).nullish(),
    delta: z
      .object({ value: z.number(), vsYear: z.int() })
      .transform(({ value, vsYear }) => ({ points: value, against: vsYear }))
      .nullish(),
    domains: z.array(WrittenDomain).min(1),
    lostCriteria: z.array(z.unknown()).default([]),
    targets: WrittenTargets.nullish(),
  })
  .loose()

function withDefaults(written: z.output<typeof Written>, of: IndexOf): unknown {
  const { document, year, indexYear, reviewMeeting, change, delta } = written
  const titled = typeof document === 'string' ? document : undefined
  const stated = year ?? indexYear ?? of.year
  return {
    title: written.title ?? titled ?? `Kết quả Chỉ số cải cách hành chính năm ${stated}`,
    agency: written.agency ?? of.agency,
    document: typeof document === 'object' ? (document ?? null) : null,
    basis: written.basis,
    reviewedOn: written.reviewedOn ?? reviewMeeting?.date ?? null,
    year: stated,
    total: written.total,
    rank: written.rank ?? null,
    change: change ?? delta ?? null,
    domains: written.domains,
    lostCriteria: written.lostCriteria,
    targets: written.targets ?? null,
  }
}
