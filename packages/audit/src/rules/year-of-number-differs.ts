import { datedDocument } from '../cited-place.ts'
import { documentsAlone } from '../meaning/citations.ts'
import { otherDateOf, yearOf } from '../meaning/known-documents.ts'
import { defineAuditRule, phrase } from '../rule.ts'

/** A number that holds a year, with a date of another one; where the right date is known, that is told. */
export const yearOfNumberDiffers = defineAuditRule({
  id: 'year-of-number-differs',
  kind: 'dates',
  severity: 'warning',
  needs: ['table', 'tasks', 'text'],
  en: '{what}, but its number is of {year}.',
  vi: '{what}, trong khi số, ký hiệu mang năm {year}.',
  expected: phrase('a day of {year}', 'một ngày của năm {year}'),
  example: '1 | Quyết định số 15/2022/QĐ-UBND ngày [30/5/2021 -> 30/5/2022] | Văn bản | 1',
  find: (context) =>
    documentsAlone(context).flatMap((document) => {
      const { year } = yearOf(document.number)
      if (year === null || year === document.day.slice(0, 4) || otherDateOf(document)) return []
      return { ...datedDocument(document), year }
    }),
})
