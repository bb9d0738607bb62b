import { cellNumber } from '@cchc/domain'
import { type OriginCell, operandsOf } from './cell-origin.ts'

/** Where the counts behind a cell, or its operands, do not add up to it; each place once. */
export function sumFindings(cell: OriginCell): readonly string[] {
  const { origin } = cell
  const place = `${cell.rowId} (${cell.column.title})`
  const own: string[] = []
  const stated = cellNumber(cell.cell)
  if (origin.kind === 'counted' && origin.total !== stated) {
    own.push(`${place}: the counts behind it add up to ${origin.total}, not to ${stated}.`)
  }
  if (origin.kind === 'sum' && sumOf(origin.operands) !== stated) {
    own.push(`${place}: its rows add up to ${sumOf(origin.operands)}, not to ${stated}.`)
  }
  if (
    origin.kind === 'counted' &&
    origin.operands.length > 0 &&
    sumOf(origin.operands) !== stated
  ) {
    own.push(`${place}: its columns add up to ${sumOf(origin.operands)}, not to ${stated}.`)
  }
  return [...new Set([...own, ...operandsOf(origin).flatMap(sumFindings)])]
}

function sumOf(cells: readonly OriginCell[]): number {
  return cells.reduce((sum, { cell }) => sum + (cellNumber(cell) ?? Number.NaN), 0)
}
