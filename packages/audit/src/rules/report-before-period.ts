import { printDay, say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'

const FROM_DAY = { en: 'from {day} on', vi: 'từ ngày {day} trở đi' } as const

/** A report that is dated before its period begins. */
export const reportBeforePeriod = defineAuditRule({
  id: 'report-before-period',
  kind: 'dates',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: 'The report is dated {issued}, before its period begins ({day}).',
    vi: 'Báo cáo đề ngày {issued}, trước khi kỳ báo cáo bắt đầu ({day}).',
  },
  phrases: [FROM_DAY],
  examples: {
    wrong: {
      head: { issuedOn: '2022-06-14', period: { text: null, from: '2022-12-15', to: null } },
    },
    right: {
      head: { issuedOn: '2023-06-14', period: { text: null, from: '2022-12-15', to: null } },
    },
  },
  find: ({ report }) => {
    const { issuedOn, period } = report.head
    if (issuedOn === null || period.from === null || issuedOn >= period.from) return []
    const [issued, day] = [printDay(issuedOn), printDay(period.from)]
    return [
      { rows: [], printed: issued, expected: say(FROM_DAY.en, { day }), values: { issued, day } },
    ]
  },
})
