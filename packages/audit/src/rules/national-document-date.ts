import { printDay, say } from '@cchc/domain'
import { IS_DATED, ofDay, rowsCiting, whereCited } from '../cited-place.ts'
import { defineAuditRule } from '../define-audit-rule.ts'
import { documentsAlone } from '../meaning/citations.ts'
import { otherDateOf } from '../meaning/known-documents.ts'

/** A national document of this field that is cited with another date than its own. */
export const nationalDocumentDate = defineAuditRule({
  id: 'national-document-date',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  sentence: {
    en: '{what}, but that document was issued on {expected}.',
    vi: '{what}, nhưng văn bản này ban hành ngày {expected}.',
  },
  examples: {
    wrong: '1 | Thực hiện Nghị định số 62/2020/NĐ-CP ngày 01/8/2020 | Văn bản | 1',
    right: '1 | Thực hiện Nghị định số 62/2020/NĐ-CP ngày 01/6/2020 | Văn bản | 1',
  },
  find: (context) =>
    documentsAlone(context).flatMap((document) => {
      const { number, day } = document
      const other = otherDateOf(document)
      if (!other) return []
      const [date, expected] = [printDay(day), printDay(other.date)]
      return {
        rows: rowsCiting(document),
        certain: other.certain,
        printed: ofDay(number, date),
        expected,
        values: { what: say(IS_DATED.en, { number, where: whereCited(document), date }), expected },
      }
    }),
})
