import { quoteOf, rowsCiting, whereCompared } from '../cited-place.ts'
import { documentsCompared } from '../meaning/citations.ts'
import { yearOf } from '../meaning/known-documents.ts'
import { allOf, defineAuditRule, phrase, printDay, say } from '../rule.ts'

const NUMBER_IN = phrase('{number} ({where})', '{number} ({where})')

/** `03/2023/NQ-HĐND` and `03/NQ-HĐND` of one day are one resolution. */
export const oneDocumentTwoNumbers = defineAuditRule({
  id: 'one-document-two-numbers',
  kind: 'numbering',
  severity: 'error',
  needs: ['tasks', 'text'],
  en: 'One document of {day} has different numbers: {numbers}.',
  vi: 'Cùng một văn bản ngày {day} được ghi các số, ký hiệu khác nhau: {numbers}.',
  expected: phrase('one number and symbol', 'một số, ký hiệu'),
  example: {
    rows: '1 | Ban hành Nghị quyết [03/NQ-HĐND -> 03/2023/NQ-HĐND] ngày 21/7/2023 | Văn bản | 1',
    text: 'Nghị quyết số 03/2023/NQ-HĐND ngày 21/7/2023',
  },
  find: (context) =>
    [...Map.groupBy(documentsCompared(context), ({ day }) => day)].flatMap(([date, ofDay]) =>
      [...Map.groupBy(ofDay, ({ number }) => yearOf(number).without).values()].flatMap((all) => {
        const named = [...new Map(all.map((one) => [one.number, one])).values()]
        if (named.length < 2) return []
        const numbers = allOf(
          named.map((one) => say(NUMBER_IN, { number: one.number, where: whereCompared(one) })),
        )
        const places = { places: named.flatMap(rowsCiting), quote: quoteOf(named) }
        return { ...places, printed: numbers, day: printDay(date), numbers }
      }),
    ),
})
