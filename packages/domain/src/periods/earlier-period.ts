import { UsageError } from '../errors.ts'
import { say } from '../messages/say.ts'
import { parsePeriod, type ReportingPeriod } from '../reporting-period.ts'
import { plusDays } from '../time.ts'
import { weekTextOf } from './week.ts'

/** With which earlier period one is compared: the same a year before, or the one before it. */
export const EARLIER_PERIODS = ['last-year', 'last-period'] as const
export type EarlierPeriod = (typeof EARLIER_PERIODS)[number]

/**
 * The earlier period that a period is compared with, by the same cut-off day. Throws a UsageError where there is none: the
 * 53rd week of a year before that has 52, what comes before nine months or before days without a name.
 */
export function earlierPeriod(period: ReportingPeriod, which: EarlierPeriod): ReportingPeriod {
  const text = which === 'last-year' ? yearBefore(period) : periodBefore(period)
  if (text === undefined) throw noneBefore(period)
  try {
    return parsePeriod(text, { day: period.cutOffDay })
  } catch {
    throw noneBefore(period)
  }
}

function yearBefore({ text }: ReportingPeriod): string {
  const before = text.replaceAll(/\b\d{4}(?=-|$)/g, (year) => String(Number(year) - 1))
  return before.replaceAll('-02-29', '-02-28')
}

const PARTS = {
  half: { sign: 'H', of: 2 },
  quarter: { sign: 'Q', of: 4 },
  month: { sign: 'M', of: 12 },
}

function periodBefore({ kind, year, text, from }: ReportingPeriod): string | undefined {
  if (kind === 'year') return String(year - 1)
  if (kind === 'week') return weekTextOf(plusDays(from, -1))
  if (kind === 'custom' || kind === 'nine_months') return undefined
  const { sign, of } = PARTS[kind]
  const number = Number(text.slice(text.indexOf(sign) + 1))
  const [before, last] = number === 1 ? [year - 1, of] : [year, number - 1]
  return `${before}-${sign}${kind === 'month' ? String(last).padStart(2, '0') : last}`
}

function noneBefore({ text }: ReportingPeriod): UsageError {
  return new UsageError(
    say('{period} has no such earlier period to be compared with', { period: text }),
    {
      fix: say(
        'Name a year, half, quarter, month or week; of nine months and of days only the year before.',
      ),
    },
  )
}
