import type { KnownAt } from './history/known-at.ts'

/** What catalogue records are of: everything that is no dossier. */
export type CatalogueEntity =
  | 'organisation'
  | 'field'
  | 'procedure'
  | 'portal-figure'
  | 'petition-count'
  | 'payment-count'
  | 'dossier-count'

/** A catalogue record (organisation, field, procedure, portal figure, stated count) with its key as one string. */
export interface CatalogueRecord {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/** A catalogue record with its history marks. */
export interface StoredRecord<T = unknown> {
  readonly source: string
  readonly stream: string
  readonly entity: string
  readonly key: string
  readonly value: T
  readonly runId: string
  readonly knownFrom: number
}

/**
 * Which catalogue records; `where` names fields of the value and the text, or one of the texts, that each must have (null
 * = it has none). `within`: values whose own days `from` and `to` (`YYYY-MM-DD`) lie in these, inclusive.
 */
export interface RecordQuery extends KnownAt {
  readonly sources?: readonly string[] | undefined
  readonly where?: Readonly<Record<string, string | null | readonly string[]>> | undefined
  readonly within?: { readonly from: string; readonly to: string } | undefined
}
