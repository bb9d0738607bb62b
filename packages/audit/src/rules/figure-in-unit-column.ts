import type { OutlineRow } from '../meaning/outline.ts'
import { defineAuditRule, type Message, phrase, say, unitAndFigure, unitKind } from '../rule.ts'

const FIGURE = phrase('figure “{figure}”', 'số liệu “{figure}”')
const A_UNIT = phrase('the name of a unit', 'tên đơn vị tính')
const BLANK = phrase(' and leaves the figure column blank', ', còn cột Số liệu để trống')

/** A number where the unit belongs. */
export const figureInUnitColumn = defineAuditRule({
  id: 'figure-in-unit-column',
  kind: 'units',
  cell: 'unit',
  severity: 'error',
  needs: ['table'],
  en: '{where} says “{unit}” in the unit column{blank}: the figure is in the wrong column.',
  vi: '{where} ghi “{unit}” ở cột Đơn vị tính{blank}: số liệu bị ghi lệch cột.',
  example: '1 | Số hồ sơ đã nhận | [3 -> Hồ sơ] | [-> 3]',
  find: ({ rows }) =>
    rows
      .filter((row) => unitKind(row.unit) === 'figure')
      .map((row) => ({
        at: row,
        shown: unitAndFigure(row),
        expected: expectedUnit(row),
        unit: row.unit,
        blank: row.figure.state === 'blank' ? say(BLANK) : '',
      })),
})

function expectedUnit({ rate, figure, unit }: OutlineRow): Message | string {
  if (rate) return '%'
  return figure.state === 'blank' ? say(FIGURE, { figure: unit }) : say(A_UNIT)
}
