import { dayOf, type Instant, monthsOf, parsePeriod, plusDays, weekTextOf } from '@cchc/domain'

/** Periods as a schedule names them: the newest that is over, or the one that goes on. */
export const RECENT_PERIODS = [
  'last-week',
  'last-month',
  'last-quarter',
  'last-half',
  'last-year',
  'this-week',
  'this-month',
  'this-quarter',
  'this-half',
  'this-year',
] as const
export type RecentPeriod = (typeof RECENT_PERIODS)[number]

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** The period that is meant at an instant, as `parsePeriod` reads it: `2026-W24`, `2026-M06`, `2026-Q2`, `2026-H1`, `2026`. */
export function recentPeriod(
  name: RecentPeriod,
  { at, cutOffDay }: { readonly at: Instant; readonly cutOffDay: number },
): string {
  const day = dayOf(at)
  if (name === 'this-week') return weekTextOf(day)
  if (name === 'last-week') return weekTextOf(plusDays(day, -7))
  const [when, kind] = name.split('-') as ['last' | 'this', keyof typeof MONTHS]
  const [month] = monthsOf(parsePeriod(`${day}..${day}`, { day: cutOffDay }))
  const [year = 0, number = 1] = (month?.label ?? '').split('-M').map(Number)
  const length = MONTHS[kind]
  const index = Math.floor((year * 12 + number - 1) / length) - (when === 'last' ? 1 : 0)
  return periodText(kind, { year: Math.floor((index * length) / 12), part: index % (12 / length) })
}

function periodText(
  kind: keyof typeof MONTHS,
  { year, part }: { readonly year: number; readonly part: number },
): string {
  if (kind === 'year') return String(year)
  if (kind === 'month') return `${year}-M${String(part + 1).padStart(2, '0')}`
  return `${year}-${kind === 'half' ? 'H' : 'Q'}${part + 1}`
}
