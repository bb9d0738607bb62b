import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { statedDifferences } from '../meaning/stated-differences.ts'
import { printFigure, whereIs } from '../phrases.ts'
import { partOf, TEXT_AND_TABLE } from '../stated-place.ts'

const ONE_FIGURE = { en: 'one figure in both', vi: 'hai nơi cùng một con số' } as const

/** What the text says against what the table prints. */
export const textDiffersFromTable = defineAuditRule({
  id: 'text-differs-from-table',
  kind: 'statements',
  severity: 'either',
  needs: ['text'],
  sentence: {
    en: '{part} says “{words}” ({value}), but {where} says {printed}.',
    vi: '{part} ghi “{words}” ({value}), nhưng {where} ghi {printed}.',
  },
  phrases: [ONE_FIGURE],
  examples: {
    wrong: {
      rows: '1 | Số hồ sơ đã giải quyết | Hồ sơ | 12.345',
      text: '12.000 hồ sơ | 12000 | hồ sơ | 1',
    },
    right: {
      rows: '1 | Số hồ sơ đã giải quyết | Hồ sơ | 12.345',
      text: 'trên 12.000 hồ sơ | 12000 | hồ sơ | 1',
    },
  },
  find: (context) =>
    statedDifferences(context)
      .filter(({ blank }) => !blank)
      .map(({ stated: { statement }, row, value, certain }) => {
        const printed = row.value.trim()
        return {
          rows: [row],
          certain,
          printed: say(TEXT_AND_TABLE.en, { text: printFigure(value), table: printed }),
          expected: say(ONE_FIGURE.en),
          values: {
            part: partOf(statement),
            words: statement.raw,
            value: printFigure(value),
            where: whereIs(row),
            printed,
          },
        }
      }),
})
