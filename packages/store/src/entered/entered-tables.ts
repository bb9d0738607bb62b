import type { Generated } from 'kysely'

export interface EnteredFigureTable {
  id: Generated<number>
  organisation_code: string
  from_day: number
  to_day: number
  indicator_id: string
  period_text: string
  cell: string
  note: string
  entered_at: number
  entered_by: string
  origin_file: string | null
  origin_sha256: string | null
  origin_address: string | null
  reason: string | null
}

export interface EnteredDocumentTable {
  id: Generated<number>
  kind: string
  organisation_code: string
  year: number
  content: string
  entered_at: number
  entered_by: string
  origin_file: string | null
  origin_sha256: string | null
  reason: string | null
}
