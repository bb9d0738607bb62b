import { type Message, say } from '@cchc/domain'
import { type Grid, readGrids } from '@cchc/files/grid'
import { countColumns } from './counts/count-columns.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { CAUSES_OF_DELAY, II07B } from './counts/vocabulary.ts'
import { dossierColumns } from './dossiers/dossier-columns.ts'
import type { DossierTable } from './dossiers/dossier-table.ts'
import { lackingColumns } from './dossiers/lacking-columns.ts'
import { plain } from './plain.ts'
import type { Settings } from './settings.ts'
import { type Preface, readPreface } from './table/preface.ts'
import { type Stretch, splitTables } from './table/split-tables.ts'
import type { Head } from './table/title.ts'
import { unknownHead } from './table/unknown-head.ts'
import { type UnreadHeads, unreadIn, unreadInSheet } from './unread-heads.ts'

/** What a file is understood to hold, and what of it is not understood. */
export interface Understood {
  readonly tables: readonly (DossierTable | CountTable)[]
  readonly warnings: readonly Message[]
  /** Columns of tables that are not understood, as they are told. */
  readonly columnWarnings: readonly Message[]
  /** The same heads, and those of sheets that are taken for nothing. */
  readonly unread: readonly UnreadHeads[]
}

/** A list of a province's year has no more cells. */
const MOST_CELLS = 3_000_000

type Reading = Pick<Settings, 'heads' | 'cutOffDay'>

/** Reads a file and understands its sheets by their heads. Throws a UsageError for what is no spreadsheet. */
export async function understand(
  file: { readonly name: string; readonly bytes: Uint8Array },
  settings: Reading,
): Promise<Understood> {
  const grids = await readGrids(file, { mostCells: MOST_CELLS })
  const shown = grids.filter(({ rows }) => rows.some(isFilled))
  const sheets = shown.map((grid) => ({ grid, tables: tablesIn(grid, file.name, settings) }))
  return {
    tables: sheets.flatMap(({ tables }) => tables),
    unread: sheets.flatMap(({ grid, tables }) => {
      if (tables.length > 0) return tables.map(unreadIn)
      return isKnownForm(grid) ? [] : (unreadInSheet(grid, settings.heads) ?? [])
    }),
    warnings: [
      ...hiddenSheets(file.name, grids),
      ...(shown.length === 0
        ? [say('{place}: holds nothing; export it again', { place: file.name })]
        : []),
      ...sheets.flatMap(({ grid, tables }) => {
        if (tables.length === 0) return [notUnderstood(file.name, grid)]
        return tables.flatMap((table) => {
          return table.kind === 'counts'
            ? []
            : lackingColumns(placeOf(file.name, grid), table.columns)
        })
      }),
    ],
    columnWarnings: sheets.flatMap(({ tables }) => {
      return tables.flatMap((table) => columnWarnings(file.name, table))
    }),
  }
}

function isFilled({ cells }: Grid['rows'][number]): boolean {
  return cells.some(({ text }) => text.trim() !== '')
}

function hiddenSheets(place: string, grids: readonly Grid[]): readonly Message[] {
  const hidden = grids.flatMap(({ hidden: isHidden, sheet }) => (isHidden && sheet ? sheet : []))
  if (hidden.length === 0) return []
  const names = { place, sheets: list(hidden) }
  return [say('{place}: hidden sheets, not read: {sheets}; show them if they belong to it', names)]
}

/** The tables of a sheet: lists of dossiers, and forms that state counts. What is above one goes for those below too. */
function tablesIn(
  grid: Grid,
  file: string,
  { heads, cutOffDay }: Reading,
): readonly (DossierTable | CountTable)[] {
  const score = (head: Head) =>
    dossierColumns(head, heads)?.places.size ?? countColumns(head, heads)?.parts.size ?? 0
  const names = [grid.sheet ?? '', fileTitle(file)]
  const tables: (DossierTable | CountTable)[] = []
  let above: Preface | undefined
  for (const stretch of splitTables(grid.rows, score)) {
    const own = readPreface({ rows: stretch.above, names }, cutOffDay)
    const preface = above && inherited(own, above)
    above = preface ?? own
    tables.push(...tableOf(grid, { stretch, preface: above, heads }))
  }
  return tables
}

/** Days above an earlier table go for one without any, and its lines for one that has none. */
function inherited(own: Preface, above: Preface): Preface {
  const days = own.daysIn === 'head' || own.daysIn === 'period' ? own : above
  const hasLines = own.above.length > 0
  const { daysIn, calendarDays } = days
  return { ...(hasLines ? own : above), days: days.days, daysIn, calendarDays }
}

function tableOf(
  { sheet }: Grid,
  {
    stretch: { rows, head },
    preface,
    heads,
  }: {
    readonly stretch: Stretch
    readonly preface: Preface
    readonly heads: Settings['heads']
  },
): readonly (DossierTable | CountTable)[] {
  const grid = { sheet, rows }
  const columns = dossierColumns(head, heads)
  if (columns) return [{ kind: 'dossiers', grid, head, columns, preface }]
  const counts = countColumns(head, heads)
  return counts ? [{ kind: 'counts', grid, head, columns: counts, preface }] : []
}

/** A file's name without folder and ending. */
function fileTitle(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

function columnWarnings(file: string, table: DossierTable | CountTable): readonly Message[] {
  const { unknown } = table.columns
  if (unknown.length === 0) return []
  const place = placeOf(file, table.grid)
  return [
    say('{place}: columns that are not understood: {heads}', {
      place,
      heads: list(unknown.map(({ shown }) => shown)),
    }),
  ]
}

function list(names: readonly string[]): string {
  return names.slice(0, 20).join('; ')
}

/** A file and its sheet, where it has several. */
export function placeOf(file: string, { sheet }: Pick<Grid, 'sheet'>): string {
  return sheet === null ? file : `${file} (${sheet})`
}

function notUnderstood(file: string, grid: Grid): Message {
  const place = placeOf(file, grid)
  const words = wordsOf(grid)
  if (II07B.test(words)) {
    return say(
      '{place}: is Form II.07b, which is not kept: procedures are counted from a catalogue of procedures',
      { place },
    )
  }
  if (CAUSES_OF_DELAY.test(words)) {
    return say('{place}: tells why dossiers are late, which is not kept', { place })
  }
  const head = unknownHead(grid)
  if (!head) return say('{place}: no list of dossiers and no form was found', { place })
  const heads = head.titles.map(({ path }) => path.join(' – ').slice(0, 60))
  return say(
    '{place}: no list of dossiers and no form was found. Its columns are called: {heads}. If it is a list, write into the configuration, under columns, which of them is code and which receivedAt.',
    { place, heads: list(heads) },
  )
}

/** Whether a sheet is known and not read, so that nothing of its columns is to be asked. */
function isKnownForm(grid: Grid): boolean {
  const words = wordsOf(grid)
  return II07B.test(words) || CAUSES_OF_DELAY.test(words)
}

function wordsOf({ rows }: Grid): string {
  return plain(
    rows
      .slice(0, 20)
      .flatMap(({ cells }) => cells.map(({ text }) => text))
      .join(' '),
  )
}
