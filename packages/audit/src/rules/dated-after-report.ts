import { citedInCell, datedDocument } from '../cited-place.ts'
import { citedByCells, documentsBeside } from '../meaning/citations.ts'
import { defineAuditRule, phrase, printDay, say } from '../rule.ts'

const OF_REPORT = phrase('the day of the report', 'ngày của báo cáo')
const OF_PERIOD = phrase('the end of its period', 'ngày kết thúc kỳ báo cáo')

/** A document of a later day than the report that cites it. */
export const datedAfterReport = defineAuditRule({
  id: 'dated-after-report',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  en: '{what}, after {limit} ({day}).',
  vi: '{what}, sau {limit} ({day}).',
  expected: phrase('not after {day}', 'không sau ngày {day}'),
  example: {
    head: { issuedOn: '2023-12-14' },
    rows: '1 | Quyết định số 35/QĐ-BDT ngày [15/12/2023 -> 14/12/2023] | Quyết định | 1',
  },
  find: (context) => {
    const { issuedOn, period } = context.report.head
    const latest = issuedOn ?? period.to
    if (latest === null) return []
    const limit = say(issuedOn === null ? OF_PERIOD : OF_REPORT)
    const compared = { certain: issuedOn !== null, limit, day: printDay(latest) }
    const inCells = citedByCells(context).filter(({ citation: { day } }) => day && day > latest)
    const beside = documentsBeside(context).filter(({ day }) => issuedOn && day > issuedOn)
    return [...inCells.map(citedInCell), ...beside.map(datedDocument)].map((document) => {
      return { ...document, ...compared }
    })
  },
})
