import { aligned, shortened, textWidth } from './text-width.ts'

/** One column of a table; `\n` in the title starts another line of its head, and neighbours with the same first line show it once. */
export interface TableColumn {
  readonly title: string
  readonly right?: boolean
  /** May be cut where the terminal is too narrow. */
  readonly flexible?: boolean
}

const GAP = '  '
const LEAST = 16

/** Lays rows out in columns, at most `width` wide where columns may be cut; every line without spaces at its end. */
export function renderTable(
  columns: readonly TableColumn[],
  {
    rows,
    width,
  }: { readonly rows: readonly (readonly string[])[]; readonly width?: number | undefined },
): string {
  const heads = headLines(columns)
  const widths = fitted(columns, { widths: naturalWidths(columns, [...heads, ...rows]), width })
  const line = (cells: readonly string[]) =>
    columns
      .map(({ right = false }, index) => {
        const own = widths[index] ?? 0
        return aligned(shortened(cells[index] ?? '', own), { width: own, right })
      })
      .join(GAP)
      .trimEnd()
  const rule = widths.map((own) => '─'.repeat(own)).join(GAP)
  return [...heads.map(line), rule, ...rows.map(line)].join('\n')
}

function headLines(columns: readonly TableColumn[]): string[][] {
  const titles = columns.map(({ title }) => title.split('\n'))
  const height = Math.max(...titles.map((lines) => lines.length))
  const grouped = titles.map((lines, index) => {
    const same = lines.length > 1 && lines[0] === titles[index - 1]?.[0]
    return same ? ['', ...lines.slice(1)] : lines
  })
  return Array.from({ length: height }, (_, row) => grouped.map((lines) => lines[row] ?? ''))
}

function naturalWidths(
  columns: readonly TableColumn[],
  lines: readonly (readonly string[])[],
): number[] {
  return columns.map((_, index) =>
    lines.reduce((widest, cells) => Math.max(widest, textWidth(cells[index] ?? '')), 0),
  )
}

/** Takes what is too wide from the widest flexible columns. */
function fitted(
  columns: readonly TableColumn[],
  { widths, width }: { readonly widths: readonly number[]; readonly width: number | undefined },
): number[] {
  const own = [...widths]
  if (width === undefined) return own
  let excess = own.reduce((sum, each) => sum + each + GAP.length, -GAP.length) - width
  while (excess > 0) {
    const widest = columns
      .map(({ flexible }, index) => ({ index, size: flexible ? (own[index] ?? 0) : 0 }))
      .toSorted((a, b) => b.size - a.size)[0]
    if (!widest || widest.size <= LEAST) return own
    own[widest.index] = widest.size - 1
    excess -= 1
  }
  return own
}
