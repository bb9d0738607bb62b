import { sameCode } from '../meaning/codes.ts'
import { numberingOf } from '../meaning/numbering.ts'
import { codesOf, defineAuditRule, phrase, rowsOf, say, shortLabel } from '../rule.ts'

const REPEATED = phrase(
  '; of these {codes} stand above already',
  '; trong đó {codes} trùng với mục đã có ở trên',
)

/** Rows under a heading that carry another one's numbers. */
export const codeOutOfPlace = defineAuditRule({
  id: 'code-out-of-place',
  kind: 'numbering',
  cell: 'code',
  severity: 'error',
  needs: ['table'],
  en: 'The rows of item {heading} “{label}” ({rows}) are numbered {printed} instead of {expected}{repeated}.',
  vi: 'Các dòng thuộc mục {heading} “{label}” ({rows}) được đánh số {printed} thay vì {expected}{repeated}.',
  example: `
    1 | Chỉ đạo, điều hành | |
    1.1 | Kế hoạch CCHC | |
    1.1.1 | Số nhiệm vụ đề ra | Nhiệm vụ | 30
    1.2 | Kiểm tra CCHC | |
    [1.1.1 -> 1.2.1] | Số đơn vị được kiểm tra | Đơn vị | 3
    [1.1.2 -> 1.2.2] | Số vấn đề phát hiện | Vấn đề | 2`,
  find: (context) => {
    const { misplaced, coded } = numberingOf(context)
    return [...misplaced].map(([parent, rows]) => {
      const heading = parent.segments.join('.')
      const numbered = parent.children.filter((one) => one.segments.length > 0)
      const twice = rows.filter((row) => coded.some((one) => one !== row && sameCode(one, row)))
      return {
        places: rows,
        printed: codesOf(rows),
        expected: rows.map((row) => `${heading}.${numbered.indexOf(row) + 1}`).join(', '),
        heading,
        label: shortLabel(parent.label),
        rows: rowsOf(rows),
        repeated: twice.length === 0 ? '' : say(REPEATED, { codes: codesOf(twice) }),
      }
    })
  },
})
