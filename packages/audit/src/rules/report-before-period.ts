import { defineAuditRule, phrase, printDay } from '../rule.ts'

/** A report that is dated before its period begins. */
export const reportBeforePeriod = defineAuditRule({
  id: 'report-before-period',
  kind: 'dates',
  severity: 'error',
  needs: ['table'],
  en: 'The report is dated {issued}, before its period begins ({day}).',
  vi: 'Báo cáo đề ngày {issued}, trước khi kỳ báo cáo bắt đầu ({day}).',
  expected: phrase('from {day} on', 'từ ngày {day} trở đi'),
  example: {
    head: {
      issuedOn: '[2022-06-14 -> 2023-06-14]',
      period: { text: null, from: '2022-12-15', to: null },
    },
  },
  find: ({ report }) => {
    const { issuedOn, period } = report.head
    if (issuedOn === null || period.from === null || issuedOn >= period.from) return []
    const issued = printDay(issuedOn)
    return [{ places: [], printed: issued, issued, day: printDay(period.from) }]
  },
})
