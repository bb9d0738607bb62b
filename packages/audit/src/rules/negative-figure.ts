import { countedCells } from '../meaning/counted-cells.ts'
import { SIGNED } from '../meaning/vocabulary/changes.ts'
import {
  type AuditContext,
  defineAuditRule,
  hasNumber,
  inColumn,
  phrase,
  whereIs,
} from '../rule.ts'
import { fractionOfACount } from './fraction-of-a-count.ts'

/** A count or a rate below zero. */
export const negativeFigure = defineAuditRule({
  id: 'negative-figure',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  en: '{place} says {printed}, below zero, though it is a count or a rate.',
  vi: '{place} ghi số âm {printed}, trong khi đây là số đếm hoặc tỷ lệ.',
  expected: phrase('a number from 0 on', 'số không âm'),
  unless: [fractionOfACount],
  example: '1 | Số hồ sơ [đã nhận -> tăng so với năm trước] | Hồ sơ | -3',
  find: (context) => [...inLists(context), ...inWideTables(context)],
})

function inLists({ rows }: AuditContext) {
  return rows
    .filter((row) => hasNumber(row) && row.figure.value < 0 && !SIGNED.test(row.key))
    .map((row) => ({ at: row, place: whereIs(row) }))
}

function inWideTables(context: AuditContext) {
  return countedCells(context)
    .filter(
      ({ figure, row }) => figure.state === 'number' && figure.value < 0 && !SIGNED.test(row.key),
    )
    .map(({ row: at, title, printed, address }) => {
      return { at, place: inColumn(at, title), printed, in: address }
    })
}
