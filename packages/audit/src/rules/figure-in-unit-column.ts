import { type Message, say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { unitKind } from '../meaning/unit-kind.ts'
import { unitAndFigure, whereIs } from '../phrases.ts'

const FIGURE = { en: 'figure “{figure}”', vi: 'số liệu “{figure}”' } as const
const A_UNIT = { en: 'the name of a unit', vi: 'tên đơn vị tính' } as const
const BLANK = {
  en: ' and leaves the figure column blank',
  vi: ', còn cột Số liệu để trống',
} as const

/** A number where the unit belongs. */
export const figureInUnitColumn = defineAuditRule({
  id: 'figure-in-unit-column',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: '{where} says “{unit}” in the unit column{blank}: the figure is in the wrong column.',
    vi: '{where} ghi “{unit}” ở cột Đơn vị tính{blank}: số liệu bị ghi lệch cột.',
  },
  phrases: [FIGURE, A_UNIT, BLANK],
  examples: {
    wrong: '1 | Số hồ sơ đã nhận | 3 |',
    right: '1 | Số hồ sơ đã nhận | Hồ sơ | 3',
  },
  find: ({ rows }) =>
    rows
      .filter((row) => unitKind(row.unit) === 'figure')
      .map((row) => ({
        rows: [row],
        printed: unitAndFigure(row),
        expected: expectedUnit(row),
        values: {
          where: whereIs(row),
          unit: row.unit.trim(),
          blank: row.figure.state === 'blank' ? say(BLANK.en) : '',
        },
      })),
})

function expectedUnit({ rate, figure, unit }: OutlineRow): Message | string {
  if (rate) return '%'
  return figure.state === 'blank' ? say(FIGURE.en, { figure: unit.trim() }) : say(A_UNIT.en)
}
