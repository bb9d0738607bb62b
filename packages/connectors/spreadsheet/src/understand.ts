import { type Message, printDayRange, say } from '@cchc/domain'
import { type Grid, readGrids } from '@cchc/files/grid'
import { countColumns } from './counts/count-columns.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { II07B } from './counts/vocabulary.ts'
import { dossierColumns } from './dossiers/dossier-columns.ts'
import type { DossierTable } from './dossiers/dossier-table.ts'
import { plain } from './plain.ts'
import type { Settings } from './settings.ts'
import { findHead } from './table/find-head.ts'
import { readPreface } from './table/preface.ts'

/** What a file is understood to hold, and what of it is not understood. */
export interface Understood {
  readonly tables: readonly (DossierTable | CountTable)[]
  readonly notes: readonly Message[]
}

/** A list of a province's year has no more cells. */
const MOST_CELLS = 3_000_000

/** Reads a file and understands its sheets by their heads. Throws a UsageError for what is no spreadsheet. */
export async function understand(
  file: { readonly name: string; readonly bytes: Uint8Array },
  settings: Pick<Settings, 'heads' | 'cutOffDay'>,
): Promise<Understood> {
  const grids = await readGrids(file, { mostCells: MOST_CELLS })
  const sheets = grids
    .filter(({ rows }) => rows.length > 0)
    .map((grid) => ({ grid, table: tableIn(grid, { ...settings, name: file.name }) }))
  return {
    tables: sheets.flatMap(({ table }) => table ?? []),
    notes: sheets.flatMap(({ grid, table }) => {
      return table ? columnNotes(file.name, table) : [notUnderstood(file.name, grid)]
    }),
  }
}

interface Reading extends Pick<Settings, 'heads' | 'cutOffDay'> {
  readonly name: string
}

/** The table of a sheet: a list of dossiers, or a form that states counts. */
function tableIn(
  grid: Grid,
  { heads, cutOffDay, name }: Reading,
): DossierTable | CountTable | undefined {
  const preface = (top: number) => {
    const read = readPreface(grid.rows.slice(0, top), cutOffDay)
    return { ...read, lines: [...read.lines, grid.sheet ?? '', fileTitle(name)] }
  }
  const list = findHead(grid.rows, (head) => dossierColumns(head, heads)?.places.size ?? 0)
  const columns = list && dossierColumns(list, heads)
  if (list && columns) {
    return { kind: 'dossiers', grid, head: list, columns, preface: preface(list.top) }
  }
  const form = findHead(grid.rows, (head) => countColumns(head, heads)?.parts.size ?? 0)
  const counts = form && countColumns(form, heads)
  return (
    form &&
    counts && { kind: 'counts', grid, head: form, columns: counts, preface: preface(form.top) }
  )
}

/** A file's name without folder and ending. */
function fileTitle(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

function columnNotes(file: string, table: DossierTable | CountTable): readonly Message[] {
  const { unknown } = table.columns
  const personal = table.kind === 'dossiers' ? table.columns.personal : []
  const place = placeOf(file, table.grid)
  return [
    ...(unknown.length === 0
      ? []
      : [
          say('{place}: columns that are not understood: {heads}', { place, heads: list(unknown) }),
        ]),
    ...(personal.length === 0
      ? []
      : [
          say('{place}: columns about people, left out: {heads}', { place, heads: list(personal) }),
        ]),
    ...(table.preface.days && table.preface.byName
      ? [
          say('{place}: the days are taken from the name of the period: {days}', {
            place,
            days: printDayRange(table.preface.days),
          }),
        ]
      : []),
  ]
}

function list(heads: readonly string[]): string {
  return heads.slice(0, 20).join('; ')
}

/** A file and its sheet, where it has several. */
export function placeOf(file: string, { sheet }: Pick<Grid, 'sheet'>): string {
  return sheet === null ? file : `${file} (${sheet})`
}

function notUnderstood(file: string, grid: Grid): Message {
  const place = placeOf(file, grid)
  const words = plain(
    grid.rows
      .slice(0, 20)
      .flatMap(({ cells }) => cells.map(({ text }) => text))
      .join(' '),
  )
  return II07B.test(words)
    ? say('{place}: is Form II.07b, of which nothing is read', { place })
    : say('{place}: no list of dossiers and no form was found', { place })
}
