import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { statedDifferences } from '../meaning/stated-differences.ts'
import { BLANK_CELL, printFigure, whereIs } from '../phrases.ts'
import { partOf, TEXT_AND_TABLE } from '../stated-place.ts'

/** A figure that the text knows and the table does not. */
export const textStatesWhatTableLeavesBlank = defineAuditRule({
  id: 'text-states-what-table-leaves-blank',
  kind: 'statements',
  severity: 'error',
  needs: ['text'],
  sentence: {
    en: '{part} says “{words}” ({value}), but {where} is left blank.',
    vi: '{part} ghi “{words}” ({value}), nhưng {where} để trống.',
  },
  examples: {
    wrong: {
      rows: '1 | Số ý kiến đã tiếp nhận | Ý kiến |',
      text: '45 ý kiến | 45 | ý kiến | 1',
    },
    right: {
      rows: '1 | Số ý kiến đã tiếp nhận | Ý kiến | 45',
      text: '45 ý kiến | 45 | ý kiến | 1',
    },
  },
  find: (context) =>
    statedDifferences(context)
      .filter(({ blank }) => blank)
      .map(({ stated: { statement }, row, value: figure }) => {
        const value = printFigure(figure)
        return {
          rows: [row],
          printed: say(TEXT_AND_TABLE.en, { text: value, table: say(BLANK_CELL.en) }),
          expected: value,
          values: { part: partOf(statement), words: statement.raw, value, where: whereIs(row) },
        }
      }),
})
