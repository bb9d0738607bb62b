import { defineAuditRule, phrase, unitKind } from '../rule.ts'

/** `42.95`: no count has a fraction, and a group of thousands has three digits. */
export const lostDigit = defineAuditRule({
  id: 'lost-digit',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}: the group after a dot has not 3 digits; one may be missing, or the separator is wrong.',
  vi: '{where} ghi {printed}: nhóm sau dấu chấm không đủ 3 chữ số, có lẽ thiếu một chữ số hoặc dùng sai dấu phân cách.',
  expected: phrase('groups of 3 digits', 'nhóm hàng nghìn đủ 3 chữ số'),
  example: '1 | Số hồ sơ đã nhận | Hồ sơ | [42.95 -> 42.950]',
  find: ({ rows }) =>
    rows
      .filter((row) => row.figure.state === 'doubtful')
      .map((row) => ({
        at: row,
        certain: unitKind(row.unit) === 'count' && row.counted.factor === 1,
      })),
})
