import { refuse, UnreadableField } from '@cchc/connector-kit'
import { parseNumber, say } from '@cchc/domain'
import { cellAddress, type Grid, type GridRow } from '@cchc/files/grid'
import { plain } from '../plain.ts'
import { numbersColumns, repeatsHead } from '../table/find-head.ts'
import type { Preface } from '../table/preface.ts'
import type { Head } from '../table/title.ts'
import { looksLikeUnit } from '../units.ts'
import { SECTION_ROW, TOTAL_ROW } from '../words.ts'
import type { CountColumns } from './count-columns.ts'
import type { CountPart } from './vocabulary.ts'

/** A sheet that states counts of dossiers. */
export interface CountTable {
  readonly kind: 'counts'
  readonly grid: Grid
  readonly head: Head
  readonly columns: CountColumns
  readonly preface: Preface
}

/** What a row states, by the part of the form. */
export type Parts = Readonly<Partial<Record<CountPart, number>>>

/** A row of figures: what it is called, and what it states. */
export interface FigureRow {
  readonly line: number
  readonly label: string
  readonly code: string
  /** What it is numbered, `II`, `3`, `3.1`; empty where it is not. */
  readonly number: string
  readonly kind: 'unit' | 'field' | 'section' | 'total'
  readonly parts: Parts
}

/** Every row that holds figures, in its order. Refuses what is no number by its cell. */
export function figureRows(table: CountTable): {
  readonly rows: readonly FigureRow[]
  readonly refused: readonly UnreadableField[]
} {
  const { grid, head, columns } = table
  const read = grid.rows
    .slice(head.below)
    .filter((row) => !numbersColumns(row) && !repeatsHead(row, grid.rows, head))
    .flatMap((row) => tried(() => figureRow(row, table)) ?? [])
  return {
    rows: rowsInPlace(read.filter(isRead), columns),
    refused: read.filter((one) => one instanceof UnreadableField),
  }
}

/** Whether a row was read. */
export function isRead<T>(one: T | UnreadableField): one is T {
  return !(one instanceof UnreadableField)
}

/** What comes of a row, or why it is none. */
export function tried<T>(read: () => T): T | UnreadableField {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof UnreadableField) return thrown
    throw thrown
  }
}

function figureRow(row: GridRow, table: CountTable): FigureRow | undefined {
  const { columns } = table
  const label = labelOf(row, columns)
  const parts = label === '' ? {} : partsOf(row, table)
  if (Object.keys(parts).length === 0) return undefined
  const code = columns.code === undefined ? '' : (row.cells[columns.code]?.text ?? '')
  const number = numberOf(row, columns)
  return { line: row.line, label, code, number, kind: kindOf(label, columns), parts }
}

/** What a row is numbered, in one of the cells before its label. */
function numberOf({ cells }: GridRow, { label }: CountColumns): string {
  const before = cells.slice(0, label).map(({ code }) => code.replace(/[.)\s]+$/, ''))
  return before.find((text) => /^([IVX]+|[A-E]|\d{1,3}(\.\d{1,3})*)$/.test(text)) ?? ''
}

/** The label, or the words before it where a total stretches from the number to the label. */
function labelOf(row: GridRow, { label }: CountColumns): string {
  const own = row.cells[label]?.text ?? ''
  const before = row.cells.slice(0, label).map(({ text }) => text)
  const total = before.find((text) => TOTAL_ROW.test(plain(text)))
  return (own === '' ? (total ?? '') : own).replace(/\s+/g, ' ')
}

function kindOf(label: string, { rowsAre }: CountColumns): FigureRow['kind'] {
  const words = plain(label)
  if (TOTAL_ROW.test(words)) return 'total'
  if (rowsAre === 'fields') return 'field'
  return SECTION_ROW.test(words) ? 'section' : 'unit'
}

/**
 * A form by fields may hold units with their fields below them, `3` and `3.1`, in sections: then what is called as units
 * are is one, what is numbered by letters heads others, and so does what is named as sections are.
 */
function rowsInPlace(rows: readonly FigureRow[], { rowsAre }: CountColumns): readonly FigureRow[] {
  const lettered = rows.filter(({ number }) => /^[A-Z]+$/.test(number))
  const isMixed = lettered.length > 0 && rows.some(({ number }) => /^\d/.test(number))
  const holdsUnits = rowsAre === 'fields' && rows.some(({ number }) => number.includes('.'))
  return rows.map((row) => {
    if (row.kind === 'total') return row
    if (isMixed && lettered.includes(row) && !isAnOffice(row)) return { ...row, kind: 'section' }
    if (!holdsUnits) return row
    if (SECTION_ROW.test(plain(row.label))) return { ...row, kind: 'section' }
    return looksLikeUnit(row.label) ? { ...row, kind: 'unit' } : row
  })
}

/** Units of a form by units may be numbered by letters too, where their parts follow. */
function isAnOffice({ label, kind }: FigureRow): boolean {
  return kind === 'unit' && looksLikeUnit(label) && !SECTION_ROW.test(plain(label))
}

/** Whole numbers in groups of three, as other languages write them; no count has decimals. */
const GROUPED = /^\d{1,3}([ \u00a0,]\d{3})+$/

function partsOf(row: GridRow, { grid, columns }: CountTable): Parts {
  const found: Partial<Record<CountPart, number>> = {}
  for (const [part, column] of columns.parts) {
    const cell = row.cells[column]
    const text = cell?.text ?? ''
    if (text === '' || /^[-–—]$/.test(text)) continue
    const number = parseNumber(GROUPED.test(text) ? text.replace(/\D/g, '') : text)
    if (!number || number.percent || number.decimals > 0 || number.value < 0) {
      refuse(
        say('{cell}: is no whole number such as 1.909', {
          cell: cellAddress({ sheet: grid.sheet, line: row.line, column }),
        }),
        { path: 'counts', fix: say('Correct the cell; leave it blank where nothing is known.') },
      )
    }
    found[part] = number.value
  }
  return found
}
