import type { Channel, Day, DossierStatistics, OrganisationLevel } from '@cchc/domain'

/** What statistics can be split by. `month` = reporting months with the period's cut-off day, `level` = level of the organisation. */
export type Dimension = 'org' | 'level' | 'field' | 'procedure' | 'channel' | 'month'

/** Which statistics; `organisation` includes everything below it. Days are inclusive, in Asia/Ho_Chi_Minh. */
export interface StatisticsQuery {
  readonly organisation?: string
  readonly from: Day
  readonly to: Day
  /** Months to split by, each with its label such as `2022-M01`; needed only with `by` containing `month`. */
  readonly months?: readonly { readonly label: string; readonly from: Day; readonly to: Day }[]
  readonly by: readonly Dimension[]
  readonly rule: string
  readonly sources?: readonly string[]
}

/** One row: what it is about, and the eleven columns of Form II.06. `group` holds one entry for each dimension asked for. */
export interface StatisticsRow {
  readonly group: Readonly<Partial<Record<Dimension, { readonly code: string; readonly name: string }>>>
  readonly statistics: DossierStatistics
}

/** Rows, their total, and the rule that counted them. */
export interface StatisticsResult {
  readonly rule: { readonly id: string; readonly version: number; readonly name: string }
  readonly from: Day
  readonly to: Day
  readonly organisation: { readonly code: string; readonly name: string; readonly level: OrganisationLevel } | null
  readonly rows: readonly StatisticsRow[]
  readonly total: DossierStatistics
  /** Identities that the rows break, in words; empty when sound. */
  readonly findings: readonly string[]
}

export type ChannelFilter = Channel | 'unknown'
