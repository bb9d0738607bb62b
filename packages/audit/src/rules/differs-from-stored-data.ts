import { knownPairs, type Pair } from '../meaning/paired-rows.ts'
import { defineAuditRule, exactSum } from '../rule.ts'

/** A figure against the same figure of stored data; both may be right under different rules, so it is a warning. */
export const differsFromStoredData = defineAuditRule({
  id: 'differs-from-stored-data',
  kind: 'statements',
  severity: 'warning',
  needs: ['stored'],
  en: '{where} says {printed}, but the data read from the portals make {expected}.',
  vi: '{where} ghi {printed}, còn dữ liệu đã thu thập từ các cổng cho kết quả {expected}.',
  example: {
    rows: '1 | Số VBQPPL đã rà soát | Văn bản | [41 -> 40]',
    stored: { rows: '1 | Số VBQPPL đã rà soát | Văn bản | 40' },
  },
  find: (context) => {
    const differing = context.stored.flatMap((stored) => knownPairs(context, stored).filter(differ))
    const first = new Map(differing.toReversed().map((pair) => [pair.row.line, pair]))
    return [...first.values()].map(({ row, other }) => ({ at: row, expected: other.value }))
  },
})

/** A rate differs only beyond its rounding. */
function differ({ row, other }: Pair): boolean {
  const slack = row.rate ? 0.5 * 10 ** -Math.min(row.figure.decimals, other.figure.decimals) : 0
  return exactSum([Math.abs(row.figure.value - other.figure.value), -slack]) > 0
}
