import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { exactSum } from '../meaning/reckoning.ts'
import { hasNumber } from '../meaning/rows.ts'
import { type Shares, shareGroups } from '../meaning/share-groups.ts'
import { allOf, printFigure, termsOf, whereIs } from '../phrases.ts'

const MAKING = { en: '{target}% together', vi: 'tổng bằng {target}%' } as const
const OVER = { en: 'more than', vi: 'vượt quá' } as const
const UNDER = { en: 'less than', vi: 'chưa đủ' } as const
const IN_ROW = { en: ' in row {line}', vi: ' ở dòng {line}' } as const

/** Shares of one whole that exclude each other and do not make 100 % together. */
export const sharesOfHundred = defineAuditRule({
  id: 'shares-of-hundred',
  kind: 'complements',
  severity: 'either',
  needs: ['table'],
  sentence: {
    en: '{shares} are shares of one whole that exclude each other, but make {terms} = {sum}%, {side} {target}%{row}.',
    vi: '{shares} là các tỷ lệ loại trừ nhau của cùng một tổng số, nhưng cộng lại {terms} = {sum}%, {side} {target}%{row}.',
  },
  phrases: [MAKING, OVER, UNDER, IN_ROW],
  examples: {
    wrong: `
      1 | Kết quả xử lý đơn | |
      1.1 | Tỷ lệ đơn giải quyết đúng hạn | % | 96,5
      1.2 | Tỷ lệ đơn giải quyết quá hạn | % | 5,3`,
    right: `
      1 | Kết quả xử lý đơn | |
      1.1 | Tỷ lệ đơn giải quyết đúng hạn | % | 96,5
      1.2 | Tỷ lệ đơn giải quyết quá hạn | % | 3,5`,
  },
  find: (context) => shareGroups(context).flatMap(compared),
})

function compared({ rows, exhaustive, whole }: Shares) {
  if (!rows.every(hasNumber)) return []
  const printed = whole && hasNumber(whole) ? whole : undefined
  const target = printed?.figure.value ?? 100
  const sum = exactSum(rows.map((row) => row.figure.value))
  if (Math.abs(sum - target) <= slackOf(rows)) return []
  if (sum < target && !exhaustive && whole === undefined) return []
  if (sum === 0 && !exhaustive) return []
  return {
    rows: printed ? [...rows, printed] : rows,
    certain: sum > Math.max(target, 100),
    printed: allOf(rows.map((row) => row.value.trim())),
    expected: say(MAKING.en, { target: printFigure(target) }),
    values: {
      shares: allOf(rows.map(whereIs)),
      terms: termsOf(rows.map((row) => row.figure.value)),
      sum: printFigure(sum),
      side: say(sum > target ? OVER.en : UNDER.en),
      target: printFigure(target),
      row: printed ? say(IN_ROW.en, { line: printed.line }) : '',
    },
  }
}

/** What rounding each share can come to. */
function slackOf(rows: readonly OutlineRow[]): number {
  const decimals = Math.min(...rows.map((row) => row.figure.decimals))
  const whole = rows.every((row) => Number.isInteger(row.figure.value))
  return whole ? rows.length - 1 : (rows.length / 2) * 10 ** -decimals
}
