import type { AuditContext } from '../meaning/audit-context.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import { defineAuditRule, inColumn, phrase, unitKind, whereIs } from '../rule.ts'
import { isAdded } from './row-sum.ts'

/** `42.95`: no count has a fraction, and a group of thousands has three digits. */
export const lostDigit = defineAuditRule({
  id: 'lost-digit',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  en: '{place} says {printed}: the group after a dot has not 3 digits; one may be missing, or the separator is wrong.',
  vi: '{place} ghi {printed}: nhóm sau dấu chấm không đủ 3 chữ số, có lẽ thiếu một chữ số hoặc dùng sai dấu phân cách.',
  expected: phrase('groups of 3 digits', 'nhóm hàng nghìn đủ 3 chữ số'),
  example: '1 | Số hồ sơ đã nhận | Hồ sơ | [42.95 -> 42.950]',
  find: (context) => [...inLists(context), ...inWideTables(context)],
})

function inLists({ rows }: AuditContext) {
  return rows
    .filter((row) => row.figure.state === 'doubtful')
    .map((row) => ({
      at: row,
      place: whereIs(row),
      certain: unitKind(row.unit) === 'count' && row.counted.factor === 1,
    }))
}

/** Tables of indicators are read as lists too. */
function inWideTables(context: AuditContext) {
  return wideTables(context).flatMap(({ table, rows, meanings }) => {
    const counted = table.ofIndicators ? [] : meanings.filter(isAdded)
    return rows.flatMap(({ row, figures, addresses }, index) =>
      counted
        .filter(({ at }) => figures[at]?.state === 'doubtful')
        .map(({ at, role }) => ({
          at: row,
          in: addresses[at],
          place: inColumn(row, table.columns[at]?.title ?? ''),
          printed: table.rows[index]?.figures[at] ?? '',
          certain: role !== null,
        })),
    )
  })
}
