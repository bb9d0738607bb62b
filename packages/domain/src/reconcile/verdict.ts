import { UsageError } from '../errors.ts'
import { say } from '../messages/say.ts'

/** How two statements of one figure compare. `missing` = one side has dossiers and the other states none at all. */
export const VERDICTS = ['equal', 'missing_there', 'missing_here', 'different'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Compares the figure counted here with the one stated there; null = the portal states nothing. */
export function verdictOf(here: number, there: number | null): Verdict {
  if (here === (there ?? 0)) return 'equal'
  if (there === null || there === 0) return 'missing_there'
  return here === 0 ? 'missing_here' : 'different'
}

/** How much may stay unexplained without anyone having to look: a number of dossiers, or a share of the larger figure. */
export interface Tolerance {
  readonly amount: number
  readonly unit: 'dossiers' | 'percent'
}

export const NO_TOLERANCE: Tolerance = { amount: 0, unit: 'dossiers' }

const WRITTEN = /^(\d{1,9}(?:[.,]\d{1,3})?)\s*(%?)$/

/** Reads `5`, `1%` or `0,5%`; throws a UsageError for anything else. */
export function parseTolerance(text: string): Tolerance {
  const match = WRITTEN.exec(text.trim())
  const amount = Number(match?.[1]?.replace(',', '.'))
  const unit = match?.[2] === '%' ? 'percent' : 'dossiers'
  const isSound = unit === 'percent' ? amount <= 100 : Number.isInteger(amount)
  if (match && isSound) return { amount, unit }
  const shown = JSON.stringify(text.slice(0, 20))
  const message = say('must be a whole number, or a percentage up to 100%')
  throw new UsageError(say('The tolerance {text} cannot be read.', { text: shown }), {
    fix: say('Write a number of dossiers such as 5, or a share such as 0,5%.'),
    faults: [{ path: 'tolerance', message }],
  })
}

/** Whether what nothing explains is small enough; a percentage is one of the larger figure, compared exactly. */
export function isWithinTolerance(
  { unexplained, larger }: { readonly unexplained: number; readonly larger: number },
  tolerance: Tolerance,
): boolean {
  const distance = Math.abs(unexplained)
  if (tolerance.unit === 'dossiers') return distance <= tolerance.amount
  return distance * 100_000 <= Math.abs(larger) * Math.round(tolerance.amount * 1000)
}
