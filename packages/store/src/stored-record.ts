import type { KnownAt } from './history/known-at.ts'

/** A catalogue record (organisation, field, procedure, portal figure) with its key as one string. */
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

/** Which catalogue records; `where` names fields of the value and the text, or one of the texts, that each must have. */
export interface RecordQuery extends KnownAt {
  readonly sources?: readonly string[] | undefined
  readonly where?: Readonly<Record<string, string | readonly string[]>> | undefined
}
