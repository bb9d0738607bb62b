import {
  type AuditContext,
  finding,
  hasNumber,
  printFigure,
  sentence,
  shortLabel,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import type { OutlineRow } from '../meaning/outline.ts'

/** Indicators of different parts of a form that count the same things. */
const SAME: readonly (readonly [string, string])[] = [['service_units', 'su_total']]

/** Kind 4 inside the table: one fact stated twice and differently; and resolutions cited without their year (kind 6). */
export function statementFindings(context: AuditContext): readonly Finding[] {
  return [
    ...SAME.flatMap(([one, other]) => differing(context, { one, other })),
    ...context.rows.flatMap(otherDenominator),
    ...context.rows.flatMap(numberWithoutYear),
  ]
}

function differing({ found }: AuditContext, { one, other }: { one: string; other: string }) {
  const rows = [found.get(one)?.row, found.get(other)?.row]
  const [a, b] = rows
  if (!a || !b || !hasNumber(a) || !hasNumber(b) || a.figure.value === b.figure.value) return []
  return [
    finding([a, b], {
      rule: 'one-fact-two-figures',
      kind: 4,
      severity: 'warning',
      printed: `${a.value.trim()} và ${b.value.trim()}`,
      expected: 'cùng một con số',
      explanation: sentence(
        `${whereIs(a)} ghi ${a.value.trim()} còn ${whereIs(b)} ghi ${b.value.trim()}: hai dòng nói về cùng một số lượng.`,
      ),
    }),
  ]
}

/** `1238/1285` under a total that says something else than 1285. */
function otherDenominator(row: OutlineRow): readonly Finding[] {
  const { fraction } = row.figure
  const total = row.parent
  if (!fraction || !total || !row.rate || total.rate || !hasNumber(total)) return []
  if (!total.key.startsWith('tong so') || total.figure.value === fraction.denominator) return []
  return [
    finding([row, total], {
      rule: 'denominator-not-the-total',
      kind: 4,
      severity: 'error',
      printed: `mẫu số ${printFigure(fraction.denominator)}`,
      expected: printFigure(total.figure.value),
      explanation: sentence(
        `${whereIs(row)} lấy mẫu số ${printFigure(fraction.denominator)}, nhưng “${shortLabel(total.label)}” (dòng ${total.line}) là ${printFigure(total.figure.value)}.`,
      ),
    }),
  ]
}

const NORMATIVE = /\d+\/(?:(\d{4})\/)?(?:NQ-HĐND|QĐ-UBND)/gu

/** The number of a normative document holds its year; a row that writes some with and some without it is at odds. */
function numberWithoutYear(row: OutlineRow): readonly Finding[] {
  if (!/vbqppl/.test(row.key)) return []
  const cited = [...row.label.normalize('NFC').matchAll(NORMATIVE)]
  const bare = cited.filter(([, year]) => year === undefined).map(([text]) => text)
  if (bare.length === 0 || bare.length === cited.length) return []
  return [
    finding([row], {
      rule: 'normative-number-without-year',
      kind: 6,
      severity: 'warning',
      printed: bare.join(', '),
      expected: 'số/năm ban hành/ký hiệu',
      explanation: sentence(
        `dòng ${row.line} dẫn ${bare.join(', ')} không có năm ban hành trong số, ký hiệu, trong khi văn bản quy phạm pháp luật khác cùng dòng có ghi.`,
      ),
    }),
  ]
}
