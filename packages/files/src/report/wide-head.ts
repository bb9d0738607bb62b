import { BETWEEN_HEADS, type WideTable } from '@cchc/audit'
import { folded } from '@cchc/domain'
import type { GridRow } from '../grid/grid.ts'
import { listPlaces } from './find-columns.ts'
import { taskPlaces } from './task-rows.ts'

/** A column of figures: where it stands, and what its heads and its formula say. */
export interface WideColumn {
  readonly at: number
  readonly column: Column
}

type Column = WideTable['columns'][number]

/** The head of a table with several columns of figures: its first and its last row, and what stands in its columns. */
export interface WideHead {
  readonly from: number
  readonly to: number
  /** -1 = there is none. */
  readonly code: number
  readonly label: number
  /** Its rows are indicators and no units, fields or places. */
  readonly ofIndicators: boolean
  readonly columns: readonly WideColumn[]
}

/** The head of a column of numbers or codes. */
export const CODE = /^(stt|tt|so tt|so thu tu|s\.?t\.?t\.?)$/
/** What stands beside the names of rows and is no figure. */
const BESIDE = /^(ma( |$)|ky hieu|don vi tinh$|dvt$|dia chi|loai hinh)/
const SUBJECTS =
  'don vi|co quan|linh vuc|cap|noi dung|dia phuong|dia ban|huyen|xa|phuong|thi xa|thanh pho|so,|nganh|phong|thu tuc|tthc|to chuc|bo phan|chi tieu|tieu chi|loai|nhom|danh muc'
const LABEL = new RegExp(`^(ten )?(cac )?(${SUBJECTS})`)
const INDICATORS = /^(ten )?(cac )?(chi tieu|noi dung|tieu chi|danh muc)(?! cong viec)/
const NOTE = /^(ghi chu|chu thich|giai trinh|dien giai|nguyen nhan)/
const FIGURE = /^[-–—]$|^[-+]?\d[\d.,\s]*%?$/
const WORDS = /\p{L}{2}/u
const MOST_HEAD_ROWS = 6
const FEWEST_COLUMNS = 2
/** How many rows below a head are looked at for figures. */
const LOOKED_AT = 50

/** What is taken for a table: with figures, or also one whose cells are still to be filled. */
export interface Reading {
  readonly mayBeBlank?: boolean
  /** A document without a table is a report too, when its text has figures. */
  readonly mayBeText?: boolean
}

/** The head that begins in a row; undefined where none does, or where it heads a list or a table of tasks. */
export function wideHeadAt(
  rows: readonly GridRow[],
  from: number,
  { mayBeBlank = false }: Reading = {},
): WideHead | undefined {
  const row = rows[from]
  if (!row || listPlaces(row) || taskPlaces(row)) return undefined
  const places = namePlaces(row)
  if (!places || (places.begin > 2 && !isLeftmost(rows, places.begin))) return undefined
  const to = lastRow(rows, { from, ...places })
  const head = rows.slice(from, to + 1)
  const columns = columnsOf(head, places.first)
  const ofIndicators = INDICATORS.test(folded(row.cells[places.label]?.text ?? ''))
  const { code, label } = places
  const found = { from, to, code, label, ofIndicators, columns }
  const isHead = mayBeBlank || isNumbered(head) || holds(rows, found)
  const isTable = columns.length >= FEWEST_COLUMNS && isHead
  return isTable ? found : undefined
}

/** Where codes and names of rows stand, and from where on there are figures. */
function namePlaces(row: GridRow) {
  const heads = row.cells.map(({ text }) => folded(text).replace(/[:*]+$/, ''))
  const begin = heads.findIndex((head) => head !== '')
  const isCoded = CODE.test(heads[begin] ?? '')
  const label = isCoded ? begin + 1 : begin
  const named = heads[label] ?? ''
  if (begin < 0 || named === '' || (!isCoded && !LABEL.test(named))) return undefined
  let first = label + 1
  while (BESIDE.test(heads[first] ?? '')) first += 1
  const others = heads.slice(first).filter((head) => head !== '')
  if (others.length === 0 || others.some((head) => FIGURE.test(head))) return undefined
  return { begin, code: isCoded ? begin : -1, label, first }
}

/** Whether nothing stands left of a column. */
function isLeftmost(rows: readonly GridRow[], column: number): boolean {
  return rows.every(({ cells }) => cells.slice(0, column).every(({ text }) => text === ''))
}

interface Names {
  readonly code: number
  readonly label: number
  readonly first: number
}

/** A head goes on as long as rows hold words alone, and none where names stand, or number the columns. */
function lastRow(rows: readonly GridRow[], { from, ...names }: Names & { from: number }): number {
  let to = from
  for (const row of rows.slice(from + 1, from + MOST_HEAD_ROWS)) {
    if (!numbersWideColumns(row) && !isLowerHead(row, names)) break
    to += 1
  }
  return to
}

function isLowerHead({ cells }: GridRow, { code, label, first }: Names): boolean {
  const named = [cells[code]?.text ?? '', cells[label]?.text ?? ''].some((text) => text !== '')
  const texts = cells.slice(first).flatMap(({ text }) => (text === '' ? [] : text))
  return !named && texts.length > 0 && texts.every((text) => WORDS.test(text) || text === '%')
}

const NUMBER = /^\(?(\d{1,2}|[A-Z])\)?(\s*=.*)?$/s

/** A row such as `(1) (2) (3)=(4)+(5) …`, `1 2 3 4` or `A B 1 2`. */
function numbersWideColumns({ cells }: GridRow): boolean {
  const texts = cells.flatMap(({ text }) => (text === '' ? [] : text))
  const numbers = texts.map((text) => NUMBER.exec(text)?.[1])
  const counted = numbers.map(Number).filter((number) => !Number.isNaN(number))
  const grows = counted.every((number, index) => index === 0 || number > (counted[index - 1] ?? 0))
  return texts.length >= 3 && !numbers.includes(undefined) && grows && counted.length >= 2
}

function isNumbered(head: readonly GridRow[]): boolean {
  return head.some(numbersWideColumns)
}

/** Whether rows below hold figures in several of the columns. */
function holds(rows: readonly GridRow[], { to, label, columns }: WideHead): boolean {
  return rows.slice(to + 1, to + LOOKED_AT).some(({ cells }) => {
    const figures = columns.filter(({ at }) => FIGURE.test(cells[at]?.text ?? ''))
    return (cells[label]?.text ?? '') !== '' && figures.length >= FEWEST_COLUMNS
  })
}

function columnsOf(head: readonly GridRow[], first: number): WideColumn[] {
  const named = head.filter((row) => !numbersWideColumns(row))
  const width = Math.max(...head.map(({ cells }) => lastFilled(cells) + 1))
  const own = Array.from({ length: Math.max(0, width - first) }, (_none, index) => first + index)
    .map((at) => ({ at, path: pathOf(named, { at, first }), mark: markOf(head, at) }))
    .filter(({ path }) => path.length > 0 && !NOTE.test(folded(path[0] ?? '')))
  const formulas = columnFormulas(own.map(({ mark }) => mark))
  return own.map(({ at, path }, index) => {
    const formula = formulas[index] ?? { totalOf: [] }
    return { at, column: { title: path.join(BETWEEN_HEADS), ...formula } }
  })
}

/**
 * The columns, from 0, that each adds up or divides by its mark, such as `(3)=(4)+(5)+(6)` or `(8)=(7)/(3)*100`; none where
 * one of them has no mark.
 */
export function columnFormulas(marks: readonly string[]): readonly Omit<Column, 'title'>[] {
  const read = marks.map((mark) => mark.split('='))
  const numbers = read.map(([own = '']) => Number(/\d+/.exec(own)?.[0] ?? Number.NaN))
  const columnsIn = (text: string) => {
    const parts = [...text.matchAll(/\d+/g)].map(([part]) => numbers.indexOf(Number(part)))
    return SUM.test(text) && !parts.includes(-1) ? parts : []
  }
  return read.map(([, formula = '']) => {
    const [count = '', whole] = formula.replace(HUNDRED, '').split(/[/:]/)
    if (whole === undefined) return sumOrRest(formula, columnsIn)
    const shareOf = { count: columnsIn(count), whole: columnsIn(whole) }
    const isWhole = shareOf.count.length > 0 && shareOf.whole.length > 0
    return { totalOf: [], ...(isWhole && { shareOf }) }
  })
}

function sumOrRest(formula: string, columnsIn: (text: string) => number[]): Omit<Column, 'title'> {
  const [first = '', ...others] = formula.split(/[-–]/)
  if (others.length === 0) return { totalOf: columnsIn(formula) }
  const [whole] = columnsIn(first)
  const without = others.flatMap(columnsIn)
  const isRest = whole !== undefined && without.length === others.length
  return { totalOf: [], ...(isRest && { restOf: { whole, without } }) }
}

const SUM = /^[\s()\d+.;]*$/
const HUNDRED = /\s*[*x×]\s*100\s*%?|%/gi

function lastFilled(cells: GridRow['cells']): number {
  return cells.findLastIndex(({ text }) => text !== '')
}

/** What stands above a column, from the group down; marks such as `(3)` and formulas are no words. */
function pathOf(
  named: readonly GridRow[],
  { at, first }: { readonly at: number; readonly first: number },
): readonly string[] {
  const path = named.map((row, level) => {
    const own = row.cells[at]?.text ?? ''
    return own !== '' || level === named.length - 1 ? own : reaching(named, { level, at, first })
  })
  return path
    .flatMap((text) => text.split(BETWEEN))
    .map((text) => text.replace(FORMULA, '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

/** Between a group and what belongs to it, in one cell. */
const BETWEEN = /\s+[-–—]\s+/
const FORMULA = /\(?\b\d{1,2}\)?\s*=\s*[\d()+\-/*x×:.\s%]+$|\(\s*\d{1,2}\s*\)\s*$/

/** The head to the left that stretches over a column: nothing above may begin in between. */
function reaching(
  named: readonly GridRow[],
  { level, at, first }: { readonly level: number; readonly at: number; readonly first: number },
): string {
  for (let left = at - 1; left >= first; left -= 1) {
    const begun = named.slice(0, level).some((row) => (row.cells[left + 1]?.text ?? '') !== '')
    if (begun) return ''
    const text = named[level]?.cells[left]?.text ?? ''
    if (text !== '') return isBelow(named, { level, at }) ? text : ''
  }
  return ''
}

/** A head of one column only does not stretch over others: something has to stand below it. */
function isBelow(
  named: readonly GridRow[],
  { level, at }: { readonly level: number; readonly at: number },
): boolean {
  return named.slice(level + 1).some((row) => (row.cells[at]?.text ?? '') !== '')
}

/** The number of a column with its formula, in a row of its own or behind the words. */
function markOf(head: readonly GridRow[], at: number): string {
  const texts = head.map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== '')
  const marks = texts.flatMap((text) =>
    NUMBER.test(text) ? text : (FORMULA.exec(text)?.[0] ?? []),
  )
  return marks.at(-1) ?? ''
}
