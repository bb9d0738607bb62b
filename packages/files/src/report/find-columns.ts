import { folded } from '@cchc/domain'
import type { GridRow } from '../grid/grid.ts'

/** Where the columns of the list form stand; -1 = the table has no such column. */
export interface ListPlaces {
  readonly code: number
  readonly label: number
  readonly unit: number
  readonly value: number
  readonly note: number
}

type Column = keyof ListPlaces

/** How forms head their columns, without diacritics. */
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['code', /^(stt|tt|so tt|so thu tu|ma so|ma chi tieu|muc|ma)$/],
  ['unit', /^(don vi tinh|dvt|d\.?v\.?t\.?|don vi do|don vi)$/],
  [
    'label',
    /^(ten )?(cac )?(chi tieu|noi dung|tieu chi)|^(ten )?(chi tieu|noi dung|tieu chi)( thong ke| bao cao)?$|^danh muc/,
  ],
  [
    'value',
    /^(so lieu|ket qua|gia tri|so luong|thuc hien|ket qua thuc hien|so lieu thong ke|tri so|ky bao cao|so lieu bao cao|ky nay|trong ky|nam nay)( .*)?$/,
  ],
  ['note', /^(ghi chu|chu thich|don vi thuc hien|giai trinh|dien giai)( .*)?$/],
]

/** The columns that a row heads, when it is the head of a list: at least what is counted and how much. */
export function listPlaces(row: GridRow): ListPlaces | undefined {
  const places: Record<Column, number> = { code: -1, label: -1, unit: -1, value: -1, note: -1 }
  for (const [at, { text }] of row.cells.entries()) {
    const column = columnOf(text)
    if (column !== undefined && places[column] === -1) places[column] = at
  }
  if (places.value === -1 && places.unit >= 0) places.value = furtherValues(row, places)[0] ?? -1
  return places.label >= 0 && places.value >= 0 ? places : undefined
}

/** Heads of figures of one period beside another. */
const FURTHER =
  /^(so lieu |ket qua |thuc hien |gia tri )*(trong |cung |cua |den )?(ky\b|thang \d|quy ([ivx]+|\d)\b|nam( \d| nay| truoc|$)|tuan \d|\d+ thang\b|luy ke\b|tong ky\b)/
const COMPARES = /so (sanh|voi)|tang|giam|ty le|ti le|%|ke hoach|chi tieu giao|diem/

/** Where the same rows have figures of other periods, right of their unit. */
export function furtherValues({ cells }: GridRow, { unit, label, value }: ListPlaces): number[] {
  return cells.flatMap(({ text }, at) => {
    const head = folded(text)
    const isFigure = at > Math.max(unit, label) && at !== value && FURTHER.test(head)
    return isFigure && !COMPARES.test(head) && !isNote(head) ? at : []
  })
}

function isNote(head: string): boolean {
  return HEADS.some(([column, pattern]) => column === 'note' && pattern.test(head))
}

/** The column that a head names, if any. */
export function columnOf(text: string): Column | undefined {
  const head = folded(text)
    .replace(/[:*]+$/, '')
    .trim()
  if (head === '' || head.length > 60 || /ky truoc|nam truoc|cung ky/.test(head)) return undefined
  return HEADS.find(([, pattern]) => pattern.test(head))?.[0]
}

/** The row below the heads that numbers the columns: `1 2 3 4 5`, `(1) (2) (3)`, `A B 1 2`. */
export function numbersColumns(row: GridRow): boolean {
  const texts = row.cells.map(({ text }) => text).filter((text) => text !== '')
  const plain = texts.map((text) => text.replace(/[()[\]]/g, '').trim())
  const ordered = plain.every((text, index) => /^[A-Z]$/.test(text) || text === String(index + 1))
  const shifted = plain.every((text) => /^[A-Z]$|^\d$/.test(text)) && /^[A-Z]$/.test(plain[0] ?? '')
  return texts.length >= 3 && (ordered || shifted)
}
