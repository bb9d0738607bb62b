import type { DayNumber } from '@cchc/domain'
import type { StoredDossier } from '../stored-dossier.ts'

/** Which changes: states learnt after `after` and by `until` (epoch ms), of dossiers that matter for the days before or after. */
export interface ChangeQuery {
  readonly after: number
  readonly until: number
  readonly from: DayNumber
  readonly to: DayNumber
  readonly sources?: readonly string[] | undefined
}

/** A dossier as it was known at one instant and at a later one; `before` null = not known then, `after` null = gone since. */
export interface DossierChange {
  readonly before: StoredDossier | null
  readonly after: StoredDossier | null
}
