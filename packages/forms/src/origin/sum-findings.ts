import { cellNumber, inWords, type Message, say } from '@cchc/domain'
import { type OriginCell, operandsOf } from './cell-origin.ts'

/** Where the counts behind a cell, or its operands, do not add up to it; each place once. */
export function sumFindings(cell: OriginCell): readonly Message[] {
  const { origin } = cell
  const place = `${cell.rowId} (${cell.column.title})`
  const own: Message[] = []
  const stated = cellNumber(cell.cell)
  const valuesOf = (sum: number) => ({ place, sum, stated: String(stated) })
  if (origin.kind === 'counted' && origin.total !== stated) {
    own.push(
      say(
        '{place}: the counts behind it add up to {sum}, not to {stated}.',
        valuesOf(origin.total),
      ),
    )
  }
  if (origin.kind === 'sum' && sumOf(origin.operands) !== stated) {
    own.push(
      say('{place}: its rows add up to {sum}, not to {stated}.', valuesOf(sumOf(origin.operands))),
    )
  }
  if (
    origin.kind === 'counted' &&
    origin.operands.length > 0 &&
    sumOf(origin.operands) !== stated
  ) {
    own.push(
      say(
        '{place}: its columns add up to {sum}, not to {stated}.',
        valuesOf(sumOf(origin.operands)),
      ),
    )
  }
  const all = [...own, ...operandsOf(origin).flatMap(sumFindings)]
  return [...new Map(all.map((one) => [inWords(one), one])).values()]
}

function sumOf(cells: readonly OriginCell[]): number {
  return cells.reduce((sum, { cell }) => sum + (cellNumber(cell) ?? Number.NaN), 0)
}
