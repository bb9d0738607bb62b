import { type AddableColumns, addColumns } from '@cchc/domain'
import type { Group } from '../dimension/subject-groups.ts'
import type { StatisticsResult } from '../statistics/statistics-result.ts'
import { countCell, type FigureCell } from './define-figure.ts'
import type { FigureReading } from './figure-scope.ts'

/** Said where nobody gives a figure that is counted from dossiers. */
export const NO_DOSSIERS =
  'Chưa nguồn nào có hồ sơ của đơn vị trong kỳ; cần đồng bộ hồ sơ từ hệ thống một cửa điện tử (cchc sync).'

/** Adds up columns of the rows of some groups; not reported when the store has no dossiers at all. */
export function columnsOfRows(
  { rows }: StatisticsResult,
  columns: AddableColumns,
  isWanted: (group: Group) => boolean,
): FigureCell {
  if (rows.length === 0) return countCell(undefined)
  const wanted = rows.filter(({ group }) => isWanted(group))
  return countCell(
    addColumns(
      wanted.map(({ statistics }) => statistics),
      columns,
    ),
  )
}

/** Whether the store has any dossier of the organisation in the period. */
export async function hasDossiers(reading: FigureReading): Promise<boolean> {
  return (await reading.statistics('level')).rows.length > 0
}
