import { unitKind } from '../meaning/unit-kind.ts'
import { FOLDED_SHARE, TONED_NUMBER } from '../meaning/vocabulary/labels.ts'
import { defineAuditRule, isFilled, type OutlineRow, phrase, say, unitAndFigure } from '../rule.ts'
import { codeListForCount } from './code-list-for-count.ts'
import { figureInUnitColumn } from './figure-in-unit-column.ts'
import { figureUnreadable } from './figure-unreadable.ts'
import { unitInValueColumn } from './unit-in-value-column.ts'

const UNIT_SAYS = phrase('its unit column says %', 'cột Đơn vị tính ghi %')
const FIGURE_SAYS = phrase('its figure says {printed}', 'số liệu lại ghi {printed}')

/** A count that is printed as a percentage. */
export const countInPercent = defineAuditRule({
  id: 'count-in-percent',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  en: '{where} is a count, but {what}: it has to say how many, not which share.',
  vi: '{where} là số lượng nhưng {what}: cần ghi số đếm, không ghi tỷ lệ.',
  expected: phrase('how many', 'số lượng'),
  unless: [figureInUnitColumn, unitInValueColumn, figureUnreadable, codeListForCount],
  example: '1 | Số hồ sơ đã nhận | Hồ sơ | [98% -> 98]',
  find: ({ rows }) =>
    rows
      .filter((row) => isFilled(row) && isCount(row))
      .filter((row) => unitKind(row.unit) === 'percent' || isPercentAlone(row))
      .map((row) => ({
        at: row,
        shown: unitAndFigure(row),
        what:
          unitKind(row.unit) === 'percent'
            ? say(UNIT_SAYS)
            : say(FIGURE_SAYS, { printed: row.value }),
      })),
})

function isCount({ label, key }: OutlineRow): boolean {
  return TONED_NUMBER.test(label) && !FOLDED_SHARE.test(key)
}

function isPercentAlone({ value }: OutlineRow): boolean {
  return /^[\d.,\s]+%$/.test(value)
}
