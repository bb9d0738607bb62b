import { type AuditContext, finding, hasNumber, sentence, whereIs } from './audit-context.ts'
import type { Finding } from './audit-report.ts'
import { folded } from './label-key.ts'
import type { OutlineRow } from './outline.ts'
import { MAY_EXCEED } from './ratio-parts.ts'
import { unitKind } from './unit-kind.ts'

/** Kind 5, in the figures: numbers that lost digits, parts of a person, rates above 100 %, money beyond any budget. */
export function magnitudeFindings(context: AuditContext): readonly Finding[] {
  return context.rows.flatMap((row) => {
    const problem =
      unreadable(row) ?? notWhole(row) ?? negative(row) ?? aboveHundred(row, context) ?? beyond(row)
    return problem ? [problem] : []
  })
}

/** `42.95`: no count has a fraction, and a group of thousands has three digits. */
function unreadable(row: OutlineRow): Finding | undefined {
  if (row.figure.state !== 'doubtful') return undefined
  return finding([row], {
    rule: 'lost-digit',
    kind: 5,
    severity: unitKind(row.unit) === 'count' ? 'error' : 'warning',
    printed: row.value,
    expected: 'nhóm hàng nghìn đủ 3 chữ số',
    explanation: sentence(
      `${whereIs(row)} ghi ${row.value.trim()}: nhóm sau dấu chấm không đủ 3 chữ số, có lẽ thiếu một chữ số hoặc dùng sai dấu phân cách.`,
    ),
  })
}

function notWhole(row: OutlineRow): Finding | undefined {
  if (row.rate || !hasNumber(row) || unitKind(row.unit) !== 'count' || row.figure.percent)
    return undefined
  if (Number.isInteger(row.figure.value)) return undefined
  return finding([row], {
    rule: 'fraction-of-a-count',
    kind: 5,
    severity: 'error',
    printed: row.value,
    expected: 'số nguyên',
    explanation: sentence(
      `${whereIs(row)} tính bằng “${row.unit.trim()}” nên phải là số nguyên, nhưng ghi ${row.value.trim()}.`,
    ),
  })
}

function negative(row: OutlineRow): Finding | undefined {
  if (!hasNumber(row) || row.figure.value >= 0) return undefined
  if (/\b(tang|giam|chenh lech|so voi)\b/.test(row.key)) return undefined
  return finding([row], {
    rule: 'negative-figure',
    kind: 5,
    severity: 'error',
    printed: row.value,
    expected: 'số không âm',
    explanation: sentence(
      `${whereIs(row)} ghi số âm ${row.value.trim()}, trong khi đây là số đếm hoặc tỷ lệ.`,
    ),
  })
}

/** Growth, and what is measured by an estimate or by something else, may be more than the whole. */
const GROWS = /\b(tang|thu chi|so voi|vuot|du toan)\b/
/** Nothing can lose more than all of it. */
const SHRINKS = /\b(cat giam|tinh gian|giam)\b/
/** A plan can be done and more than done. */
const PLANNED = /\b(giai ngan|ke hoach|chi tieu|dinh muc)\b/

function aboveHundred(row: OutlineRow, { meaning }: AuditContext): Finding | undefined {
  if (!row.rate || !hasNumber(row) || row.figure.value <= 100) return undefined
  const moderate = row.figure.value < 1000
  if (moderate && GROWS.test(row.key) && !SHRINKS.test(row.key)) return undefined
  const paidOut = MAY_EXCEED.test(meaning.get(row)?.indicator.id ?? '') || PLANNED.test(row.key)
  return finding([row], {
    rule: 'rate-above-hundred',
    kind: 5,
    severity: moderate && paidOut ? 'warning' : 'error',
    printed: row.value,
    expected: '≤ 100%',
    explanation: sentence(
      `${whereIs(row)} ghi ${row.value.trim()}, vượt quá 100%: có lẽ thiếu dấu phẩy thập phân hoặc ghi số lượng thay cho tỷ lệ.`,
    ),
  })
}

/** In tỷ đồng; more than what the whole country invests in a year. */
const NATIONAL_INVESTMENT = 1_000_000

function beyond(row: OutlineRow): Finding | undefined {
  if (!hasNumber(row) || !folded(row.unit).startsWith('ty dong')) return undefined
  if (row.figure.value < NATIONAL_INVESTMENT) return undefined
  return finding([row], {
    rule: 'money-beyond-measure',
    kind: 5,
    severity: 'warning',
    printed: `${row.value.trim()} ${row.unit.trim()}`,
    expected: `${row.value.trim()} Triệu đồng`,
    explanation: sentence(
      `${whereIs(row)} ghi ${row.value.trim()} tỷ đồng, lớn hơn vốn đầu tư công của cả nước trong một năm: đơn vị tính có lẽ là triệu đồng.`,
    ),
  })
}
