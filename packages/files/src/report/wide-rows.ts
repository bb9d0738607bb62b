import type { WideTable } from '@cchc/audit'
import { folded } from '@cchc/domain'
import type { Grid, GridRow } from '../grid/grid.ts'
import { groupedHead } from './grouped-head.ts'

type Columns = WideTable['columns']

interface Head {
  readonly at: number
  /** Where the first column of figures stands. */
  readonly first: number
  readonly columns: Columns
  readonly balanced: boolean
}

/** The wide table of a grid, such as Form II.06a, known by its numbered columns or its grouped heads. */
export function wideTable({ sheet, rows }: Grid): WideTable | undefined {
  const numbered = numberedHead(rows)
  const sums = numbered?.columns.some(({ totalOf }) => totalOf.length > 0) ? numbered : undefined
  const head = sums ?? titledHead(rows) ?? ofGroups(rows) ?? numbered
  if (!head) return undefined
  const { at, first, columns, balanced } = head
  const read = rows.slice(at + 1).flatMap((row) => {
    const [code, label] = [row.cells[first - 2]?.code ?? '', row.cells[first - 1]?.text ?? '']
    const figures = columns.map((_column, index) => row.cells[first + index]?.text ?? '')
    const counted = figures.some((text) => /^-$|\d/.test(text))
    return label !== '' && counted ? { line: row.line, code, label, figures } : []
  })
  return { sheet, columns, balanced, rows: read }
}

function ofGroups(rows: readonly GridRow[]): Head | undefined {
  const head = groupedHead(rows)
  return head && { ...head, balanced: balances(head.above) }
}

const FEWEST = 5

/** A row such as `(1) (2) (3)=(4)+(5)+(6) (4) …`. */
function numberedHead(rows: readonly GridRow[]): Head | undefined {
  const at = rows.findIndex(({ cells }) => {
    return cells.filter(({ text }) => /^\(\d+\)(\s*=.*)?$/.test(text)).length >= FEWEST
  })
  const row = rows[at]
  if (!row) return undefined
  const texts = row.cells.map(({ text }) => text)
  const start = texts.findIndex((text) => /^\(1\)/.test(text))
  const end = texts.findLastIndex((text) => text !== '') + 1
  const formulas = texts.slice(start, end)
  const above = rows.slice(Math.max(0, at - 5), at)
  const columns = formulas.slice(2).map((formula, index) => ({
    title: titleAbove(above, start + 2 + index) || formula,
    totalOf: summands(formula),
  }))
  return { at, first: start + 2, columns, balanced: balances(above) }
}

/** The columns, from 0, that a printed formula adds up; figures begin in column (3). */
export function summands(formula: string): number[] {
  const [, sum = ''] = formula.split('=')
  return [...sum.matchAll(/\((\d+)\)/g)].map(([, number]) => Number(number) - 3)
}

function titleAbove(above: readonly GridRow[], column: number): string {
  const own = above.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '')
  const groups = above.map(({ cells }) => {
    const left = cells.slice(0, column + 1).findLast(({ text }) => text !== '')
    return left?.text ?? ''
  })
  const [group = ''] = groups.filter((text) => /^(số|tthc)/i.test(text))
  return [...new Set([group, own.at(-1) ?? ''])].filter((text) => text !== '').join(' – ')
}

function balances(above: readonly GridRow[]): boolean {
  const words = folded(above.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' '))
  return words.includes('nhan giai quyet') && words.includes('dang giai quyet')
}

const BETWEEN = ' – '

/** One row of heads that name their groups: `Số hồ sơ đã giải quyết – Tổng số`. */
function titledHead(rows: readonly GridRow[]): Head | undefined {
  const at = rows.findIndex(({ cells }) => {
    return cells.filter(({ text }) => text.includes(BETWEEN)).length >= FEWEST
  })
  const row = rows[at]
  if (!row) return undefined
  const texts = row.cells.map(({ text }) => text)
  const first = texts.findIndex((text) => text.includes(BETWEEN))
  const end = texts.findLastIndex((text) => text.includes(BETWEEN)) + 1
  const titles = texts.slice(first, end)
  return { at, first, columns: groupedColumns(titles), balanced: balances([row]) }
}

/** Columns whose titles name their group; `Tổng số` of a group adds up the others. */
export function groupedColumns(titles: readonly string[]): Columns {
  const groupOf = (title: string) => title.split(BETWEEN)[0] ?? ''
  return titles.map((title, index) => {
    const isTotal = title === `${groupOf(title)}${BETWEEN}Tổng số`
    const totalOf = titles.flatMap((other, at) => {
      return at !== index && groupOf(other) === groupOf(title) ? at : []
    })
    return { title, totalOf: isTotal ? totalOf : [] }
  })
}
