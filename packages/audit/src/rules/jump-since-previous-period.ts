import { continuedFigures, type Pair } from '../meaning/paired-rows.ts'
import { defineAuditRule, phrase } from '../rule.ts'

/** How many times a figure may grow or shrink before it is asked about, and from which size on. */
const JUMP = { factor: 10, from: 20, points: 50 } as const

/** A figure many times that of the period before, or a small part of it. */
export const jumpSincePreviousPeriod = defineAuditRule({
  id: 'jump-since-previous-period',
  kind: 'units',
  severity: 'warning',
  needs: ['previous'],
  en: '{where} says {printed}, but {before} in the period before: an unusual change, to be checked.',
  vi: '{where} ghi {printed}, trong khi kỳ trước là {before}: biến động bất thường, cần kiểm tra lại.',
  expected: phrase('close to the period before ({before})', 'gần với kỳ trước ({before})'),
  example: {
    rows: '1 | Số hợp tác xã nộp báo cáo | Hợp tác xã | [1.090 -> 1.080]',
    previous: { rows: '1 | Số hợp tác xã nộp báo cáo | Hợp tác xã | 108' },
  },
  find: (context) =>
    continuedFigures(context)
      .filter((pair) => !pair.falls && jumps(pair))
      .map(({ row, other }) => ({ at: row, before: other.value })),
})

function jumps({ row, other }: Pair): boolean {
  const [now, before] = [row.figure.value, other.figure.value]
  if (row.rate) return Math.abs(now - before) > JUMP.points
  const [small, large] = [Math.min(now, before), Math.max(now, before)]
  return large >= JUMP.from && large > JUMP.factor * Math.max(small, 1)
}
