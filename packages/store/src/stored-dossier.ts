import type { DayNumber, Dossier } from '@cchc/domain'
import type { KnownAt } from './history/known-at.ts'

/** A dossier as it is stored, with where it came from and when the hub learnt it. */
export interface StoredDossier extends Dossier {
  readonly source: string
  readonly runId: string
  readonly knownFrom: number
}

/** One source's dossiers that others have too: under the same code, or the same lasting id, procedure and day of receipt. */
export interface CopiesOf {
  readonly source: string
  readonly among: readonly string[]
  /** The instant as of which the others are looked at; absent = that of the query. */
  readonly others?: KnownAt
}

/** Dossiers that can matter for a period: received by `to` and not finished before `from`. */
export interface DossierQuery extends KnownAt {
  readonly sources?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
  /** Which copies are left out, or that nothing else is wanted; absent = every dossier of every source. */
  readonly copies?:
    | { readonly of: readonly CopiesOf[]; readonly are: 'left-out' | 'all' }
    | undefined
}
