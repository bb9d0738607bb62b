import { printDay, say } from '@cchc/domain'
import { CITES, IS_DATED, ofDay, rowsCiting, whereCited } from '../cited-place.ts'
import { defineAuditRule } from '../define-audit-rule.ts'
import type { AuditContext } from '../meaning/audit-context.ts'
import { citedByCells, documentsBeside } from '../meaning/citations.ts'
import { whereIs } from '../phrases.ts'

const OF_REPORT = { en: 'the day of the report', vi: 'ngày của báo cáo' } as const
const OF_PERIOD = { en: 'the end of its period', vi: 'ngày kết thúc kỳ báo cáo' } as const
const NOT_AFTER = { en: 'not after {day}', vi: 'không sau ngày {day}' } as const

/** A document of a later day than the report that cites it. */
export const datedAfterReport = defineAuditRule({
  id: 'dated-after-report',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  sentence: { en: '{what}, after {limit} ({day}).', vi: '{what}, sau {limit} ({day}).' },
  phrases: [OF_REPORT, OF_PERIOD, NOT_AFTER],
  examples: {
    wrong: {
      head: { issuedOn: '2023-12-14' },
      rows: '1 | Quyết định số 35/QĐ-BDT ngày 15/12/2023 | Quyết định | 1',
    },
    right: {
      head: { issuedOn: '2023-12-14' },
      rows: '1 | Quyết định số 35/QĐ-BDT ngày 14/12/2023 | Quyết định | 1',
    },
  },
  find: (context) => [...inCells(context), ...beside(context)],
})

function inCells(context: AuditContext) {
  const { issuedOn, period } = context.report.head
  const latest = issuedOn ?? period.to
  if (latest === null) return []
  const day = printDay(latest)
  return citedByCells(context)
    .filter(({ citation }) => citation.day !== undefined && citation.day > latest)
    .map(({ row, citation: { number, printedDate: date } }) => ({
      rows: [row],
      certain: issuedOn !== null,
      printed: ofDay(number, date),
      expected: say(NOT_AFTER.en, { day }),
      values: {
        what: say(CITES.en, { where: whereIs(row), number, date }),
        limit: say(issuedOn === null ? OF_PERIOD.en : OF_REPORT.en),
        day,
      },
    }))
}

function beside(context: AuditContext) {
  const { issuedOn } = context.report.head
  if (issuedOn === null) return []
  const day = printDay(issuedOn)
  return documentsBeside(context)
    .filter((document) => document.day > issuedOn)
    .map((document) => {
      const { number } = document
      const date = printDay(document.day)
      return {
        rows: rowsCiting(document),
        certain: true,
        printed: ofDay(number, date),
        expected: say(NOT_AFTER.en, { day }),
        values: {
          what: say(IS_DATED.en, { number, where: whereCited(document), date }),
          limit: say(OF_REPORT.en),
          day,
        },
      }
    })
}
