import { datedDocument, documentWithoutDay } from '../cited-place.ts'
import { documentsAlone, documentsWithoutDay } from '../meaning/citations.ts'
import { replacementOf } from '../meaning/known-documents.ts'
import { defineAuditRule, phrase, printDay } from '../rule.ts'

/**
 * A document that was no longer in force when the period of the report began; it may be cited as history. Without its
 * day it is history where its successor stands beside it.
 */
export const documentReplaced = defineAuditRule({
  id: 'document-replaced',
  kind: 'dates',
  severity: 'warning',
  needs: ['table', 'tasks', 'text'],
  en: '{what}, but it was in force until {until} only; its successor is {successor}.',
  vi: '{what}, nhưng văn bản này chỉ có hiệu lực đến ngày {until}; văn bản thay thế là {successor}.',
  expected: phrase('{successor}', '{successor}'),
  example: {
    head: { period: { text: null, from: '2026-07-01', to: '2026-09-30' } },
    rows: '1 | Thực hiện Nghị định số [42/2022/NĐ-CP ngày 24/6/2022 -> 224/2026/NĐ-CP ngày 24/6/2026] | Văn bản | 1',
  },
  find: (context) => {
    const { issuedOn, period } = context.report.head
    const day = period.from ?? issuedOn
    if (day === null) return []
    const isTold = (words: string) => (number: string) => {
      const replaced = replacementOf(number, day)
      return replaced !== undefined && !words.normalize('NFC').includes(replaced.successor)
    }
    return [
      ...documentsAlone(context).map((document) => ({ document, said: datedDocument(document) })),
      ...documentsWithoutDay(context, isTold).map((document) => ({
        document,
        said: documentWithoutDay(document),
      })),
    ].flatMap(({ document, said }) => {
      const replaced = replacementOf(document.number, day)
      return replaced ? { ...said, ...replaced, until: printDay(replaced.until) } : []
    })
  },
})
