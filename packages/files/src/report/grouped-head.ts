import type { WideTable } from '@cchc/audit'
import { folded } from '@cchc/domain'
import type { GridRow } from '../grid/grid.ts'

/** A head of several rows: where it ends, where the columns of figures begin, and what they add up. */
export interface GroupedHead {
  readonly at: number
  readonly first: number
  readonly columns: WideTable['columns']
  readonly above: readonly GridRow[]
}

const TOTAL = /^(tong( so| cong)?|cong)$/
const FEWEST = 5
const MOST_ROWS = 5

/** A head whose groups, each with a `Tổng số`, stand above their columns. */
export function groupedHead(rows: readonly GridRow[]): GroupedHead | undefined {
  const totals = rows.findIndex((row) => textsOf(row).filter(isTotal).length >= 2)
  const top = rows[totals - 1]
  const lower = rows[totals]
  if (!top || !lower) return undefined
  const first = textsOf(lower).findIndex(isTotal)
  const end = lastHeadRow(rows, totals)
  const head = rows.slice(totals - 1, end + 1)
  const width =
    Math.max(...head.map((row) => textsOf(row).findLastIndex((text) => text !== ''))) + 1
  const paths = pathsOf(head, { first, width })
  if (first < 1 || paths.length < FEWEST) return undefined
  return { at: end, first, columns: columnsOf(paths), above: head }
}

function textsOf(row: GridRow): readonly string[] {
  return row.cells.map(({ text }) => text)
}

function isTotal(text: string): boolean {
  return TOTAL.test(folded(text))
}

/** The head goes on as long as rows hold words alone, or number the columns. */
function lastHeadRow(rows: readonly GridRow[], from: number): number {
  let end = from
  for (const row of rows.slice(from + 1, from + MOST_ROWS)) {
    const texts = textsOf(row).filter((text) => text !== '')
    const words = texts.every((text) => /\p{L}{2}/u.test(text)) && texts.length > 1
    const numbers = texts.map((text) => Number(text.replace(/[()]/g, '')))
    const counted = numbers.slice(2).every((number, index) => number === (numbers[2] ?? 0) + index)
    if (!words && !(counted && numbers.length >= FEWEST)) break
    end += 1
  }
  return end
}

/** What stands above each column of figures, from the group down. */
function pathsOf(
  head: readonly GridRow[],
  { first, width }: { readonly first: number; readonly width: number },
): readonly (readonly string[])[] {
  const named = head.filter((row) => textsOf(row).some((text) => /\p{L}{2}/u.test(text)))
  return Array.from({ length: width - first }, (_none, index) => {
    const at = first + index
    const path = named.map((row, level) => {
      const own = row.cells[at]?.text ?? ''
      return own !== '' || level === named.length - 1 ? own : reaching(named, { level, at, first })
    })
    return path.filter((text) => text !== '')
  })
}

/** The head to the left that stretches over a column: nothing above may begin in between. */
function reaching(
  named: readonly GridRow[],
  { level, at, first }: { readonly level: number; readonly at: number; readonly first: number },
): string {
  for (let left = at - 1; left >= first; left -= 1) {
    const begun = named.slice(0, level).some((row) => (row.cells[left + 1]?.text ?? '') !== '')
    if (begun) return ''
    const text = named[level]?.cells[left]?.text ?? ''
    if (text !== '') return isTotal(text) ? '' : text
  }
  return ''
}

function columnsOf(paths: readonly (readonly string[])[]): WideTable['columns'] {
  return paths.map((path) => {
    const isSum = path.length > 1 && isTotal(path.at(-1) ?? '')
    return { title: path.join(' – '), totalOf: isSum ? partsOf(path, paths) : [] }
  })
}

/** What excludes each other and leaves nothing out, by the last words of the heads. */
const WHOLES: readonly (readonly RegExp[])[] = [
  [/cap tinh|trung tam/, /cap huyen/, /cap xa/],
  [/cap tinh|trung tam/, /cap xa/],
  [/truoc han/, /dung han/, /qua han|tre han/],
  [/dung han/, /qua han|tre han/],
  [/trong han|chua den han/, /qua han|tre han/],
  [/truc tuyen/, /truc tiep/, /ky truoc/],
  [/truc tuyen/, /truc tiep/, /buu chinh|bcci/, /ky truoc/],
]

function partsOf(path: readonly string[], paths: readonly (readonly string[])[]): number[] {
  const group = path.slice(0, -1)
  const parts = paths.flatMap((other, at) => {
    const inside =
      group.every((text, level) => other[level] === text) && other.length > group.length
    return inside && !isTotal(other.at(-1) ?? '') ? at : []
  })
  const names = parts.map((at) => folded(paths[at]?.at(-1) ?? ''))
  const whole = WHOLES.some(
    (members) =>
      members.length === names.length &&
      members.every((member) => names.some((name) => member.test(name))),
  )
  return whole ? parts : []
}
