import { Day, type DayNumber, dayNumber, type Fault, say, UsageError } from '@cchc/domain'
import { type DimensionId, splitsPeriod } from '../dimension/dimensions.ts'

/** Which statistics; `organisation` includes everything below it. Days are inclusive, in Asia/Ho_Chi_Minh. */
export interface StatisticsQuery {
  readonly organisation?: string
  readonly from: Day
  readonly to: Day
  /** Months to split by, each with its label such as `2022-M01`; needed only with `by` containing `month`. */
  readonly months?: readonly { readonly label: string; readonly from: Day; readonly to: Day }[]
  readonly by: readonly DimensionId[]
  readonly rule: string
  readonly sources?: readonly string[]
}

/** What every query about dossiers says of its period and split. */
export type SplitQuery = Pick<StatisticsQuery, 'from' | 'to' | 'by' | 'months'>

interface NamedWindow {
  readonly path: string
  readonly from: Day
  readonly to: Day
}

/** Throws UsageError with every fault of the query's days, dimensions and months; the rule is checked by its lookup. */
export function checkStatisticsQuery(query: SplitQuery): void {
  const windows: NamedWindow[] = [
    { path: 'period', from: query.from, to: query.to },
    ...(query.months ?? []).map(({ label, from, to }) => ({ path: `months.${label}`, from, to })),
  ]
  const faults = [...windows.flatMap(windowFaults), ...dimensionFaults(query)]
  const [first] = faults
  if (!first) return
  const fault = first.message
  throw new UsageError(say('These statistics cannot be counted: {fault}', { fault }), {
    faults,
    fix: say('Correct the period or the split and try again.'),
  })
}

/** The months that a query splits by; none unless it does. */
export function askedMonths({ by, months }: SplitQuery): NonNullable<SplitQuery['months']> {
  return splitsPeriod(by) ? (months ?? []) : []
}

/** The days that a query's period and months cover. */
export function countedDays(query: SplitQuery): { from: DayNumber; to: DayNumber } {
  const windows = [query, ...askedMonths(query)]
  return {
    from: Math.min(...windows.map(({ from }) => dayNumber(from))),
    to: Math.max(...windows.map(({ to }) => dayNumber(to))),
  }
}

function windowFaults({ path, from, to }: NamedWindow): Fault[] {
  const wrong = [from, to].filter((day) => !Day.safeParse(day).success)
  if (wrong.length > 0) {
    return wrong.map((day) => ({
      path,
      message: say('{day} is not a day such as 2022-12-15', { day }),
    }))
  }
  if (dayNumber(from) <= dayNumber(to)) return []
  return [{ path, message: say('it ends ({to}) before it begins ({from})', { to, from }) }]
}

function dimensionFaults({ by, months }: SplitQuery): Fault[] {
  const twice = by.filter((dimension, index) => by.indexOf(dimension) !== index)
  const faults = twice.map((dimension) => {
    return { path: 'by', message: say('{dimension} is asked twice', { dimension }) }
  })
  if (!splitsPeriod(by) || months?.length) return faults
  return [...faults, { path: 'months', message: say('a split by month needs the months') }]
}
