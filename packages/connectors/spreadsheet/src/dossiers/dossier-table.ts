import type { Grid, GridRow } from '@cchc/files/grid'
import type { Preface } from '../table/preface.ts'
import type { Head } from '../table/title.ts'
import type { DossierColumns } from './dossier-columns.ts'
import type { DossierField } from './vocabulary.ts'

/** A sheet that holds a list of dossiers. */
export interface DossierTable {
  readonly kind: 'dossiers'
  readonly grid: Grid
  readonly head: Head
  readonly columns: DossierColumns
  readonly preface: Preface
}

/** What is read of a list as it is written. */
export type ReadField = Exclude<DossierField, 'dueAt' | 'finishedAt' | 'returnedAt'>

/** The text of a cell; empty where the list has no such column. */
export function textOf(row: GridRow, { places }: DossierColumns, field: ReadField): string {
  return row.cells[places.get(field) ?? -1]?.text.trim() ?? ''
}
