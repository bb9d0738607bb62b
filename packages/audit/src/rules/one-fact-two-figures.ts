import { SAME_THINGS } from '../meaning/known-indicators.ts'
import { allOf, defineAuditRule, hasNumber, phrase, whereIs } from '../rule.ts'

/** One fact that a table states twice and differently. */
export const oneFactTwoFigures = defineAuditRule({
  id: 'one-fact-two-figures',
  kind: 'statements',
  severity: 'warning',
  needs: ['table'],
  en: '{one} says {printed} and {other} says {second}: both rows count the same things.',
  vi: '{one} ghi {printed} còn {other} ghi {second}: hai dòng nói về cùng một số lượng.',
  expected: phrase('one figure', 'cùng một con số'),
  example: `
    I | Cải cách tổ chức bộ máy | |
    1 | Tổng số đơn vị sự nghiệp công lập | Đơn vị | [40 -> 42]
    II | Cải cách tài chính công | |
    1 | Tổng số ĐVSN công lập | Đơn vị | 42`,
  find: ({ found }) =>
    SAME_THINGS.flatMap(([first, second]) => {
      const [one, other] = [found.get(first)?.row, found.get(second)?.row]
      if (!one || !other || !hasNumber(one) || !hasNumber(other)) return []
      if (one.figure.value === other.figure.value) return []
      return {
        at: one,
        beside: [other],
        shown: allOf([one.value, other.value]),
        one: whereIs(one),
        other: whereIs(other),
        second: other.value,
      }
    }),
})
