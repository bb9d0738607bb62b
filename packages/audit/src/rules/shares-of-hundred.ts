import { hasNumber, isMadeBy, sumOf } from '../meaning/rows.ts'
import { type Shares, shareGroups } from '../meaning/share-groups.ts'
import { allOf, defineAuditRule, phrase, printFigure, say, termsOf, whereIs } from '../rule.ts'

const OVER = phrase('more than', 'vượt quá')
const UNDER = phrase('less than', 'chưa đủ')
const IN_ROW = phrase(' in row {line}', ' ở dòng {line}')

/** Shares of one whole that exclude each other and do not make 100 % together. */
export const sharesOfHundred = defineAuditRule({
  id: 'shares-of-hundred',
  kind: 'complements',
  severity: 'either',
  needs: ['table'],
  en: '{shares} are shares of one whole that exclude each other, but make {terms} = {sum}%, {side} {target}%{row}.',
  vi: '{shares} là các tỷ lệ loại trừ nhau của cùng một tổng số, nhưng cộng lại {terms} = {sum}%, {side} {target}%{row}.',
  expected: phrase('{target}% together', 'tổng bằng {target}%'),
  example: `
    1 | Kết quả xử lý đơn | |
    1.1 | Tỷ lệ đơn giải quyết đúng hạn | % | 96,5
    1.2 | Tỷ lệ đơn giải quyết quá hạn | % | [5,3 -> 3,5]`,
  find: (context) => shareGroups(context).flatMap(compared),
})

function compared({ rows, exhaustive, whole }: Shares) {
  if (!rows.every(hasNumber)) return []
  const printed = whole && hasNumber(whole) ? whole : undefined
  const target = printed?.figure.value ?? 100
  const sum = sumOf(rows)
  const shares = rows.map(({ figure }) => figure)
  if (isMadeBy(shares, { whole: target, printed: printed?.figure })) return []
  const isOver = sum > target
  if (!isOver && !exhaustive && whole === undefined) return []
  if (sum === 0 && !exhaustive) return []
  return {
    places: printed ? [...rows, printed] : rows,
    certain: sum > Math.max(target, 100),
    printed: allOf(rows.map((row) => row.value)),
    shares: allOf(rows.map(whereIs)),
    terms: termsOf(rows),
    sum: printFigure(sum),
    side: say(isOver ? OVER : UNDER),
    target: printFigure(target),
    row: printed ? say(IN_ROW, { line: printed.line }) : '',
  }
}
