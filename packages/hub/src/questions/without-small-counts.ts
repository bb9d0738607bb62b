import {
  flow,
  II06_COLUMNS,
  type StatisticsColumn,
  say,
  statisticsOf,
  UsageError,
} from '@cchc/domain'
import { countingRule } from '@cchc/figures'
import type { HubContext } from '../context.ts'
import { type CountedRows, hiddenStatistics } from '../suppression/statistics-cells.ts'

const COLUMNS = II06_COLUMNS.map(({ key }) => key)

/** A row in which every count is told. */
interface Told extends Pick<CountedRows['rows'][number], 'statistics'> {
  readonly onTime: { readonly numerator: number; readonly denominator: number } | null
  readonly extras?: unknown
}

interface Answer extends CountedRows {
  readonly rule: { readonly id: string }
  readonly rows: readonly (Told & CountedRows['rows'][number])[]
  readonly total: Told
  readonly findings: readonly string[]
}

/** More rows take long to be looked through. */
const MOST_ROWS = 2000

/**
 * The same answer without counts from 1 to below a limit, and without as many others as are needed so that none of them
 * follows from what stands beside it. What is not part of Form II.06 is left out. UsageError for very many rows.
 */
export function withoutSmallCounts<A extends Answer>(
  { words }: Pick<HubContext, 'words'>,
  answer: A,
  below: number,
) {
  const { rows, total } = answer
  if (rows.length > MOST_ROWS) throw tooMany(rows.length)
  const isHidden = hiddenStatistics(answer, below)
  const ofRate = columnsOfRate(answer.rule.id)
  const shown = <R extends Told>(row: R, index: number) => {
    const hidden = COLUMNS.filter((one) => row.statistics[one] !== null && isHidden(index, one))
    return suppressedRow(row, { hidden, isRateHidden: ofRate.some((one) => hidden.includes(one)) })
  }
  const told = {
    rows: rows.map(shown<A['rows'][number]>),
    total: shown<A['total']>(total, rows.length),
  }
  const each = [...told.rows, told.total].flatMap(({ suppressed = [] }) => suppressed)
  return {
    ...answer,
    ...told,
    ministries: undefined,
    findings: answer.findings.length > 0 ? [words(BROKEN)] : [],
    suppressed: { below, cells: each.length },
  }
}

function suppressedRow<R extends Told>(
  row: R,
  {
    hidden,
    isRateHidden,
  }: { readonly hidden: readonly StatisticsColumn[]; readonly isRateHidden: boolean },
) {
  const { statistics, onTime } = row
  const names = [...hidden, ...(isRateHidden && onTime ? (['onTime'] as const) : [])]
  const cells = COLUMNS.map((one) => [one, hidden.includes(one) ? null : statistics[one]])
  return {
    ...row,
    extras: undefined,
    statistics: Object.fromEntries(cells) as R['statistics'],
    onTime: isRateHidden ? null : onTime,
    ...(names.length > 0 && { suppressed: names }),
  }
}

const BROKEN = say(
  'Rows break identities of the form; which ones is told where nothing is suppressed.',
)

/** The columns that a rule's rate on time is made of. */
function columnsOfRate(rule: string): readonly StatisticsColumn[] {
  const { onTime } = countingRule(rule)
  return COLUMNS.filter((wanted) => {
    const only = statisticsOf((column) => flow(column === wanted ? 1 : 0) as never)
    const { numerator, denominator } = onTime(only)
    return numerator !== 0 || denominator !== 0
  })
}

function tooMany(count: number): UsageError {
  const values = { count, most: MOST_ROWS }
  return new UsageError(
    say('With suppressed counts at most {most} rows are told; these are {count}.', values),
    {
      fix: say('Split by less, or ask for a part of the organisation.'),
      faults: [{ path: 'by', message: say('makes too many rows') }],
    },
  )
}
