import { continuedFigures } from '../meaning/paired-rows.ts'
import { defineAuditRule } from '../rule.ts'

/** A sum from one day on that has become less. */
export const cumulativeFigureFalls = defineAuditRule({
  id: 'cumulative-figure-falls',
  kind: 'statements',
  severity: 'warning',
  needs: ['previous'],
  en: '{where} says {printed}, less than {before} of the period before, though both count from the same day.',
  vi: '{where} ghi {printed}, nhỏ hơn {before} của kỳ báo cáo trước, dù kỳ này tính lũy kế từ cùng một ngày.',
  expected: '≥ {before}',
  example: {
    head: { period: { text: null, from: '2022-12-15', to: '2023-12-14' } },
    rows: '1 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | [10 -> 12]',
    previous: {
      head: { period: { text: null, from: '2022-12-15', to: '2023-06-14' } },
      rows: '1 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | 12',
    },
  },
  find: (context) =>
    continuedFigures(context)
      .filter(({ falls }) => falls)
      .map(({ row, other }) => ({ at: row, before: other.value })),
})
