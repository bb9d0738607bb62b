import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { SAME_THINGS } from '../meaning/known-indicators.ts'
import { hasNumber } from '../meaning/rows.ts'
import { allOf, whereIs } from '../phrases.ts'

const ONE_FIGURE = { en: 'one figure', vi: 'cùng một con số' } as const

/** One fact that a table states twice and differently. */
export const oneFactTwoFigures = defineAuditRule({
  id: 'one-fact-two-figures',
  kind: 'statements',
  severity: 'warning',
  needs: ['table'],
  sentence: {
    en: '{one} says {printed} and {other} says {second}: both rows count the same things.',
    vi: '{one} ghi {printed} còn {other} ghi {second}: hai dòng nói về cùng một số lượng.',
  },
  phrases: [ONE_FIGURE],
  examples: {
    wrong: `
      I | Cải cách tổ chức bộ máy | |
      1 | Tổng số đơn vị sự nghiệp công lập | Đơn vị | 40
      II | Cải cách tài chính công | |
      1 | Tổng số ĐVSN công lập | Đơn vị | 42`,
    right: `
      I | Cải cách tổ chức bộ máy | |
      1 | Tổng số đơn vị sự nghiệp công lập | Đơn vị | 42
      II | Cải cách tài chính công | |
      1 | Tổng số ĐVSN công lập | Đơn vị | 42`,
  },
  find: ({ found }) =>
    SAME_THINGS.flatMap(([first, second]) => {
      const [one, other] = [found.get(first)?.row, found.get(second)?.row]
      if (!one || !other || !hasNumber(one) || !hasNumber(other)) return []
      if (one.figure.value === other.figure.value) return []
      const [printed, said] = [one.value.trim(), other.value.trim()]
      return {
        rows: [one, other],
        printed: allOf([printed, said]),
        expected: say(ONE_FIGURE.en),
        values: { one: whereIs(one), printed, other: whereIs(other), second: said },
      }
    }),
})
