import { MOST_CELLS, tooManyCells } from '../grid/grid.ts'
import { readXml } from './read-xml.ts'
import { richText, type WorkbookParts } from './workbook.ts'

/** A cell that holds something. `value`: a number, or text; `format`: that of its style. */
export interface FilledCell {
  readonly column: number
  readonly value: number | string
  readonly format: string
}

/** A stretch of merged cells, all bounds inclusive; columns count from 0, lines from 1. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a sheet holds, by the lines that hold something, and its merges. */
export interface SheetContent {
  readonly lines: ReadonlyMap<number, readonly FilledCell[]>
  readonly merges: readonly Merge[]
}

/** No form has more columns; what stands further right is a stray cell beside the table. */
export const WIDEST = 512

interface Reading {
  line: number
  column: number
  type: string
  style: number
  value: string | undefined
  formula: string | undefined
  group: string | undefined
}

/** Reads the cells that hold something, whatever dimension the sheet claims. Throws TooLarge for more than `left` of them. */
export function readSheet(part: Uint8Array, book: WorkbookParts, left: number): SheetContent {
  const lines = new Map<number, FilledCell[]>()
  const merges: Merge[] = []
  const text = richText()
  const formulas = new Map<string, string>()
  const cell: Reading = { line: 0, column: -1, ...EMPTY }
  let filled = 0
  const keep = (value: FilledCell['value'] | undefined) => {
    if (value === undefined || value === '' || cell.column >= WIDEST) return
    filled += 1
    if (filled > left) throw tooManyCells()
    const own = lines.get(cell.line) ?? []
    own.push({ column: cell.column, value, format: book.formats[cell.style] ?? 'General' })
    lines.set(cell.line, own)
  }
  readXml(part, {
    open(tag, attributes) {
      text.open(tag)
      if (tag === 'row') Object.assign(cell, { line: lineOf(attributes, cell), column: -1 })
      else if (tag === 'c') Object.assign(cell, EMPTY, startOf(attributes, cell))
      else if (tag === 'f') cell.group = attributes.si
      else if (tag === 'mergeCell') merges.push(...mergeOf(attributes.ref ?? ''))
      if (merges.length > MOST_CELLS) throw tooManyCells()
    },
    close(tag, words) {
      text.close(tag, words)
      if (tag === 'v') cell.value = words
      else if (tag === 'is') cell.value = text.take()
      else if (tag === 'f') cell.formula = sharedFormula(formulas, { words, group: cell.group })
      else if (tag === 'c') keep(heldBy(cell, book))
    },
  })
  return { lines, merges }
}

const EMPTY = { type: 'n', style: 0, value: undefined, formula: undefined, group: undefined }

function lineOf({ r }: Readonly<Record<string, string>>, { line }: Reading): number {
  return r === undefined ? line + 1 : Number(r)
}

function startOf({ r, t = 'n', s }: Readonly<Record<string, string>>, cell: Reading) {
  const column = r === undefined ? cell.column + 1 : columnOf(r)
  return { column, type: t, style: Number(s ?? 0) }
}

function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
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
  if (type === 's') return strings[Number(value)]
  return type === 'n' ? Number(value) : value
}

function mergeOf(ref: string): readonly Merge[] {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? []
  if (top === undefined) return []
  return [
    { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) },
  ]
}
