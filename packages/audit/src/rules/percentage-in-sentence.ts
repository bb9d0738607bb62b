import { defineAuditRule } from '../rule.ts'
import { wrongQuotients } from './percentage-in-text.ts'

/** A percentage in a sentence against the quotient that stands beside it. */
export const percentageInSentence = defineAuditRule({
  id: 'percentage-in-sentence',
  kind: 'percentages',
  severity: 'error',
  needs: ['text'],
  en: 'The text says “{printed}”, but that division makes {expected}.',
  vi: 'Lời văn ghi “{printed}”, nhưng phép chia đó cho kết quả {expected}.',
  example: { text: '3/4 phòng thuộc Sở, đạt [80% -> 75%]' },
  find: ({ narrative, report: { text = [] } }) =>
    [...narrative.map(({ raw }) => raw), ...text]
      .flatMap(wrongQuotients)
      .map((wrong) => ({ places: [], quote: wrong.printed, ...wrong })),
})
