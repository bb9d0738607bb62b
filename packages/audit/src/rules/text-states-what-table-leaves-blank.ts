import { statedDifferences } from '../meaning/stated-differences.ts'
import { defineAuditRule } from '../rule.ts'
import { inTextAndTable } from '../stated-place.ts'

/** A figure that the text knows and the table does not. */
export const textStatesWhatTableLeavesBlank = defineAuditRule({
  id: 'text-states-what-table-leaves-blank',
  kind: 'statements',
  severity: 'error',
  needs: ['text'],
  en: '{part} says “{words}” ({value}), but {where} is left blank.',
  vi: '{part} ghi “{words}” ({value}), nhưng {where} để trống.',
  expected: '{value}',
  example: {
    rows: '1 | Số ý kiến đã tiếp nhận | Ý kiến | [-> 45]',
    text: '45 ý kiến | 45 | ý kiến | 1',
  },
  find: (context) =>
    statedDifferences(context)
      .filter(({ blank }) => blank)
      .map(inTextAndTable),
})
