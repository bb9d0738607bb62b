import { say, UsageError } from '@cchc/domain'
import { CellBudget, type Grid, type GridRow, textOf } from './grid.ts'
import { WIDEST } from './sheet-content.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
/** How much of a text tells its separator. */
const SAMPLE = 100_000

/**
 * Reads separated text, with or without byte order mark; the separator is the one that makes the largest
 * table of its beginning. Throws TooLarge.
 */
export function csvGrid(text: string, most: number): Grid {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^sep=.\n/i, '')
  const sample = plain.slice(0, SAMPLE)
  const broadest = (separator: string) =>
    breadth(separatedRows(sample, { separator, cells: new CellBudget(most) }))
  const [best = ','] = SEPARATORS.toSorted((a, b) => broadest(b) - broadest(a))
  const rows = separatedRows(plain, { separator: best, cells: new CellBudget(most), whole: true })
  return { sheet: null, rows }
}

/** How much of a text is a table of one width: its rows times their separators; a single row, however wide, is hardly one. */
function breadth(rows: readonly GridRow[]): number {
  const byWidth = Map.groupBy(rows, ({ cells }) => cells.length)
  return Math.max(
    0,
    ...[...byWidth].map(([width, own]) => {
      const separators = Math.min(width - 1, WIDEST)
      return separators * (own.length - 1) + separators / (2 * WIDEST)
    }),
  )
}

interface Reading extends Separated {
  readonly rows: GridRow[]
  fields: string[]
  field: string
  quoted: boolean
  quotedAt: number
  line: number
  startedAt: number
}

interface Separated {
  readonly separator: string
  readonly cells: CellBudget
  /** It is no sample, which may end anywhere. */
  readonly whole?: boolean
}

/** Where a quotation mark opens and is not closed, everything that follows would be one cell. */
function neverClosed({ quotedAt }: Reading): UsageError {
  return new UsageError(
    say('A quotation mark opens in line {line} and is not closed at the end of its cell.', {
      line: quotedAt,
    }),
    { fix: say('Close it, or write it twice ("") where it belongs to the text.') },
  )
}

function separatedRows(text: string, how: Separated): readonly GridRow[] {
  const place = { line: 1, startedAt: 1, quotedAt: 1 }
  const state: Reading = { ...how, rows: [], fields: [], field: '', quoted: false, ...place }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\n') state.line += 1
    if (state.quoted) at += inQuotes(state, { char, next: text.charAt(at + 1) })
    else outsideQuotes(state, char)
  }
  if (state.whole && state.quoted) throw neverClosed(state)
  if (state.field !== '' || state.fields.length > 0) endRow(state)
  return state.rows
}

function outsideQuotes(state: Reading, char: string): void {
  if (char === '"' && state.field === '') {
    state.quoted = true
    state.quotedAt = state.line
  } else if (char === state.separator) endField(state)
  else if (char === '\n') endRow(state)
  else state.field += char
}

/** Returns how many characters beyond this one were read. */
function inQuotes(state: Reading, { char, next }: { char: string; next: string }): number {
  if (char === '"' && next !== '"') closeQuotes(state, next)
  else state.field += char
  return char === '"' && next === '"' ? 1 : 0
}

/** What was quoted over several lines and goes on behind its end has swallowed rows. */
function closeQuotes(state: Reading, next: string): void {
  state.quoted = false
  const isEnd = ['', '\n', state.separator].includes(next)
  if (state.whole && !isEnd && state.line > state.quotedAt) throw neverClosed(state)
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
