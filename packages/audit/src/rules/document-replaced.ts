import { datedDocument } from '../cited-place.ts'
import { documentsAlone } from '../meaning/citations.ts'
import { replacementOf } from '../meaning/known-documents.ts'
import { defineAuditRule, phrase, printDay } from '../rule.ts'

/** A document that was no longer in force when the period of the report began; it may be cited as history. */
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
    return documentsAlone(context).flatMap((document) => {
      const replaced = replacementOf(document.number, day)
      if (!replaced) return []
      const { until, successor } = replaced
      return { ...datedDocument(document), until: printDay(until), successor }
    })
  },
})
