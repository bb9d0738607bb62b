import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import type { AuditContext } from '../meaning/audit-context.ts'
import type { WideTable } from '../meaning/audited-report.ts'
import { hasNumber, pathOf } from '../meaning/rows.ts'
import { IN_PROCESS, LAST_PERIOD } from '../meaning/vocabulary/stages.ts'
import { totalColumns, wideTables } from '../meaning/wide-tables.ts'
import { nameOfRow, printFigure, whereIs } from '../phrases.ts'

const PERIOD_BEFORE = { en: 'the period before', vi: 'kỳ trước' } as const
const ITS_END = { en: 'the end of the period before', vi: 'cuối kỳ trước' } as const
const IN_ROW = { en: ' (row {line})', vi: ' (dòng {line})' } as const
const CARRIED_COLUMN = {
  en: '{row}: column “Từ kỳ trước”',
  vi: '{row}: cột “Từ kỳ trước”',
} as const

/** What came over from the period before is what was in process at its end. */
export const stockDoesNotContinue = defineAuditRule({
  id: 'stock-does-not-continue',
  kind: 'statements',
  severity: 'warning',
  needs: ['previous'],
  sentence: {
    en: '{where} says {printed}, but {before} left {expected} in process{row}.',
    vi: '{where} ghi {printed}, nhưng {before} còn đang giải quyết {expected}{row}.',
  },
  phrases: [PERIOD_BEFORE, ITS_END, IN_ROW, CARRIED_COLUMN],
  examples: {
    wrong: {
      rows: '1 | Số hồ sơ kỳ trước chuyển sang | Hồ sơ | 12',
      previous: { rows: '1 | Số hồ sơ đang giải quyết | Hồ sơ | 15' },
    },
    right: {
      rows: '1 | Số hồ sơ kỳ trước chuyển sang | Hồ sơ | 15',
      previous: { rows: '1 | Số hồ sơ đang giải quyết | Hồ sơ | 15' },
    },
  },
  find: (context) =>
    context.previous.flatMap((previous) => [
      ...inList(context, previous),
      ...inWideTable(context, previous),
    ]),
})

function inList(context: AuditContext, previous: AuditContext) {
  const counts = ({ rows }: AuditContext) => rows.filter((row) => !row.rate && hasNumber(row))
  const carried = counts(context).filter(({ key }) => LAST_PERIOD.test(key))
  const open = counts(previous).filter(({ key }) => IN_PROCESS.test(key))
  const [now, before] = [carried[0], open[0]]
  if (!now || !before || carried.length > 1 || open.length > 1) return []
  if (now.figure.value === before.figure.value) return []
  return [
    {
      rows: [now],
      printed: now.value,
      expected: before.value,
      values: {
        where: whereIs(now),
        printed: printFigure(now.figure.value),
        before: say(PERIOD_BEFORE.en),
        expected: printFigure(before.figure.value),
        row: say(IN_ROW.en, { line: before.line }),
      },
    },
  ]
}

/** Organisation by organisation. */
function inWideTable(context: AuditContext, previous: AuditContext) {
  const [now, before] = [wideTables(context)[0], wideTables(previous)[0]]
  if (!now?.table.balanced || !before?.table.balanced) return []
  const [carried, open] = [carriedColumn(now.table), totalColumns(before.table)[2]]
  if (carried === undefined || open === undefined) return []
  const earlier = new Map(before.rows.map(({ row, figures }) => [pathOf(row), figures[open]]))
  return now.rows.flatMap(({ row, figures }) => {
    const [figure, opening] = [figures[carried], earlier.get(pathOf(row))]
    if (figure?.state !== 'number' || opening?.state !== 'number') return []
    if (figure.value === opening.value) return []
    const [printed, expected] = [printFigure(figure.value), printFigure(opening.value)]
    const where = say(CARRIED_COLUMN.en, { row: nameOfRow(row) })
    const before = say(ITS_END.en)
    return {
      rows: [row],
      printed,
      expected,
      values: { where, printed, before, expected, row: '' },
    }
  })
}

/** The last part of what was received. */
function carriedColumn(table: WideTable): number | undefined {
  return table.columns[totalColumns(table)[0] ?? -1]?.totalOf.at(-1)
}
