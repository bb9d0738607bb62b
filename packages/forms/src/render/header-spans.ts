import type { ReportColumn } from '@cchc/domain'

/** A head over a rectangle of cells; rows and columns count from 0, ends included. */
export interface HeaderSpan {
  readonly text: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Number of rows that the heads take. */
export function headerDepth(columns: readonly ReportColumn[]): number {
  return 1 + Math.max(...columns.map(({ headerGroups }) => headerGroups.length))
}

/** Grouped heads: a group stands over its adjacent columns, a column's own head reaches down to the last row. */
export function headerSpans(columns: readonly ReportColumn[]): HeaderSpan[] {
  const bottom = headerDepth(columns) - 1
  return columns.flatMap((column, left) => {
    const groups = column.headerGroups.flatMap((text, top) => {
      if (left > 0 && sharesGroup(columns[left - 1], column, top)) return []
      const right = lastShared(columns, { left, top })
      return [{ text, top, bottom: top, left, right }]
    })
    const top = column.headerGroups.length
    return [...groups, { text: column.header, top, bottom, left, right: left }]
  })
}

function lastShared(
  columns: readonly ReportColumn[],
  { left, top }: { left: number; top: number },
): number {
  let right = left
  while (sharesGroup(columns[right + 1], columns[left], top)) right += 1
  return right
}

function sharesGroup(
  one: ReportColumn | undefined,
  other: ReportColumn | undefined,
  top: number,
): boolean {
  if (!one || !other || one.headerGroups.length <= top) return false
  return (
    one.headerGroups.slice(0, top + 1).join('\n') ===
    other.headerGroups.slice(0, top + 1).join('\n')
  )
}
