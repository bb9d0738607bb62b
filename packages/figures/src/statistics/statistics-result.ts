import type { Day, DossierStatistics, ExtraFigures, Message } from '@cchc/domain'
import type { Group } from '../dimension/subject-groups.ts'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'
import type { StatedPart } from '../stated/stated-sum.ts'

/** One row: what it is about, and the eleven columns of Form II.06. `group` holds one entry for each dimension asked for. */
export interface StatisticsRow {
  readonly group: Group
  readonly statistics: DossierStatistics
  /** Figures beside the form; only under rules that have any. */
  readonly extras?: ExtraFigures
  /** What of it is stated by sources instead of counted from dossiers; absent = nothing. */
  readonly stated?: StatedPart
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
  readonly totalStated?: StatedPart
  /** Dossiers among them that are over and have no end by the rule; absent = none, or counted from the ledger, which cannot tell. */
  readonly endless?: number
  /** Identities that the rows break; empty when sound. */
  readonly findings: readonly Message[]
}
