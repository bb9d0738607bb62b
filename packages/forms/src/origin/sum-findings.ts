import { cellNumber, inWords, type Message, say } from '@cchc/domain'
import { type OriginCell, operandsOf } from './cell-origin.ts'

/** Where the counts behind a cell, or its operands, do not add up to it; each place once. */
export function sumFindings(cell: OriginCell): readonly Message[] {
  const { origin } = cell
  const place = `${cell.rowId} (${cell.column.title})`
  const own: Message[] = []
  const stated = cellNumber(cell.cell)
  const operands = operandsOf(origin)
  const added = { place, sum: sumOf(operands), stated: String(stated) }
  if (origin.kind === 'counted' && origin.total !== stated) {
    const behind = { ...added, sum: origin.total }
    own.push(say('{place}: the counts behind it add up to {sum}, not to {stated}.', behind))
  }
  if (origin.kind === 'sum' && added.sum !== stated) {
    own.push(say('{place}: its rows add up to {sum}, not to {stated}.', added))
  }
  if (origin.kind === 'counted' && operands.length > 0 && added.sum !== stated) {
    own.push(say('{place}: its columns add up to {sum}, not to {stated}.', added))
  }
  const all = [...own, ...operands.flatMap(sumFindings)]
  return [...new Map(all.map((one) => [inWords(one), one])).values()]
}

function sumOf(cells: readonly OriginCell[]): number {
  return cells.reduce((sum, { cell }) => sum + (cellNumber(cell) ?? Number.NaN), 0)
}
