import type { FigureText } from '../meaning/figure-text.ts'
import type { ColumnBalance } from '../meaning/wide-columns.ts'
import { wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { defineAuditRule, nameOfRow } from '../rule.ts'

/** In Form II.06a and its like: what was received is resolved or in process; more than was received is so for no reason. */
export const receivedResolvedPending = defineAuditRule({
  id: 'received-resolved-pending',
  kind: 'sums',
  severity: 'either',
  needs: ['table'],
  en: '{row}: {printed} dossiers were received, but those resolved and in process make {terms} = {expected}.',
  vi: '{row}: số hồ sơ nhận giải quyết là {printed}, nhưng đã giải quyết cộng đang giải quyết là {terms} = {expected}.',
  example: {
    wide: `
        | Đơn vị | Số hồ sơ nhận giải quyết | Số hồ sơ đã giải quyết | Số hồ sơ đang giải quyết
      1 | Sở Y tế | 20 | 10 | [9 -> 10]`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ counts, balances }) =>
      counts.flatMap(({ row, figures, addresses }) =>
        balances.flatMap((balance) => {
          const wrong = wrongBalance(balance, figures)
          const place = { at: row, in: addresses[balance.received] }
          return wrong ? { ...place, row: nameOfRow(row), ...wrong } : []
        }),
      ),
    ),
})

/** What does not balance in a row, also with what left without being resolved; without what came over, nothing is known. */
export function wrongBalance(
  { received, closed, left, carried, ofTotals }: ColumnBalance,
  figures: readonly FigureText[],
) {
  const own = closed.map((at) => figures[at])
  const gone = left.map((at) => figures[at]).filter((figure) => figure?.state === 'number')
  const wrong = carried && wrongSum(figures[received], { parts: own })
  if (!wrong || !wrongSum(figures[received], { parts: [...own, ...gone] })) return undefined
  return { ...wrong, certain: wrong.isOver && ofTotals }
}
