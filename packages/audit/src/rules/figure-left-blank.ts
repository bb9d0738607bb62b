import type { OutlineRow } from '../meaning/outline.ts'
import type { RatioParts } from '../meaning/ratio-among.ts'
import { ratiosWithParts } from '../meaning/ratio-parts.ts'
import { exactSum, hasNumber, only, sumOf } from '../meaning/rows.ts'
import { type SumParts, sumsWithParts } from '../meaning/sum-parts.ts'
import { COUNT_OF } from '../meaning/vocabulary/labels.ts'
import { A_NUMBER, defineAuditRule, linesOf, phrase, printFigure, say, unitKind } from '../rule.ts'

const PARTS_GIVEN = phrase(
  'its parts (rows {lines}) are given and make {sum}',
  'các dòng thành phần (dòng {lines}) đã có số liệu, cộng lại là {sum}',
)
const REST_MISSING = phrase(
  'the total (row {line}) is {total} and the other parts make {sum}: {rest} are missing',
  'tổng số (dòng {line}) là {total}, các thành phần khác cộng lại là {sum}, còn thiếu {rest}',
)
const RATIO_GIVEN = phrase(
  'the rows that it goes with (rows {lines}) are given',
  'các dòng liên quan (dòng {lines}) đã có số liệu',
)
const SHARES_GIVEN = phrase(
  'the shares of this total (rows {lines}) are given',
  'các tỷ lệ tính trên tổng số này (dòng {lines}) đã được ghi',
)

/** A blank that the figures around it call for. */
export const figureLeftBlank = defineAuditRule({
  id: 'figure-left-blank',
  kind: 'blanks',
  severity: 'either',
  needs: ['table'],
  en: '{where} is left blank, though {why}.',
  vi: '{where} để trống, trong khi {why}.',
  example: `
    1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 1.909
      | - Số TTHC cấp tỉnh | Thủ tục | 1.599
      | - Số TTHC cấp huyện | Thủ tục | [-> 196]
      | - Số TTHC cấp xã | Thủ tục | 114`,
  find: (context) => [
    ...sumsWithParts(context).flatMap((one) => [...totalBlank(one), ...partBlank(one)]),
    ...ratiosWithParts(context).flatMap(ratioBlank),
    ...context.rows.flatMap(sharesOfNothing),
  ],
})

function isBlank({ figure }: OutlineRow): boolean {
  return figure.state === 'blank'
}

function totalBlank({ total, parts, complete, certain }: SumParts) {
  const counted = parts.filter(hasNumber)
  if (!isBlank(total) || counted.length === 0 || parts.some(isBlank)) return []
  const sum = printFigure(sumOf(counted))
  const why = say(PARTS_GIVEN, { lines: linesOf(counted), sum })
  const expected = complete ? sum : say(A_NUMBER)
  return [{ at: total, certain: certain && complete, expected, why }]
}

function partBlank({ total, parts, complete, certain }: SumParts) {
  const row = only(parts.filter(isBlank))
  const counted = parts.filter(hasNumber)
  if (!row || !hasNumber(total) || counted.length === 0) return []
  const sum = sumOf(counted)
  const missing = exactSum([total.figure.value, -sum])
  if (!complete || missing <= 0) return []
  const rest = printFigure(missing)
  const values = { line: total.line, total: printFigure(total.figure.value), rest }
  const why = say(REST_MISSING, { ...values, sum: printFigure(sum) })
  return [{ at: row, certain, expected: rest, why }]
}

function ratioBlank({ rate, numerator, denominator, certain }: RatioParts) {
  const all = [rate, numerator, denominator]
  const row = only(all.filter(isBlank))
  const others = all.filter((one) => one !== row)
  if (!row || !others.every(hasNumber)) return []
  const why = say(RATIO_GIVEN, { lines: linesOf(others) })
  return [{ at: row, certain, expected: say(A_NUMBER), why }]
}

/** A total left blank of which the shares are given. */
function sharesOfNothing(row: OutlineRow) {
  const shares = row.children.filter((one) => one.rate && hasNumber(one) && one.figure.value > 0)
  const counts = COUNT_OF.test(row.key) && unitKind(row.unit) === 'count'
  if (!isBlank(row) || !counts || shares.length === 0) return []
  const why = say(SHARES_GIVEN, { lines: linesOf(shares) })
  return [{ at: row, certain: true, expected: say(A_NUMBER), why }]
}
