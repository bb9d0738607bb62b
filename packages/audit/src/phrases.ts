import { inWords, isDocumentTable, type Message, printNumber, say } from '@cchc/domain'
import type { FindingRow } from './finding.ts'
import type { OutlineRow } from './meaning/outline.ts'

/** What audits say, in Vietnamese, by the English template: phrases and rules put themselves there. */
export const AUDIT_VIETNAMESE: Record<string, string> = {}

/** Something that audits say, in both languages; it is said by its English template, which has one Vietnamese. */
export function phrase<const T extends string>(en: T, vi: string): T {
  if ((AUDIT_VIETNAMESE[en] ?? vi) !== vi) throw new Error(`two Vietnamese texts for “${en}”`)
  AUDIT_VIETNAMESE[en] = vi
  return en
}

/** A message of an audit as officials read it: a Vietnamese sentence that begins with a capital letter. */
export function inVietnamese(message: Message): string {
  const text = inWords(message, AUDIT_VIETNAMESE)
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

const ROW = phrase('{sheet}row {line}{code} “{label}”', '{sheet}dòng {line}{code} “{label}”')
const SHEET = phrase('sheet “{sheet}”, ', 'trang tính “{sheet}”, ')
const CODE = phrase(' (item {code})', ' (mục {code})')
const IN_COLUMN = phrase('{row}, column “{column}”', '{row}, cột “{column}”')
const LABELLED = phrase('“{label}” (row {line})', '“{label}” (dòng {line})')
const ROWS = phrase('rows {lines}', 'dòng {lines}')
const CELLS = phrase('unit “{unit}”, figure “{value}”', 'đơn vị tính “{unit}”, số liệu “{value}”')
const AND = phrase('{one} and {other}', '{one} và {other}')
const OR = phrase('{one} or {other}', '{one} hoặc {other}')
/** What should stand where there is something else. */
export const A_NUMBER = phrase('a number', 'một con số')
/** What stands in a blank cell. */
export const BLANK_CELL = phrase('(blank)', '(để trống)')

/** Where a row stands, for a sentence: `dòng 12 (mục 3.1.1) “Tổng số hồ sơ …”`. */
export function whereIs({ sheet, line, segments, label }: OutlineRow): Message {
  return say(ROW, {
    sheet: sheet === null ? '' : placeOf(sheet),
    line,
    code: segments.length === 0 ? '' : say(CODE, { code: segments.join('.') }),
    label: shortLabel(label),
  })
}

function placeOf(sheet: string): Message | string {
  return isDocumentTable(sheet) ? `${sheet}, ` : say(SHEET, { sheet })
}

/** A row of a table with many columns: `dòng 12 “Sở Nội vụ”`. */
export function nameOfRow({ line, label }: FindingRow): Message {
  return say(ROW, { sheet: '', line, code: '', label: shortLabel(label) })
}

/** A column of such a row: `dòng 12 “Sở Nội vụ”, cột “Trực tuyến”`. */
export function inColumn(row: FindingRow, column: string): Message {
  return say(IN_COLUMN, { row: nameOfRow(row), column })
}

/** A row by its name: `“Tổng số hồ sơ …” (dòng 12)`. */
export function nameOf({ line, label }: FindingRow): Message {
  return say(LABELLED, { label: shortLabel(label), line })
}

/** `dòng 12, 13, 14`. */
export function rowsOf(rows: readonly FindingRow[]): Message {
  return say(ROWS, { lines: linesOf(rows) })
}

/** `12, 13, 14`. */
export function linesOf(rows: readonly FindingRow[]): string {
  return rows.map(({ line }) => line).join(', ')
}

/** The codes of rows as they are printed. */
export function codesOf(rows: readonly FindingRow[]): string {
  return rows.map(({ code }) => code).join(', ')
}

/** Unit and figure as they are printed. */
export function unitAndFigure({ unit, value }: OutlineRow): Message {
  return say(CELLS, { unit, value })
}

type Thing = Message | string

/** Several things in one sentence: `A và B và C`. */
export function allOf(things: readonly Thing[]): Thing {
  const [one = '', ...others] = things
  return others.length === 0 ? one : say(AND, { one, other: allOf(others) })
}

/** One of several things: `0 hoặc 1`. */
export function oneOf(things: readonly Thing[]): Thing {
  const [one = '', ...others] = things
  return others.length === 0 ? one : say(OR, { one, other: oneOf(others) })
}

/** A label's beginning without its bullet. */
export function shortLabel(label: string): string {
  const text = label
    .replace(/^\s*[-–+]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= 90 ? text : `${text.slice(0, 87).trimEnd()}…`
}

/** The figures of rows, added: `60 + 35 + 4`. */
export function termsOf(rows: readonly Pick<OutlineRow, 'figure'>[]): string {
  return rows.map(({ figure }) => printFigure(figure.value)).join(' + ')
}

/** Prints a figure with the decimals that it has. */
export function printFigure(value: number): string {
  const decimals = value.toString().split('.')[1]?.length ?? 0
  return printNumber(value, Math.min(decimals, 6))
}
