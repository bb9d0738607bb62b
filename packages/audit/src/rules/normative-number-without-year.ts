import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { NORMATIVE, NORMATIVE_NUMBER } from '../meaning/vocabulary/documents.ts'

const WITH_YEAR = { en: 'number/year of issue/symbol', vi: 'số/năm ban hành/ký hiệu' } as const

/** The number of a normative document holds its year; a row that writes some with and some without it is at odds. */
export const normativeNumberWithoutYear = defineAuditRule({
  id: 'normative-number-without-year',
  kind: 'numbering',
  severity: 'warning',
  needs: ['table'],
  sentence: {
    en: 'Row {line} cites {numbers} without the year of issue in the number, as it writes other normative documents.',
    vi: 'Dòng {line} dẫn {numbers} không có năm ban hành trong số, ký hiệu, trong khi văn bản quy phạm pháp luật khác cùng dòng có ghi.',
  },
  phrases: [WITH_YEAR],
  examples: {
    wrong:
      '1 | Số VBQPPL đã ban hành: Nghị quyết 03/NQ-HĐND và Nghị quyết 11/2023/NQ-HĐND | Văn bản | 2',
    right:
      '1 | Số VBQPPL đã ban hành: Nghị quyết 03/2023/NQ-HĐND và Nghị quyết 11/2023/NQ-HĐND | Văn bản | 2',
  },
  find: ({ rows }) =>
    rows
      .filter(({ key }) => NORMATIVE.test(key))
      .flatMap((row) => {
        const cited = [...row.label.normalize('NFC').matchAll(NORMATIVE_NUMBER)]
        const bare = cited.filter(([, year]) => year === undefined).map(([text]) => text)
        if (bare.length === 0 || bare.length === cited.length) return []
        const numbers = bare.join(', ')
        return {
          rows: [row],
          printed: numbers,
          expected: say(WITH_YEAR.en),
          values: { line: row.line, numbers },
        }
      }),
})
