import { type Cell, cellNumber, folded, parseCell, printCell } from '@cchc/domain'
import type { FormCell } from '@cchc/files/fill'

/** A figure as the hub prints it, and what it is in a spreadsheet: 98% in a cell that prints percentages is 0.98. */
export interface ShownValue {
  readonly text: string
  readonly value: number | string
}

/** How many digits of a fraction are right. */
const PRECISION = 12

/** What goes into a cell of a form; undefined = nothing, since nobody has reported it. */
export function shownValue(cell: Cell, prints: FormCell['prints']): ShownValue | undefined {
  const text = printCell(cell)
  if (text.trim() === '') return undefined
  const read = numberIn(cell, text)
  if (read === undefined) return { text, value: text }
  if (prints !== 'percent') return { text, value: read }
  return { text, value: Number(shareIn(cell, read).toPrecision(PRECISION)) }
}

/** What a quotient is before it is rounded: the cell rounds it to its own decimals, and nothing is rounded twice. */
function shareIn(cell: Cell, read: number): number {
  return cell.state === 'ratio' ? cell.numerator / cell.denominator : read / 100
}

function numberIn(cell: Cell, text: string): number | undefined {
  return cell.state === 'text' ? undefined : (cellNumber(parseCell(text)) ?? undefined)
}

/** Whether what stands in a cell of a form says what the hub prints; a percentage with fewer decimals does. */
export function saysTheSame(held: string, { text }: Pick<ShownValue, 'text'>): boolean {
  const [one, other] = [parseCell(held), parseCell(text)]
  const [a, b] = [cellNumber(one), cellNumber(other)]
  if (a === null || b === null) return folded(held).trim() === folded(text).trim()
  const isRate = other.state === 'number' && other.percent && one.state === 'number'
  return a === b || (isRate && Math.abs(a - b) <= 0.5 / 10 ** one.decimals)
}
