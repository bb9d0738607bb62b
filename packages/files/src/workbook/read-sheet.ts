import { columnOf } from '../grid/cell-address.ts'
import type { CellBudget } from '../grid/grid.ts'
import { type FilledCell, type Merge, SheetBuilder } from '../grid/sheet-content.ts'
import { readXml } from './read-xml.ts'
import { richText, type WorkbookParts } from './workbook.ts'

interface Reading {
  line: number
  column: number
  type: string
  style: number
  value: string | undefined
  formula: string | undefined
  group: string | undefined
}

/** Reads the cells that hold something, whatever dimension the sheet claims. Throws TooLarge. */
export function readSheet(part: Uint8Array, book: WorkbookParts, cells: CellBudget): SheetBuilder {
  const sheet = new SheetBuilder(cells)
  const text = richText()
  const formulas = new Map<string, string>()
  const cell: Reading = { line: 0, column: -1, ...EMPTY }
  readXml(part, {
    open(tag, attributes) {
      text.open(tag, attributes)
      if (tag === 'row') Object.assign(cell, { line: lineOf(attributes, cell), column: -1 })
      else if (tag === 'c') Object.assign(cell, EMPTY, startOf(attributes, cell))
      else if (tag === 'f') cell.group = attributes.si
      else if (tag === 'mergeCell') sheet.merge(...mergeOf(attributes.ref ?? ''))
    },
    close(tag, words) {
      text.close(tag, words)
      if (tag === 'v') cell.value = words
      else if (tag === 'is') cell.value = text.take()
      else if (tag === 'f') cell.formula = sharedFormula(formulas, { words, group: cell.group })
      else if (tag === 'c') sheet.add(cell.line, filledCell(cell, book))
    },
  })
  return sheet
}

function filledCell(cell: Reading, book: WorkbookParts): FilledCell {
  const format = book.formats[cell.style] ?? 'General'
  return { column: cell.column, value: heldBy(cell, book) ?? '', format }
}

const EMPTY = { type: 'n', style: 0, value: undefined, formula: undefined, group: undefined }

function lineOf({ r }: Readonly<Record<string, string>>, { line }: Reading): number {
  return r === undefined ? line + 1 : Number(r)
}

function startOf({ r, t = 'n', s }: Readonly<Record<string, string>>, cell: Reading) {
  const column = r === undefined ? cell.column + 1 : columnOf(r)
  return { column, type: t, style: Number(s ?? 0) }
}

/** The first cell of a group writes the formula, the others name the group. */
function sharedFormula(
  formulas: Map<string, string>,
  { words, group }: { readonly words: string; readonly group: string | undefined },
): string {
  if (group === undefined) return words
  if (words !== '') formulas.set(group, words)
  return formulas.get(group) ?? words
}

/** What the program that saved the file had worked out; a formula that nobody has worked out is no blank. */
function heldBy(cell: Reading, { strings }: WorkbookParts): number | string | undefined {
  const { type, value, formula } = cell
  const isText = type === 'str' || type === 'inlineStr'
  if (value === undefined || (value === '' && !isText)) {
    return formula === undefined ? undefined : `=${formula}`
  }
  if (type === 's') return sound(strings[Number(value)])
  return type === 'n' ? sound(Number(value)) : value
}

/** Throws where a cell points to no text, or says that it is a number and is none. */
function sound<T extends number | string>(held: T | undefined): T {
  if (held === undefined || Number.isNaN(held)) throw new Error('a cell holds nothing readable')
  return held
}

function mergeOf(ref: string): readonly Merge[] {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? []
  if (top === undefined) return []
  return [
    { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) },
  ]
}
