import type { EventSubject } from './event-subject.ts'
import type { Names } from './names.ts'

/** Code of the group of those for which the source states nothing. */
export const UNKNOWN = 'unknown'

/** A code with what it is called in Vietnamese. */
export interface Named {
  readonly code: string
  readonly name: string
}

/** A property of a dossier by which its figures can be split. */
export interface DossierDimension<Id extends string = string> {
  readonly of: 'dossier'
  readonly id: Id
  /** What people call it. */
  readonly name: string
  /** Whether the ledger's cells know it; any other needs sums by procedure, field and service level. */
  readonly inLedger: boolean
  /** Which stated rows tell it: those of whole units, of their fields or procedures; null = none do. */
  readonly stated: 'unit' | 'field' | 'procedure' | null
  /** Its codes in the order of the forms; absent = in the order of the codes themselves. */
  readonly order?: readonly string[]
  codeOf(subject: EventSubject, names: Names): string
  nameOf(code: string, names: Names): string
}

/** Windows of time into which each row is split, whatever the dossiers are. */
export interface PeriodDimension<Id extends string = string> {
  readonly of: 'period'
  readonly id: Id
  readonly name: string
}

/** A dimension; its id is what queries and answers call it. */
export function defineDimension<const Id extends string>(
  dimension: Omit<DossierDimension<Id>, 'of'>,
): DossierDimension<Id> {
  return { of: 'dossier', ...dimension }
}
