import { type BilingualText, type Message, printNumber, say } from '@cchc/domain'
import type { FindingRow } from './finding.ts'
import type { OutlineRow } from './meaning/outline.ts'

const ROW = {
  en: '{sheet}row {line}{code} “{label}”',
  vi: '{sheet}dòng {line}{code} “{label}”',
} as const
const SHEET = { en: 'sheet “{sheet}”, ', vi: 'trang tính “{sheet}”, ' } as const
const CODE = { en: ' (item {code})', vi: ' (mục {code})' } as const
const LABELLED = { en: '“{label}” (row {line})', vi: '“{label}” (dòng {line})' } as const
const ROWS = { en: 'rows {lines}', vi: 'dòng {lines}' } as const
const CELLS = {
  en: 'unit “{unit}”, figure “{value}”',
  vi: 'đơn vị tính “{unit}”, số liệu “{value}”',
} as const
const AND = { en: '{one} and {other}', vi: '{one} và {other}' } as const
const OR = { en: '{one} or {other}', vi: '{one} hoặc {other}' } as const
/** What should stand where there is something else. */
export const A_NUMBER = { en: 'a number', vi: 'một con số' } as const
/** What stands in a blank cell. */
export const BLANK_CELL = { en: '(blank)', vi: '(để trống)' } as const

/** The phrases that many rules share. */
export const PHRASES: readonly BilingualText[] = [
  ROW,
  SHEET,
  CODE,
  LABELLED,
  ROWS,
  CELLS,
  AND,
  OR,
  A_NUMBER,
  BLANK_CELL,
]

/** Where a row stands, for a sentence: `dòng 12 (mục 3.1.1) “Tổng số hồ sơ …”`. */
export function whereIs({ sheet, line, segments, label }: OutlineRow): Message {
  return say(ROW.en, {
    sheet: sheet === null ? '' : say(SHEET.en, { sheet }),
    line,
    code: segments.length === 0 ? '' : say(CODE.en, { code: segments.join('.') }),
    label: shortLabel(label),
  })
}

/** A row of a table with many columns: `dòng 12 “Sở Nội vụ”`. */
export function nameOfRow({ line, label }: FindingRow): Message {
  return say(ROW.en, { sheet: '', line, code: '', label: shortLabel(label) })
}

/** A row by its name: `“Tổng số hồ sơ …” (dòng 12)`. */
export function nameOf({ line, label }: FindingRow): Message {
  return say(LABELLED.en, { label: shortLabel(label), line })
}

/** `dòng 12, 13, 14`. */
export function rowsOf(rows: readonly FindingRow[]): Message {
  return say(ROWS.en, { lines: linesOf(rows) })
}

/** `12, 13, 14`. */
export function linesOf(rows: readonly FindingRow[]): string {
  return rows.map(({ line }) => line).join(', ')
}

/** The codes of rows as they are printed. */
export function codesOf(rows: readonly FindingRow[]): string {
  return rows.map(({ code }) => code.trim()).join(', ')
}

/** Unit and figure as they are printed. */
export function unitAndFigure({ unit, value }: OutlineRow): Message {
  return say(CELLS.en, { unit: unit.trim(), value: value.trim() })
}

type Thing = Message | string

/** Several things in one sentence: `A và B và C`. */
export function allOf(things: readonly Thing[]): Thing {
  const [one = '', ...others] = things
  return others.length === 0 ? one : say(AND.en, { one, other: allOf(others) })
}

/** One of several things: `0 hoặc 1`. */
export function oneOf(things: readonly Thing[]): Thing {
  const [one = '', ...others] = things
  return others.length === 0 ? one : say(OR.en, { one, other: oneOf(others) })
}

/** A label's beginning without its bullet. */
export function shortLabel(label: string): string {
  const text = label
    .replace(/^\s*[-–+]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= 90 ? text : `${text.slice(0, 87).trimEnd()}…`
}

/** `60 + 35 + 4`. */
export function termsOf(values: readonly number[]): string {
  return values.map(printFigure).join(' + ')
}

/** Prints a figure with the decimals that it has. */
export function printFigure(value: number): string {
  const decimals = value.toString().split('.')[1]?.length ?? 0
  return printNumber(value, Math.min(decimals, 6))
}
