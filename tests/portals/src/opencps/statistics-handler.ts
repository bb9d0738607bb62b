import type { createPaging } from '../paging.ts'
import type { World } from '../world/world.ts'
import { listKey } from './dossier-query.ts'
import {
  monthPeriod,
  type StatisticPeriod,
  type StatisticRow,
  statisticRows,
} from './statistics.ts'
import { parseDay } from './text.ts'

const DAY_MS = 86_400_000

/** Answers `/o/rest/statistics`; a period's rows are kept until the world's time moves on. */
export function statisticsAnswer(
  world: World,
  paging: ReturnType<typeof createPaging>,
): (query: URLSearchParams) => Response {
  const kept = new Map<string, StatisticRow[]>()
  const rowsOf = (period: StatisticPeriod): StatisticRow[] => {
    const key = `${period.from}-${period.to}-${world.now}`
    const rows = kept.get(key) ?? statisticRows(world, period)
    kept.set(key, rows)
    return rows
  }
  return (query) => {
    const periods = periodsOf(query)
    if (periods === undefined) return fault('400', 'month, year or the dates of the statistic')
    const rows = periods.flatMap(rowsOf).filter(filterOf(query))
    const start = Number(query.get('start') ?? 0)
    const end = Number(query.get('end') ?? 0)
    const asked = end > 0 ? { start, end } : { start: 0, end: rows.length }
    const served = paging(`statistics ${listKey(query)}`, { ...asked, count: rows.length })
    const data = Array.from(served.positions, (at) => rows[at])
    return Response.json(
      { total: served.total, agency: query.get('agency') ?? '', data },
      { headers: { 'cache-control': 'private, max-age=60' } },
    )
  }
}

function periodsOf(query: URLSearchParams): StatisticPeriod[] | undefined {
  const from = parseDay(query.get('fromStatisticDate') ?? '')
  const to = parseDay(query.get('toStatisticDate') ?? '')
  if (from !== undefined && to !== undefined) {
    return [{ month: 0, year: 0, from, to: to + DAY_MS - 1 }]
  }
  const year = Number(query.get('year'))
  const month = Number(query.get('month') ?? 0)
  if (!(year >= 2000 && month >= 0 && month <= 12)) return undefined
  if (month > 0) return [monthPeriod(year, month)]
  return Array.from({ length: 12 }, (_, index) => monthPeriod(year, index + 1))
}

/** `total` asks for the rows over all; `all` or nothing for every row; anything else for that one. */
function filterOf(query: URLSearchParams): (row: StatisticRow) => boolean {
  const agency = wanted(query.get('agency'))
  const domain = wanted(query.get('domain'))
  return (row) => agency(row.govAgencyCode) && domain(row.domainCode)
}

function wanted(text: string | null): (code: string) => boolean {
  if (!text || text === 'all') return () => true
  return (code) => code === (text === 'total' ? '' : text)
}

function fault(faultCode: string, faultMessage: string): Response {
  return Response.json({ faultCode, faultMessage }, { status: 406 })
}
