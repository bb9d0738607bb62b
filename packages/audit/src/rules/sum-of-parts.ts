import type { OutlineRow } from '../meaning/outline.ts'
import { exactSum, hasNumber, slackOf, sumOf } from '../meaning/rows.ts'
import { type SumParts, sumsWithParts } from '../meaning/sum-parts.ts'
import { defineAuditRule, phrase, printFigure, rowsOf, say, termsOf } from '../rule.ts'

const OVERLAP = phrase(
  '; right only if {count} are counted in both rows',
  '; chỉ đúng khi có {count} mục được tính ở cả hai dòng',
)

/** A total against the sum of its parts. */
export const sumOfParts = defineAuditRule({
  id: 'sum-of-parts',
  kind: 'sums',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}, but its parts ({rows}) make {terms} = {sum}{overlap}.',
  vi: '{where} ghi {printed}, nhưng cộng các dòng thành phần ({rows}) được {terms} = {sum}{overlap}.',
  expected: '{sum}',
  example: `
    1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 100
      | Trước hạn | Hồ sơ | 60
      | Đúng hạn | Hồ sơ | [35 -> 36]
      | Quá hạn | Hồ sơ | 4`,
  find: (context) => sumsWithParts(context).filter(isWrongSum).map(told),
})

/** Whether a total is not what its parts make, in any way of reading them. */
export function isWrongSum(sumParts: SumParts): boolean {
  const { total, parts, complete } = sumParts
  const counted = parts.filter(hasNumber)
  if (!hasNumber(total) || counted.length === 0 || parts.some(isUnreadable)) return false
  const sum = sumOf(counted)
  const printed = total.figure.value
  const slack = slackOf([total, ...counted].map(({ figure }) => figure))
  if (readsAs(sumParts, printed) || Math.abs(sum - printed) <= slack) return false
  const open = parts.some((row) => row.figure.state === 'blank')
  return sum > printed || (sum < printed && complete && !open)
}

function told({ total, parts, certain, mayOverlap, exclusive = false }: SumParts) {
  const counted = parts.filter(hasNumber)
  const sum = sumOf(counted)
  const printed = total.figure.value
  const isOver = sum > printed
  const overlap = mayOverlap && isOver && counted.every((row) => row.figure.value <= printed)
  return {
    at: total,
    beside: counted,
    certain: exclusive ? certain || isOver : certain && !overlap,
    rows: rowsOf(counted),
    terms: termsOf(counted),
    sum: printFigure(sum),
    overlap: overlap ? say(OVERLAP, { count: printFigure(exactSum([sum, -printed])) }) : '',
  }
}

/** Whether some of the parts already make the total, and the others say more about them. */
function readsAs({ readings, parts, certain }: SumParts, printed: number): boolean {
  const first = parts.map((_row, index) => parts.slice(0, index + 2))
  return (readings ?? (certain ? [] : first)).some((rows) => sumOf(rows) === printed)
}

function isUnreadable(row: OutlineRow): boolean {
  const { state } = row.figure
  return state === 'doubtful' || state === 'words' || (state === 'number' && !hasNumber(row))
}
