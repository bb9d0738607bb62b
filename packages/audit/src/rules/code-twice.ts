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
  cell: 'code',
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
    return doubled.map(({ head, below }) => {
      const rows = [head, ...below]
      const first = coded.find((row) => sameCode(row, head)) ?? head
      return {
        at: head,
        beside: below,
        printed: codesOf(rows),
        expected: nextFree(rows, { head, coded }) ?? say(ONCE),
        first: shortLabel(first.label),
        firstLine: first.line,
        below: below.length === 0 ? '' : say(BELOW, { rows: rowsOf(below) }),
      }
    })
  },
})

/** The codes that follow in their list, unless another row has them. */
function nextFree(
  rows: readonly OutlineRow[],
  { head, coded }: { readonly head: OutlineRow; readonly coded: readonly OutlineRow[] },
): string | undefined {
  const before = coded.findLast((row) => row.index < head.index && row.parent === head.parent)
  const next = Number(before?.segments.at(-1)) + 1
  if (Number.isNaN(next)) return undefined
  const segments = [...head.segments.slice(0, -1), String(next)]
  if (coded.some((row) => sameCode(row, { ...head, segments }))) return undefined
  return rows
    .map((row) => [...segments, ...row.segments.slice(segments.length)].join('.'))
    .join(', ')
}
