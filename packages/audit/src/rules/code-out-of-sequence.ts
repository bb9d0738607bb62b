import { isTenth } from '../meaning/codes.ts'
import { numberingOf } from '../meaning/numbering.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import { defineAuditRule, type OutlineRow } from '../rule.ts'

/** A code that is left out, or out of its turn. */
export const codeOutOfSequence = defineAuditRule({
  id: 'code-out-of-sequence',
  kind: 'numbering',
  cell: 'code',
  severity: 'warning',
  needs: ['table'],
  en: 'After code {before} (row {beforeLine}) comes {code} (row {line}): {expected} is missing or out of its turn.',
  vi: 'Sau mã số {before} (dòng {beforeLine}) là {code} (dòng {line}), thiếu hoặc sai thứ tự mã {expected}.',
  example: `
    1 | Kiểm tra | |
    1.1 | Số đơn vị | Đơn vị | 5
    [1.3 -> 1.2] | Số cuộc | Cuộc | 6`,
  find: (context) => [
    ...numberingOf(context).sequences.flatMap(gaps),
    ...wideTables(context).flatMap(({ rows }) => neighbours(rows.map(({ row }) => row))),
  ],
})

/** In tables with many columns headings may not be read: only lines right below one another follow one another. */
function neighbours(rows: readonly OutlineRow[]) {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (!before || before.line !== row.line - 1 || before.parent !== row.parent) return []
    const isPlain = [before, row].every(({ segments }) => /^\d+$/.test(segments.join('.')))
    return isPlain && row.segments[0] !== '1' ? gaps([before, row]) : []
  })
}

function gaps(rows: readonly OutlineRow[]) {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (!before) return []
    const next = Number(before.segments.at(-1)) + 1
    if (Number(row.segments.at(-1)) === next || isTenth(row)) return []
    return {
      at: before,
      beside: [row],
      printed: row.code,
      expected: [...row.segments.slice(0, -1), String(next)].join('.'),
      before: before.code,
      beforeLine: before.line,
      code: row.code,
      line: row.line,
    }
  })
}
