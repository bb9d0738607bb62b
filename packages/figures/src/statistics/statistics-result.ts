import type { Day, DossierStatistics, ExtraFigures } from '@cchc/domain'
import type { Group } from '../dimension/subject-groups.ts'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'

/** One row: what it is about, and the eleven columns of Form II.06. `group` holds one entry for each dimension asked for. */
export interface StatisticsRow {
  readonly group: Group
  readonly statistics: DossierStatistics
  /** Figures beside the form; only under rules that have any. */
  readonly extras?: ExtraFigures
}

/** Rows, their total, and the rule that counted them. */
export interface StatisticsResult {
  readonly rule: { readonly id: string; readonly version: number; readonly name: string }
  readonly from: Day
  readonly to: Day
  readonly organisation: NamedOrganisation | null
  readonly rows: readonly StatisticsRow[]
  readonly total: DossierStatistics
  readonly totalExtras?: ExtraFigures
  /** Identities that the rows break, in words; empty when sound. */
  readonly findings: readonly string[]
}
