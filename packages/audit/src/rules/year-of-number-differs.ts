import { printDay, say } from '@cchc/domain'
import { IS_DATED, ofDay, rowsCiting, whereCited } from '../cited-place.ts'
import { defineAuditRule } from '../define-audit-rule.ts'
import { documentsAlone } from '../meaning/citations.ts'
import { yearOf } from '../meaning/document-number.ts'
import { otherDateOf } from '../meaning/known-documents.ts'

const OF_YEAR = { en: 'a day of {year}', vi: 'một ngày của năm {year}' } as const

/** A number that holds a year, with a date of another one; where the right date is known, that is told. */
export const yearOfNumberDiffers = defineAuditRule({
  id: 'year-of-number-differs',
  kind: 'dates',
  severity: 'warning',
  needs: ['table', 'tasks', 'text'],
  sentence: {
    en: '{what}, but its number is of {year}.',
    vi: '{what}, trong khi số, ký hiệu mang năm {year}.',
  },
  phrases: [OF_YEAR],
  examples: {
    wrong: '1 | Quyết định số 15/2022/QĐ-UBND ngày 30/5/2021 | Văn bản | 1',
    right: '1 | Quyết định số 15/2022/QĐ-UBND ngày 30/5/2022 | Văn bản | 1',
  },
  find: (context) =>
    documentsAlone(context).flatMap((document) => {
      const { number, day } = document
      const { year } = yearOf(number)
      if (year === null || year === day.slice(0, 4) || otherDateOf(document)) return []
      const date = printDay(day)
      return {
        rows: rowsCiting(document),
        printed: ofDay(number, date),
        expected: say(OF_YEAR.en, { year }),
        values: { what: say(IS_DATED.en, { number, where: whereCited(document), date }), year },
      }
    }),
})
