import { NORMATIVE, NORMATIVE_NUMBER } from '../meaning/vocabulary/documents.ts'
import { defineAuditRule, phrase } from '../rule.ts'

/** The number of a normative document holds its year; a row that writes some with and some without it is at odds. */
export const normativeNumberWithoutYear = defineAuditRule({
  id: 'normative-number-without-year',
  kind: 'numbering',
  cell: 'label',
  severity: 'warning',
  needs: ['table'],
  en: 'Row {line} cites {numbers} without the year of issue in the number, as it writes other normative documents.',
  vi: 'Dòng {line} dẫn {numbers} không có năm ban hành trong số, ký hiệu, trong khi văn bản quy phạm pháp luật khác cùng dòng có ghi.',
  expected: phrase('number/year of issue/symbol', 'số/năm ban hành/ký hiệu'),
  example:
    '1 | Số VBQPPL đã ban hành: Nghị quyết [03/NQ-HĐND -> 03/2023/NQ-HĐND] và Nghị quyết 11/2023/NQ-HĐND | Văn bản | 2',
  find: ({ rows }) =>
    rows
      .filter(({ key }) => NORMATIVE.test(key))
      .flatMap((row) => {
        const cited = [...row.label.matchAll(NORMATIVE_NUMBER)]
        const bare = cited.filter(([, year]) => year === undefined).map(([text]) => text)
        if (bare.length === 0 || bare.length === cited.length) return []
        const numbers = bare.join(', ')
        return { at: row, printed: numbers, numbers }
      }),
})
