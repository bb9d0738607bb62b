import { II06_COLUMNS, type StatisticsColumn, type StatisticsNumbers } from '@cchc/domain'
import { type Gap, hidingGaps } from './gap.ts'

/** What is not known of figures, and whether they are shown all the same where there is a part of them. */
export interface Shown {
  readonly gaps: readonly Gap[]
  readonly partial: boolean
}

/** Whether a column of Form II.06 is not reported. */
export function isHidden({ gaps, partial }: Shown, column: StatisticsColumn): boolean {
  return hidingGaps(gaps).some(({ known, isAll }) => isAll || !(partial || known.includes(column)))
}

/** Whether figures beside Form II.06 are not reported: nothing tells of them that they are right all the same. */
export function isHiddenBeside({ gaps, partial }: Shown): boolean {
  return hidingGaps(gaps).some(({ isAll }) => isAll || !partial)
}

/** A row of Form II.06 with null for what is not reported. */
export function reportedStatistics(
  statistics: StatisticsNumbers,
  shown: Shown,
): Readonly<Record<StatisticsColumn, number | null>> {
  const cells = II06_COLUMNS.map(({ key }) => [key, isHidden(shown, key) ? null : statistics[key]])
  return Object.fromEntries(cells)
}
