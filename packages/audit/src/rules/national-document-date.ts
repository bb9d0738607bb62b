import { datedDocument } from '../cited-place.ts'
import { documentsAlone } from '../meaning/citations.ts'
import { otherDateOf } from '../meaning/known-documents.ts'
import { defineAuditRule, printDay } from '../rule.ts'

/** A national document of this field that is cited with another date than its own. */
export const nationalDocumentDate = defineAuditRule({
  id: 'national-document-date',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  en: '{what}, but that document was issued on {expected}.',
  vi: '{what}, nhưng văn bản này ban hành ngày {expected}.',
  example: '1 | Thực hiện Nghị định số 62/2020/NĐ-CP ngày [01/8/2020 -> 01/6/2020] | Văn bản | 1',
  find: (context) =>
    documentsAlone(context).flatMap((document) => {
      const other = otherDateOf(document)
      if (!other) return []
      const { certain, date } = other
      return { ...datedDocument(document), certain, expected: printDay(date) }
    }),
})
