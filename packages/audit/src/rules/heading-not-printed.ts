import { numberingOf } from '../meaning/numbering.ts'
import { defineAuditRule } from '../rule.ts'

/** The first row of a section without its heading. */
export const headingNotPrinted = defineAuditRule({
  id: 'heading-not-printed',
  kind: 'numbering',
  cell: 'code',
  severity: 'warning',
  needs: ['table'],
  en: 'Code {code} (row {line}) follows item {before} without a row for the heading {expected}.',
  vi: 'Mã số {code} (dòng {line}) đứng sau mục {before} mà không có dòng tiêu đề {expected}.',
  example: `
    3 | Thủ tục hành chính | |
    3.1 | Số hồ sơ tiếp nhận | Hồ sơ | 5
    [4.1 -> 3.2] | Số hồ sơ giải quyết | Hồ sơ | 5`,
  find: (context) =>
    numberingOf(context).headless.map(({ section, first, after }) => {
      return { at: first, printed: first.code, expected: section, before: after.code }
    }),
})
