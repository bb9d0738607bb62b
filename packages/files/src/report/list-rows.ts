import type { AuditedRow, FurtherColumn } from '@cchc/audit'
import { cellAddress } from '../grid/cell-address.ts'
import type { Grid, GridRow } from '../grid/grid.ts'
import {
  columnOf,
  furtherValues,
  type ListPlaces,
  listPlaces,
  numbersColumns,
} from './find-columns.ts'
import { planPlaces } from './plan-shares.ts'
import { taskPlaces } from './task-rows.ts'
import { wideHeadAt } from './wide-head.ts'

type Texts = Readonly<Record<keyof ListPlaces, string>>

/** What a grid holds: what stands above its first table, and the rows of all its tables. */
export interface ListRows {
  readonly preface: readonly string[]
  readonly rows: readonly AuditedRow[]
  /** The same rows with their figures of other periods, column by column. */
  readonly further: readonly FurtherColumn[]
  readonly tables: number
  /** The heads of columns that hold something and were not understood, by their addresses. */
  readonly unknown: readonly UnknownColumn[]
}

/** A column of a list that no rule reads. */
export interface UnknownColumn {
  readonly address: string
  readonly head: string
}

/** Takes the rows of every list in a grid; heads may stand anywhere, in any order, and more than once. */
export function listRows({ sheet, rows, text = [] }: Grid): ListRows {
  const read = { preface: [...text], rows: [], further: [], unknown: [], tables: 0 } as Read
  let list: OpenList | undefined
  let isPreface = true
  for (const [index, row] of rows.entries()) {
    const places = headAt(rows, index)
    if (places) list = openList(read, { sheet, row, places })
    else if (taskPlaces(row) || wideHeadAt(rows, index)) list = undefined
    else if (list) addRow(list, row)
    else if (isPreface) {
      read.preface.push(...row.cells.map((cell) => cell.text).filter((own) => own !== ''))
      continue
    }
    isPreface = false
  }
  return read
}

type Read = { -readonly [K in keyof ListRows]: ListRows[K] } & {
  readonly preface: string[]
  readonly rows: AuditedRow[]
  readonly further: FurtherColumn[]
  readonly unknown: UnknownColumn[]
}

/** The list that is being read, and where its rows go. */
interface OpenList {
  readonly sheet: string | null
  readonly table: number
  readonly places: ListPlaces
  readonly rows: AuditedRow[]
  readonly beside: readonly Beside[]
}

function openList(
  read: Read,
  { sheet, row, places }: Pick<OpenList, 'sheet' | 'places'> & { readonly row: GridRow },
): OpenList {
  const beside = besideIn(row, places)
  read.tables += 1
  read.further.push(...beside.map(({ column }) => column))
  read.unknown.push(...unknownColumns(row, { sheet, places }))
  return { sheet, table: read.tables, places, rows: read.rows, beside }
}

function addRow({ sheet, table, places, rows, beside }: OpenList, row: GridRow): void {
  rows.push(...listRow(row, { sheet, places, table }))
  for (const { at, column } of beside) {
    column.rows.push(...listRow(row, { sheet, places: { ...places, value: at }, table }))
  }
}

interface Beside {
  readonly at: number
  readonly column: FurtherColumn
}

function besideIn(row: GridRow, places: ListPlaces): readonly Beside[] {
  return furtherValues(row, places).map((at) => {
    const head = (row.cells[at]?.text ?? '').replace(/\s+/g, ' ')
    return { at, column: { head, rows: [] } }
  })
}

function unknownColumns(
  { line, cells }: GridRow,
  { sheet, places }: { readonly sheet: string | null; readonly places: ListPlaces },
): readonly UnknownColumn[] {
  const plan = Object.values(planPlaces({ line, cells }, places) ?? {})
  const further = furtherValues({ line, cells }, places)
  const known = new Set([...Object.values(places), ...further, ...plan])
  return cells.flatMap(({ text }, column) => {
    if (text === '' || known.has(column) || columnOf(text) !== undefined) return []
    return { address: cellAddress({ sheet, line, column }), head: text.replace(/\s+/g, ' ') }
  })
}

function listRow(
  row: GridRow,
  { sheet, places, table }: { sheet: string | null; places: ListPlaces; table: number },
): readonly AuditedRow[] {
  const read = numbersColumns(row) ? undefined : auditedRow(row, places)
  if (!read) return []
  const at = (column: number) => cellAddress({ sheet, line: row.line, column })
  return [{ ...read, sheet, address: at(places.value), wordsAt: wordsAt(places, at), table }]
}

function wordsAt(
  { code, label, unit, note }: ListPlaces,
  at: (column: number) => string,
): NonNullable<AuditedRow['wordsAt']> {
  return {
    ...(code >= 0 && { code: at(code) }),
    label: at(label),
    ...(unit >= 0 && { unit: at(unit) }),
    ...(note >= 0 && { note: at(note) }),
  }
}

/** The head in one row, or in two of which the lower one completes it. */
function headAt(rows: readonly GridRow[], index: number): ListPlaces | undefined {
  const row = rows[index]
  if (!row || taskPlaces(row)) return undefined
  const own = listPlaces(row)
  const above = rows[index - 1]
  const first = above && listPlaces(above)
  if (own || !above || (first && !isLowerHead(row, first))) return own
  const cells = row.cells.map((cell, at) => (cell.text === '' ? (above.cells[at] ?? cell) : cell))
  const completes = row.cells.some(({ text }) => text !== '' && /\p{L}{2}/u.test(text))
  return completes && isHeadPart(above) ? listPlaces({ ...row, cells }) : undefined
}

/** `Đơn vị tính | Số liệu` below a head `Kết quả thực hiện` over both: words alone, none where labels and codes stand. */
function isLowerHead({ cells }: GridRow, { code, label }: ListPlaces): boolean {
  const texts = cells.map(({ text }) => text)
  const empty = (texts[code] ?? '') === '' && (texts[label] ?? '') === ''
  const named = texts.filter((text) => text !== '')
  return empty && named.length >= 2 && named.every((text) => /\p{L}{2}|%/u.test(text))
}

/** A head that spans two rows has its code or label column in the upper one. */
function isHeadPart(row: GridRow): boolean {
  return row.cells.some(({ text }) => /^(stt|tt|số tt|chỉ tiêu|nội dung)/i.test(text))
}

function auditedRow(
  row: GridRow,
  places: ListPlaces,
): Omit<AuditedRow, 'sheet' | 'address'> | undefined {
  const at = (column: keyof ListPlaces, form: 'text' | 'code' = 'text') =>
    row.cells[places[column]]?.[form] ?? ''
  const read = {
    line: row.line,
    code: at('code', 'code'),
    label: at('label'),
    unit: at('unit'),
    value: at('value'),
    note: at('note'),
  }
  if (Object.values(read).every((text) => text === '' || text === row.line)) return undefined
  return titled(withoutCode(read, places))
}

/** A title that stretches over the whole row is a label, whichever column it begins in; so are signatures below. */
function titled<T extends Texts>(read: T): T {
  const { code, unit, value, note } = read
  const words = [code, unit, value, note].filter((text) => text !== '')
  const [only = ''] = words
  const signature = unit === '' && code.length > 12
  if (read.label !== '' || (words.length !== 1 && !signature) || !/\p{L}{2}/u.test(only))
    return read
  return { ...read, code: '', unit: '', value: '', note: '', label: only }
}

const NUMBERED = /^((?:\d+(?:\.\d+)*|[IVX]+)[.)]?)\s+(?=\p{L})/u

/** Where the form has no column for codes, they stand before the label: `1.1. Số …`. */
function withoutCode<T extends Texts>(read: T, places: ListPlaces): T {
  const match = places.code === -1 ? NUMBERED.exec(read.label) : null
  if (!match) return read
  return { ...read, code: match[1] ?? '', label: read.label.slice(match[0].length) }
}
