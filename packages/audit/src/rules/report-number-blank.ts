import { defineAuditRule, phrase } from '../rule.ts'

/** A report without its number. */
export const reportNumberBlank = defineAuditRule({
  id: 'report-number-blank',
  kind: 'blanks',
  severity: 'error',
  needs: ['table'],
  en: 'The report says “Số: {number}”: its own number is left blank.',
  vi: 'Báo cáo ghi “Số: {number}”, số của văn bản để trống.',
  expected: phrase('a number before the symbol', 'số thứ tự trước ký hiệu'),
  example: { head: { reportNumber: '[/BC-SNV -> 12/BC-SNV]' }, rows: '1 | Số hồ sơ | Hồ sơ | 1' },
  find: ({ report }) => {
    const { reportNumber: number } = report.head
    if (number === null || /\d/.test(number.split('/')[0] ?? '')) return []
    return [{ places: [], quote: number, printed: `Số: ${number}`, number }]
  },
})
