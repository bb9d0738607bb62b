import {
  type AuditContext,
  finding,
  hasNumber,
  percentOf,
  sentence,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { folded } from '../meaning/label-key.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { MAY_EXCEED, type RatioParts, ratiosWithParts } from '../meaning/ratio-parts.ts'
import { unitKind } from '../meaning/unit-kind.ts'

/** Kind 5, in the figures: numbers that lost digits, parts of a person, rates above 100 %, money beyond any budget. */
export function magnitudeFindings(context: AuditContext): readonly Finding[] {
  const told = new Set(
    ratiosWithParts(context)
      .filter(isQuotient)
      .map(({ rate }) => rate),
  )
  return context.rows.flatMap((row) => {
    const above = told.has(row) ? undefined : aboveHundred(row, context)
    const problem = unreadable(row) ?? notWhole(row) ?? negative(row) ?? above ?? beyond(row)
    return problem ? [problem] : []
  })
}

/** A rate that follows from its parts: it is they that are at fault. */
function isQuotient({ rate, numerator, denominator }: RatioParts): boolean {
  if (![rate, numerator, denominator].every(hasNumber) || denominator.figure.value <= 0)
    return false
  const ratio = { numerator: numerator.figure.value, denominator: denominator.figure.value }
  return percentOf(ratio, rate.figure.decimals).value === rate.figure.value
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

/** Averages and times have fractions. */
const MEASURED = /\b(binh quan|trung binh|thoi gian|thoi han)\b/

function notWhole(row: OutlineRow): Finding | undefined {
  if (row.rate || !hasNumber(row) || unitKind(row.unit) !== 'count' || row.figure.percent)
    return undefined
  if (Number.isInteger(row.figure.value) || MEASURED.test(row.key)) return undefined
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
  if (/\b(tang|giam|chenh lech|so voi|so sanh|bien dong)\b/.test(row.key)) return undefined
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
const GROWS = /\b(tang|toc do|thu chi|so voi|vuot|du toan)\b|^chi so\b/
/** Nothing can lose more than all of it. */
const SHRINKS = /\b(cat giam|tinh gian|giam)\b/
/** A plan can be done and more than done. */
const PLANNED = /\b(giai ngan|ke hoach|chi tieu|dinh muc)\b/

function aboveHundred(row: OutlineRow, { meaning }: AuditContext): Finding | undefined {
  if (!row.rate || !hasNumber(row) || row.figure.value <= 100) return undefined
  const moderate = row.figure.value < 1000
  if (moderate && GROWS.test(row.key) && !SHRINKS.test(row.key)) return undefined
  const paidOut = MAY_EXCEED.test(meaning.get(row)?.indicator.id ?? '') || PLANNED.test(row.key)
  const share = /^ty le\b/.test(row.key) || meaning.get(row)?.indicator.kind === 'ratio'
  return finding([row], {
    rule: 'rate-above-hundred',
    kind: 5,
    severity: moderate && (paidOut || !share) ? 'warning' : 'error',
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
