import { A_NUMBER, defineAuditRule, type UnitKind, unitKind } from '../rule.ts'
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
  en: '{where} says “{printed}”, which cannot be read as a number.',
  vi: '{where} ghi “{printed}”, không đọc được thành một con số.',
  expected: A_NUMBER,
  unless: [figureInUnitColumn, unitInValueColumn],
  example: '1 | Số hồ sơ đã tiếp nhận | Hồ sơ | [9x7 -> Chưa thống kê được]',
  find: ({ rows }) =>
    rows
      .filter(({ figure, unit, value }) => {
        const short = value.length <= LONGEST && !/\s/.test(value)
        return figure.state === 'words' && NUMBERED.has(unitKind(unit)) && short
      })
      .map((row) => ({ at: row, shown: `“${row.value}”` })),
})
