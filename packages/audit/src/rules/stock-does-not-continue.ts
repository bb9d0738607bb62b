import { hasNumber, only, pathOf } from '../meaning/rows.ts'
import type { ColumnRole } from '../meaning/vocabulary/columns.ts'
import { IN_PROCESS, LAST_PERIOD } from '../meaning/vocabulary/stages.ts'
import { rolesByBlock } from '../meaning/wide-columns.ts'
import { type ReadWideTable, wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { type AuditContext, defineAuditRule, nameOfRow, phrase, printFigure, say } from '../rule.ts'

const PERIOD_BEFORE = phrase('the period before', 'kỳ trước')
const ITS_END = phrase('the end of the period before', 'cuối kỳ trước')
const IN_ROW = phrase(' (row {line})', ' (dòng {line})')
const CARRIED_COLUMN = phrase('{row}: column “Từ kỳ trước”', '{row}: cột “Từ kỳ trước”')

/** What came over from the period before is what was in process at its end. */
export const stockDoesNotContinue = defineAuditRule({
  id: 'stock-does-not-continue',
  kind: 'statements',
  severity: 'warning',
  needs: ['previous'],
  en: '{where} says {printed}, but {before} left {expected} in process{row}.',
  vi: '{where} ghi {printed}, nhưng {before} còn đang giải quyết {expected}{row}.',
  expected: '{open}',
  example: {
    rows: '1 | Số hồ sơ kỳ trước chuyển sang | Hồ sơ | [12 -> 15]',
    previous: { rows: '1 | Số hồ sơ đang giải quyết | Hồ sơ | 15' },
  },
  find: (context) =>
    context.previous.flatMap((previous) => [
      ...inList(context, previous),
      ...inWideTable(context, previous),
    ]),
})

function inList(context: AuditContext, previous: AuditContext) {
  const counts = ({ rows }: AuditContext) => rows.filter((row) => !row.rate && hasNumber(row))
  const now = only(counts(context).filter(({ key }) => LAST_PERIOD.test(key)))
  const before = only(counts(previous).filter(({ key }) => IN_PROCESS.test(key)))
  if (!now || !before || now.figure.value === before.figure.value) return []
  return [
    {
      at: now,
      shown: now.value,
      open: before.value,
      printed: printFigure(now.figure.value),
      before: say(PERIOD_BEFORE),
      expected: printFigure(before.figure.value),
      row: say(IN_ROW, { line: before.line }),
    },
  ]
}

/** Organisation by organisation. */
function inWideTable(context: AuditContext, previous: AuditContext) {
  const [now, before] = [wideTables(context)[0], wideTables(previous)[0]]
  if (!now || !before) return []
  const carried = columnOf(now, 'received.carried')
  const open = columnOf(before, 'pending')
  if (carried === undefined || open === undefined) return []
  const earlier = new Map(
    before.rows.map(({ row, figures }) => [pathOf(row), figures.find((_, at) => at === open)]),
  )
  return now.rows.flatMap(({ row, figures, addresses }) => {
    const opening = earlier.get(pathOf(row))
    const came = figures.find((_, at) => at === carried)
    const wrong = opening?.state === 'number' && wrongSum(came, { parts: [opening] })
    if (!wrong) return []
    const where = say(CARRIED_COLUMN, { row: nameOfRow(row) })
    return {
      at: row,
      in: addresses[carried],
      ...wrong,
      open: wrong.expected,
      where,
      before: say(ITS_END),
      row: '',
    }
  })
}

/** The column of a role in a table that has one block of them. */
function columnOf({ meanings }: ReadWideTable, role: ColumnRole): number | undefined {
  return only(rolesByBlock(meanings))?.get(role)
}
