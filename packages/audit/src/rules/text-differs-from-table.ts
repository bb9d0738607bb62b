import { statedDifferences } from '../meaning/stated-differences.ts'
import { defineAuditRule, phrase } from '../rule.ts'
import { inTextAndTable } from '../stated-place.ts'

/** What the text says against what the table prints. */
export const textDiffersFromTable = defineAuditRule({
  id: 'text-differs-from-table',
  kind: 'statements',
  severity: 'either',
  needs: ['text'],
  en: '{part} says “{words}” ({value}), but {where} says {printed}.',
  vi: '{part} ghi “{words}” ({value}), nhưng {where} ghi {printed}.',
  expected: phrase('one figure in both', 'hai nơi cùng một con số'),
  example: {
    rows: '1 | Số hồ sơ đã giải quyết | Hồ sơ | 12.345',
    text: '[-> trên] 12.000 hồ sơ | 12000 | hồ sơ | 1',
  },
  find: (context) =>
    statedDifferences(context)
      .filter(({ blank }) => !blank)
      .map((one) => ({ ...inTextAndTable(one), certain: one.certain })),
})
