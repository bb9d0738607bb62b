import { printNumber } from '@cchc/domain'
import type { procedureCounts } from '@cchc/hub/questions/procedure-counts'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'

type ViewRow = AnswerOf<typeof procedureCounts>['rows'][number]

/** A count of procedures; the total has no group. */
interface CountRow {
  readonly group: ViewRow['group'] | null
  /** Null = not reported. */
  readonly count: number | null
}

const GROUPS = {
  level: 'Cấp',
  field: 'Lĩnh vực',
  serviceLevel: 'Mức độ dịch vụ công trực tuyến',
} as const

const TOTAL = 'Tổng số (mỗi thủ tục tính một lần)'

/** Columns of procedure counts after the groups that were asked for. */
export function countColumns(by: readonly (keyof typeof GROUPS)[]): Column<CountRow>[] {
  const groups: Column<CountRow>[] = by.map((dimension, index) => ({
    title: GROUPS[dimension],
    flexible: true,
    show: ({ group }) => (group ? (group[dimension]?.name ?? '') : index === 0 ? TOTAL : ''),
  }))
  return [
    ...(groups.length === 0 ? [{ title: '', show: () => TOTAL }] : groups),
    {
      title: 'Số thủ tục hành chính',
      right: true,
      show: ({ count }) => (count === null ? '' : printNumber(count)),
      plain: ({ count }) => String(count ?? ''),
    },
  ]
}
