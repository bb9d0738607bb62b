import { MEASURED } from '../meaning/vocabulary/labels.ts'
import { defineAuditRule, hasNumber, phrase, unitKind } from '../rule.ts'

/** Half a person. */
export const fractionOfACount = defineAuditRule({
  id: 'fraction-of-a-count',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  en: '{where} is counted in “{unit}” and must be a whole number, but says {printed}.',
  vi: '{where} tính bằng “{unit}” nên phải là số nguyên, nhưng ghi {printed}.',
  expected: phrase('a whole number', 'số nguyên'),
  example: '1 | Số người [dự thi -> bình quân một đơn vị] | Người | 12,5',
  find: ({ rows }) =>
    rows
      .filter((row) => !row.rate && hasNumber(row) && unitKind(row.unit) === 'count')
      .filter(({ figure, key }) => !Number.isInteger(figure.value) && !MEASURED.test(key))
      .map((row) => ({ at: row, unit: row.unit })),
})
