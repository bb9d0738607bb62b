import {
  A_NUMBER,
  defineAuditRule,
  isUnitName,
  type UnitKind,
  unitAndFigure,
  unitKind,
} from '../rule.ts'
import { figureInUnitColumn } from './figure-in-unit-column.ts'

const UNITS = new Set<UnitKind>(['percent', 'codes'])

/** A unit where the figure belongs: `Văn bản`, `%`, or the whole code list. */
export const unitInValueColumn = defineAuditRule({
  id: 'unit-in-value-column',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  en: '{where} says “{printed}” in the figure column: that is a unit, the figure is in the wrong column.',
  vi: '{where} ghi “{printed}” ở cột Số liệu: đây là đơn vị tính, số liệu bị ghi lệch cột.',
  expected: A_NUMBER,
  unless: [figureInUnitColumn],
  example: '1 | Số hồ sơ đã nhận | [-> Hồ sơ] | [Hồ sơ -> -]',
  find: ({ rows }) =>
    rows
      .filter(({ value }) => UNITS.has(unitKind(value)) || isUnitName(value))
      .map((row) => ({ at: row, shown: unitAndFigure(row) })),
})
