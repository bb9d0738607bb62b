import { childPrefix } from '../meaning/codes.ts'
import { numberingOf } from '../meaning/numbering.ts'
import { defineAuditRule } from '../rule.ts'

/** A heading whose rows all carry the number that it should have. */
export const codeOfHeading = defineAuditRule({
  id: 'code-of-heading',
  kind: 'numbering',
  cell: 'code',
  severity: 'error',
  needs: ['table'],
  en: 'Code {code} “{label}” (row {line}) does not fit the items below it, numbered {expected}.1 and on; it should be {expected}.',
  vi: 'Mã số {code} “{label}” (dòng {line}) không khớp với các mục con được đánh số {expected}.1 trở đi; mã đúng là {expected}.',
  example: `
    3 | Cải cách TTHC | |
    [3.2 -> 3.1] | Số hóa hồ sơ | |
    3.1.1 | Số hồ sơ đã số hóa | Hồ sơ | 1
    3.1.2 | Số kết quả đã số hóa | Hồ sơ | 1`,
  find: (context) =>
    numberingOf(context).misnumbered.map((row) => {
      return { at: row, printed: row.code, expected: childPrefix(row) ?? '' }
    }),
})
