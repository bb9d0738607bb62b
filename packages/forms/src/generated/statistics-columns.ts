import type { DossierStatistics, Flow } from '@cchc/domain'

type FlowColumn = {
  [K in keyof DossierStatistics]: DossierStatistics[K] extends Flow ? K : never
}[keyof DossierStatistics]

/** A column that forms print as one where Form II.06 has several. */
interface CombinedColumn {
  readonly key: string
  readonly name: string
  readonly kind: 'flow'
  readonly columns: readonly FlowColumn[]
  of(row: DossierStatistics): number
}

/** Early and on time together, as Form 07a/BTP has them. */
const resolvedInTime: CombinedColumn = {
  key: 'resolvedInTime',
  name: 'Đã giải quyết: Trước hạn và đúng hạn',
  kind: 'flow',
  columns: ['resolvedEarly', 'resolvedOnTime'],
  of: ({ resolvedEarly, resolvedOnTime }) => resolvedEarly + resolvedOnTime,
}

export const COMBINED_COLUMNS: readonly CombinedColumn[] = [resolvedInTime]
