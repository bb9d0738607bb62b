import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { hasNumber } from '../meaning/rows.ts'
import { SIGNED } from '../meaning/vocabulary/changes.ts'
import { whereIs } from '../phrases.ts'
import { fractionOfACount } from './fraction-of-a-count.ts'

const FROM_ZERO = { en: 'a number from 0 on', vi: 'số không âm' } as const

/** A count or a rate below zero. */
export const negativeFigure = defineAuditRule({
  id: 'negative-figure',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: '{where} says {printed}, below zero, though it is a count or a rate.',
    vi: '{where} ghi số âm {printed}, trong khi đây là số đếm hoặc tỷ lệ.',
  },
  phrases: [FROM_ZERO],
  unless: [fractionOfACount],
  examples: {
    wrong: '1 | Số hồ sơ đã nhận | Hồ sơ | -3',
    right: '1 | Số hồ sơ tăng so với năm trước | Hồ sơ | -3',
  },
  find: ({ rows }) =>
    rows
      .filter((row) => hasNumber(row) && row.figure.value < 0 && !SIGNED.test(row.key))
      .map((row) => ({
        rows: [row],
        printed: row.value,
        expected: say(FROM_ZERO.en),
        values: { where: whereIs(row), printed: row.value.trim() },
      })),
})
