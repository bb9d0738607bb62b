import { numberCell } from '@cchc/domain'
import { countCell, type FigureCell } from './define-figure.ts'
import type { FigureScope } from './figure-scope.ts'
import { type PeriodCountQuery, periodCounts } from './period-count.ts'

/** The newest count as reports show it, with what its reader should know. */
export async function readPeriodCount(
  scope: FigureScope,
  query: PeriodCountQuery,
): Promise<FigureCell> {
  const [first, ...others] = await periodCounts(scope, query)
  if (!first) return countCell(undefined)
  const provisional = first.records.some(({ value }) => value.provisional)
  const differing = others.filter(({ value }) => value !== first.value)
  const notes = [
    ...(first.isCalendarYear ? [`Số liệu của năm dương lịch ${scope.period.year}`] : []),
    ...(provisional ? ['Số liệu tạm thời'] : []),
    ...differing.map(({ source, value }) => `Nguồn ${source} ghi ${value}`),
  ]
  return { cell: numberCell(first.value), note: notes.join('; ') }
}
