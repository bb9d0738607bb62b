import { CellBudget, type Grid, type GridRow, textOf } from './grid.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
/** How much of a text tells its separator. */
const SAMPLE = 100_000

/**
 * Reads separated text, with or without byte order mark; the separator is the one that makes the largest
 * table of its beginning. Throws TooLarge.
 */
export function csvGrid(text: string, most: number): Grid {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  const sample = plain.slice(0, SAMPLE)
  const broadest = (separator: string) =>
    breadth(separatedRows(sample, { separator, cells: new CellBudget(most) }))
  const [best = ','] = SEPARATORS.toSorted((a, b) => broadest(b) - broadest(a))
  return {
    sheet: null,
    rows: separatedRows(plain, { separator: best, cells: new CellBudget(most) }),
  }
}

/** How much of a text is a table of one width: its rows times their separators. */
function breadth(rows: readonly GridRow[]): number {
  const byWidth = Map.groupBy(rows, ({ cells }) => cells.length)
  return Math.max(0, ...[...byWidth].map(([width, own]) => (width - 1) * own.length))
}

interface Reading {
  readonly rows: GridRow[]
  readonly cells: CellBudget
  fields: string[]
  field: string
  quoted: boolean
  line: number
  startedAt: number
}

function separatedRows(
  text: string,
  { separator, cells }: { readonly separator: string; readonly cells: CellBudget },
): readonly GridRow[] {
  const place = { line: 1, startedAt: 1 }
  const state: Reading = {
    ...{ rows: [], cells, fields: [], field: '', quoted: false },
    ...place,
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\n') state.line += 1
    if (state.quoted) at += inQuotes(state, { char, next: text.charAt(at + 1) })
    else outsideQuotes(state, { char, separator })
  }
  if (state.field !== '' || state.fields.length > 0) endRow(state)
  return state.rows
}

function outsideQuotes(
  state: Reading,
  { char, separator }: { readonly char: string; readonly separator: string },
): void {
  if (char === '"' && state.field === '') state.quoted = true
  else if (char === separator) endField(state)
  else if (char === '\n') endRow(state)
  else if (char !== '\r') state.field += char
}

/** Returns how many characters beyond this one were read. */
function inQuotes(state: Reading, { char, next }: { char: string; next: string }): number {
  if (char === '"' && next !== '"') state.quoted = false
  else state.field += char
  return char === '"' && next === '"' ? 1 : 0
}

function endField(state: Reading): void {
  state.cells.take()
  // An apostrophe keeps spreadsheets from running what follows as a formula; it is no part of the text.
  state.fields.push(state.field.replace(/^'(?=[=+\-@])/, ''))
  state.field = ''
}

function endRow(state: Reading): void {
  endField(state)
  state.rows.push({ line: state.startedAt, cells: state.fields.map(textOf) })
  state.fields = []
  state.startedAt = state.line
}
