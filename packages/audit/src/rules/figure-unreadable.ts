import { countedCells } from '../meaning/counted-cells.ts'
import {
  A_NUMBER,
  type AuditContext,
  defineAuditRule,
  inColumn,
  type UnitKind,
  unitKind,
  whereIs,
} from '../rule.ts'
import { figureInUnitColumn } from './figure-in-unit-column.ts'
import { unitInValueColumn } from './unit-in-value-column.ts'

const NUMBERED = new Set<UnitKind>(['percent', 'count', 'money'])
const LONGEST = 12

/** One short word such as `9x7` or `n/a` where a number belongs; sentences may say why there is none. */
export const figureUnreadable = defineAuditRule({
  id: 'figure-unreadable',
  kind: 'units',
  severity: 'warning',
  needs: ['table'],
  en: '{place} says “{printed}”, which cannot be read as a number.',
  vi: '{place} ghi “{printed}”, không đọc được thành một con số.',
  expected: A_NUMBER,
  unless: [figureInUnitColumn, unitInValueColumn],
  example: '1 | Số hồ sơ đã tiếp nhận | Hồ sơ | [9x7 -> Chưa thống kê được]',
  find: (context) => [...inLists(context), ...inWideTables(context)],
})

function inLists({ rows }: AuditContext) {
  return rows
    .filter(({ figure, unit, value }) => {
      return figure.state === 'words' && NUMBERED.has(unitKind(unit)) && isShort(value)
    })
    .map((row) => ({ at: row, place: whereIs(row), shown: `“${row.value}”` }))
}

function inWideTables(context: AuditContext) {
  return countedCells(context)
    .filter(({ figure, printed }) => figure.state === 'words' && isShort(printed))
    .map(({ row: at, title, printed, address }) => {
      return { at, place: inColumn(at, title), printed, shown: `“${printed}”`, in: address }
    })
}

function isShort(text: string): boolean {
  return text.length <= LONGEST && !/\s/.test(text)
}
