import { sameCode } from '../meaning/codes.ts'
import { numberingOf } from '../meaning/numbering.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { codesOf, defineAuditRule, phrase, rowsOf, say, shortLabel } from '../rule.ts'

const BELOW = phrase(
  ', and so do the items below it ({rows})',
  ', và các mục con ({rows}) cũng trùng theo',
)
const ONCE = phrase('each code once', 'mỗi mã số chỉ dùng một lần')

/** One code for two rows. */
export const codeTwice = defineAuditRule({
  id: 'code-twice',
  kind: 'numbering',
  severity: 'error',
  needs: ['table'],
  en: 'Code {code} “{label}” (row {line}) repeats that of “{first}” (row {firstLine}){below}.',
  vi: 'Mã số {code} “{label}” (dòng {line}) trùng với mã đã dùng cho “{first}” (dòng {firstLine}){below}.',
  example: `
    1 | Kiểm tra | |
    1.1 | Số đơn vị | Đơn vị | 5
    [1.1 -> 1.2] | Số cuộc | Cuộc | 6`,
  find: (context) => {
    const { doubled, coded } = numberingOf(context)
    return doubled.flatMap((rows) => {
      const [head, ...below] = rows
      if (!head) return []
      const first = coded.find((row) => sameCode(row, head)) ?? head
      return {
        at: head,
        beside: below,
        printed: codesOf(rows),
        expected: nextFree([head, ...below], coded) ?? say(ONCE),
        first: shortLabel(first.label),
        firstLine: first.line,
        below: below.length === 0 ? '' : say(BELOW, { rows: rowsOf(below) }),
      }
    })
  },
})

/** The codes that follow in their list, unless another row has them. */
function nextFree(
  rows: readonly [OutlineRow, ...OutlineRow[]],
  coded: readonly OutlineRow[],
): string | undefined {
  const [head] = rows
  const { index, parent, segments } = head
  const before = coded.findLast(
    (row) => row.index < index && row.parent === parent && row.segments.length === segments.length,
  )
  const last = before?.segments.at(-1) ?? ''
  if (!/^\d+$/.test(last)) return undefined
  const next = [...segments.slice(0, -1), String(Number(last) + 1)]
  if (coded.some((row) => sameCode(row, { ...head, segments: next }))) return undefined
  return rows.map((row) => [...next, ...row.segments.slice(next.length)].join('.')).join(', ')
}
