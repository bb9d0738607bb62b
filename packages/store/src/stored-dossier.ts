import type { DayNumber, Dossier } from '@cchc/domain'
import type { KnownAt } from './history/known-at.ts'

/** A dossier as it is stored, with where it came from and when the hub learnt it. */
export interface StoredDossier extends Dossier {
  readonly source: string
  readonly runId: string
  readonly knownFrom: number
}

/** Something of a dossier that can be asked for. */
export type DossierField = keyof StoredDossier

/** What a figure needs of a dossier, by any rule and split. */
export const COUNTED_FIELDS = [
  'source',
  'organisationCode',
  'procedureCode',
  'fieldCode',
  'channel',
  'status',
  'receivedAt',
  'dueAt',
  'finishedAt',
  'returnedAt',
  'pauses',
  'serviceLevel',
  'facts',
] as const satisfies readonly DossierField[]

/** A dossier with what figures need of it. */
export type CountableDossier = Pick<StoredDossier, (typeof COUNTED_FIELDS)[number]>

/** A dossier as far as it was asked for. */
export type PartOfDossier<Field extends DossierField> = DossierPlace & Pick<StoredDossier, Field>

/** What every part of a dossier says. */
export type DossierPlace = Pick<StoredDossier, 'source' | 'organisationCode'>

/** One source's dossiers that others have too: under the same code, or the same lasting id, procedure and day of receipt. */
export interface CopiesOf {
  readonly source: string
  readonly among: readonly string[]
  /** The instant as of which the others are looked at; absent = that of the query. */
  readonly others?: KnownAt
}

/** Dossiers that can matter for a period: received by `to` and not finished before `from`. */
export interface DossierQuery<Field extends DossierField = DossierField> extends KnownAt {
  /** What is read of each, beside its source and organisation; absent = everything. */
  readonly fields?: readonly Field[] | undefined
  /** In the order of source and code, which takes several times as long; otherwise in no order to rely on. */
  readonly inOrder?: boolean | undefined
  readonly sources?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
  /** Which copies are left out, or that nothing else is wanted; absent = every dossier of every source. */
  readonly copies?:
    | { readonly of: readonly CopiesOf[]; readonly are: 'left-out' | 'all' }
    | undefined
}
