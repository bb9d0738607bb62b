import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'

const A_NUMBER_FIRST = { en: 'a number before the symbol', vi: 'số thứ tự trước ký hiệu' } as const

/** A report without its number. */
export const reportNumberBlank = defineAuditRule({
  id: 'report-number-blank',
  kind: 'blanks',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: 'The report says “Số: {number}”: its own number is left blank.',
    vi: 'Báo cáo ghi “Số: {number}”, số của văn bản để trống.',
  },
  phrases: [A_NUMBER_FIRST],
  examples: {
    wrong: { head: { reportNumber: '/BC-SNV' }, rows: '1 | Số hồ sơ | Hồ sơ | 1' },
    right: { head: { reportNumber: '12/BC-SNV' }, rows: '1 | Số hồ sơ | Hồ sơ | 1' },
  },
  find: ({ report }) => {
    const { reportNumber: number } = report.head
    if (number === null || /\d/.test(number.split('/')[0] ?? '')) return []
    return [
      {
        rows: [],
        printed: `Số: ${number}`,
        expected: say(A_NUMBER_FIRST.en),
        values: { number },
      },
    ]
  },
})
