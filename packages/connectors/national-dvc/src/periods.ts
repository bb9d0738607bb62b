import { type Day, dayNumber, dayNumberOf, dayText } from '@cchc/domain'
import type { ReportingConfig } from './config.ts'

/** A calendar period of the portal; days are inclusive. */
export interface PortalPeriod {
  readonly from: Day
  readonly to: Day
  /** How the portal is asked for it. */
  readonly query: Readonly<Record<string, string | number>>
  /** It has not ended, so its figures will change. */
  readonly provisional: boolean
}

type Kind = ReportingConfig['periods'][number]

const LENGTHS: Readonly<Record<Kind, number>> = { year: 12, quarter: 3, month: 1 }

interface Limits {
  readonly now: number
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** The configured periods that have begun by `now` (a month only when it has ended), oldest first. */
export function portalPeriods(config: ReportingConfig, limits: Limits): PortalPeriod[] {
  const today = dayText(dayNumberOf(limits.now))
  const last = Math.min(config.until ?? Number.POSITIVE_INFINITY, Number(today.slice(0, 4)))
  const periods: PortalPeriod[] = []
  for (let year = config.since; year <= last; year += 1) {
    for (const kind of config.periods) periods.push(...periodsOf(year, kind, today))
  }
  return periods.filter(({ from, to }) => (limits.from ?? from) <= to && from <= (limits.to ?? to))
}

function periodsOf(year: number, kind: Kind, today: Day): PortalPeriod[] {
  const length = LENGTHS[kind]
  const count = 12 / length
  const periods = Array.from({ length: count }, (_, index) => {
    const from = firstDay(year, index * length)
    const to = dayText(dayNumber(firstDay(year, (index + 1) * length)) - 1)
    const number = kind === 'year' ? {} : { [kind]: index + 1 }
    return { from, to, query: { timeType: kind, year, ...number }, provisional: to >= today }
  })
  return periods.filter(({ from, provisional }) =>
    kind === 'month' ? !provisional : from <= today,
  )
}

/** `month` counts from 0 and may run into the next year. */
function firstDay(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
