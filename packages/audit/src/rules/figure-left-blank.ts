import { type Message, type MessageValue, say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import type { RatioParts } from '../meaning/ratio.ts'
import { ratiosWithParts } from '../meaning/ratio-parts.ts'
import { exactSum } from '../meaning/reckoning.ts'
import { hasNumber } from '../meaning/rows.ts'
import { type SumParts, sumsWithParts } from '../meaning/sum-parts.ts'
import { unitKind } from '../meaning/unit-kind.ts'
import { COUNT_OF } from '../meaning/vocabulary/labels.ts'
import { A_NUMBER, BLANK_CELL, linesOf, printFigure, whereIs } from '../phrases.ts'

const PARTS_GIVEN = {
  en: 'its parts (rows {lines}) are given and make {sum}',
  vi: 'các dòng thành phần (dòng {lines}) đã có số liệu, cộng lại là {sum}',
} as const
const REST_MISSING = {
  en: 'the total (row {line}) is {total} and the other parts make {sum}: {rest} are missing',
  vi: 'tổng số (dòng {line}) là {total}, các thành phần khác cộng lại là {sum}, còn thiếu {rest}',
} as const
const RATIO_GIVEN = {
  en: 'the rows that it goes with (rows {lines}) are given',
  vi: 'các dòng liên quan (dòng {lines}) đã có số liệu',
} as const
const SHARES_GIVEN = {
  en: 'the shares of this total (rows {lines}) are given',
  vi: 'các tỷ lệ tính trên tổng số này (dòng {lines}) đã được ghi',
} as const

/** A blank that the figures around it call for. */
export const figureLeftBlank = defineAuditRule({
  id: 'figure-left-blank',
  kind: 'blanks',
  severity: 'either',
  needs: ['table'],
  sentence: {
    en: '{where} is left blank, though {why}.',
    vi: '{where} để trống, trong khi {why}.',
  },
  phrases: [PARTS_GIVEN, REST_MISSING, RATIO_GIVEN, SHARES_GIVEN],
  examples: {
    wrong: `
      1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 1.909
        | - Số TTHC cấp tỉnh | Thủ tục | 1.599
        | - Số TTHC cấp huyện | Thủ tục |
        | - Số TTHC cấp xã | Thủ tục | 114`,
    right: `
      1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 1.909
        | - Số TTHC cấp tỉnh | Thủ tục | 1.599
        | - Số TTHC cấp huyện | Thủ tục | 196
        | - Số TTHC cấp xã | Thủ tục | 114`,
  },
  find: (context) =>
    [
      ...sumsWithParts(context).flatMap((one) => [...totalBlank(one), ...partBlank(one)]),
      ...ratiosWithParts(context).flatMap(ratioBlank),
      ...context.rows.flatMap(sharesOfNothing),
    ].map(({ row, certain, expected, why }) => ({
      rows: [row],
      certain,
      printed: say(BLANK_CELL.en),
      expected,
      values: { where: whereIs(row), why },
    })),
})

interface Blank {
  readonly row: OutlineRow
  readonly certain: boolean
  readonly expected: MessageValue
  readonly why: Message
}

function isBlank({ figure }: OutlineRow): boolean {
  return figure.state === 'blank'
}

function sumOf(rows: readonly OutlineRow[]): number {
  return exactSum(rows.map(({ figure }) => figure.value))
}

function totalBlank({ total, parts, complete, certain }: SumParts): readonly Blank[] {
  const counted = parts.filter(hasNumber)
  if (!isBlank(total) || counted.length === 0 || parts.some(isBlank)) return []
  const sum = printFigure(sumOf(counted))
  return [
    {
      row: total,
      certain: certain && complete,
      expected: complete ? sum : say(A_NUMBER.en),
      why: say(PARTS_GIVEN.en, { lines: linesOf(counted), sum }),
    },
  ]
}

function partBlank({ total, parts, complete, certain }: SumParts): readonly Blank[] {
  const [row, ...others] = parts.filter(isBlank)
  const counted = parts.filter(hasNumber)
  if (!row || others.length > 0 || !hasNumber(total) || counted.length === 0) return []
  const sum = sumOf(counted)
  const rest = exactSum([total.figure.value, -sum])
  if (!complete || rest <= 0) return []
  const expected = printFigure(rest)
  const values = { line: total.line, total: printFigure(total.figure.value), rest: expected }
  return [
    { row, certain, expected, why: say(REST_MISSING.en, { ...values, sum: printFigure(sum) }) },
  ]
}

function ratioBlank({ rate, numerator, denominator, certain }: RatioParts): readonly Blank[] {
  const all = [rate, numerator, denominator]
  const [row, ...more] = all.filter(isBlank)
  const others = all.filter((one) => one !== row)
  if (!row || more.length > 0 || !others.every(hasNumber)) return []
  return [
    {
      row,
      certain,
      expected: say(A_NUMBER.en),
      why: say(RATIO_GIVEN.en, { lines: linesOf(others) }),
    },
  ]
}

/** A total left blank of which the shares are given. */
function sharesOfNothing(row: OutlineRow): readonly Blank[] {
  const shares = row.children.filter((one) => one.rate && hasNumber(one) && one.figure.value > 0)
  const counts = COUNT_OF.test(row.key) && unitKind(row.unit) === 'count'
  if (!isBlank(row) || !counts || shares.length === 0) return []
  return [
    {
      row,
      certain: true,
      expected: say(A_NUMBER.en),
      why: say(SHARES_GIVEN.en, { lines: linesOf(shares) }),
    },
  ]
}
