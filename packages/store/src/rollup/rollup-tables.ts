import type { Generated } from 'kysely'

/** The columns of `SUM_COLUMNS` beside. */
export interface RollupTable {
  grain: number
  first_day: number
  subject: number
}

export interface RollupSourceTable {
  source: string
  /** The rules of which there are sums, with their versions. */
  rules: string
  settled_at: number
}

export interface RollupSubjectTable {
  id: Generated<number>
  source: string
  organisation_code: string
  procedure_code: string
  /** '' = none is stated; so for the channel and the service level. */
  field_code: string
  channel: string
  service_level: string
}
