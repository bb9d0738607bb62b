import {
  type AuditContext,
  finding,
  hasNumber,
  printFigure,
  sentence,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import type { OutlineRow } from '../meaning/outline.ts'

interface Pair {
  readonly id: string
  readonly row: OutlineRow
  readonly other: OutlineRow
  readonly nature: string
}

function pairs(context: AuditContext, other: AuditContext): readonly Pair[] {
  return [...context.found].flatMap(([id, { row, indicator, certain }]) => {
    const match = other.found.get(id)
    if (!match?.certain || !certain || !hasNumber(row) || !hasNumber(match.row)) return []
    return { id, row, other: match.row, nature: indicator.nature }
  })
}

/** Rows of unknown meaning that both reports print under the same headings, each once. */
function placedPairs(context: AuditContext, other: AuditContext): readonly Pair[] {
  const [own, others] = [byPath(context), byPath(other)]
  return [...own].flatMap(([path, rows]) => {
    const [row, match] = [rows[0], others.get(path)?.[0]]
    if (!row || !match || rows.length > 1 || others.get(path)?.length !== 1) return []
    if (context.meaning.get(row)?.certain || !hasNumber(row) || !hasNumber(match)) return []
    return { id: path, row, other: match, nature: FLOWS.test(path) ? 'flow' : 'none' }
  })
}

/** What is counted from a day on, and not what there is on a day. */
const FLOWS =
  /^(?!.*\b(dang|con|ton|ky truoc)\b).*\bda (giai quyet|hoan thanh|xu ly|tiep nhan|ban hanh|kiem tra)\b/

function byPath({ rows }: AuditContext): ReadonlyMap<string, readonly OutlineRow[]> {
  return Map.groupBy(
    rows.filter((row) => !row.rate && row.key !== ''),
    pathOf,
  )
}

function pathOf(row: OutlineRow): string {
  return `${row.parent ? `${pathOf(row.parent)} / ` : ''}${row.key}`
}

/** A figure against the same figure of stored data; both may be right under different rules, so it is a warning. */
export function storedFindings(context: AuditContext, stored: AuditContext): readonly Finding[] {
  return pairs(context, stored).flatMap(({ row, other }) => {
    const slack = row.rate ? 0.5 * 10 ** -Math.min(row.figure.decimals, other.figure.decimals) : 0
    if (Math.abs(row.figure.value - other.figure.value) <= slack + 1e-9) return []
    return finding([row], {
      rule: 'differs-from-stored-data',
      kind: 4,
      severity: 'warning',
      printed: row.value,
      expected: other.value,
      explanation: sentence(
        `${whereIs(row)} ghi ${row.value.trim()}, còn dữ liệu đã thu thập từ các cổng cho kết quả ${other.value.trim()}.`,
      ),
    })
  })
}

/** How many times a figure may grow or shrink before it is asked about, and from which size on. */
const JUMP = { factor: 10, from: 20, points: 50 } as const

/** A report against the one before it: jumps, sums of the year that fall, and stocks that do not continue. */
export function previousFindings(
  context: AuditContext,
  previous: AuditContext,
): readonly Finding[] {
  const cumulative = continues(context, previous)
  return [
    ...[...pairs(context, previous), ...placedPairs(context, previous)].flatMap((pair) => {
      const falls =
        cumulative && pair.nature === 'flow' && pair.row.figure.value < pair.other.figure.value
      if (falls) return [fallen(pair)]
      return jumps(pair) ? [jumped(pair)] : []
    }),
    ...carriedOver(context, previous),
  ]
}

/** Whether both count from the same day on, the later one further. */
function continues({ report }: AuditContext, { report: previous }: AuditContext): boolean {
  const [now, before] = [report.head.period, previous.head.period]
  if (now.from === null || now.to === null || before.to === null) return false
  return now.from === before.from && now.to > before.to
}

function jumps({ row, other }: Pair): boolean {
  const [now, before] = [row.figure.value, other.figure.value]
  if (row.rate) return Math.abs(now - before) > JUMP.points
  const [small, large] = [Math.min(now, before), Math.max(now, before)]
  return large >= JUMP.from && large > JUMP.factor * Math.max(small, 1)
}

function jumped({ row, other }: Pair): Finding {
  return finding([row], {
    rule: 'jump-since-previous-period',
    kind: 5,
    severity: 'warning',
    printed: row.value,
    expected: `gần với kỳ trước (${other.value.trim()})`,
    explanation: sentence(
      `${whereIs(row)} ghi ${row.value.trim()}, trong khi kỳ trước là ${other.value.trim()}: biến động bất thường, cần kiểm tra lại.`,
    ),
  })
}

function fallen({ row, other }: Pair): Finding {
  return finding([row], {
    rule: 'cumulative-figure-falls',
    kind: 4,
    severity: 'warning',
    printed: row.value,
    expected: `≥ ${other.value.trim()}`,
    explanation: sentence(
      `${whereIs(row)} ghi ${row.value.trim()}, nhỏ hơn ${other.value.trim()} của kỳ báo cáo trước, dù kỳ này tính lũy kế từ cùng một ngày.`,
    ),
  })
}

const CARRIED = /\b(tu )?ky truoc( chuyen sang)?\b/
const IN_PROCESS = /\bdang (giai quyet|xu ly|thuc hien)\b(?!.*(qua han|trong han))/

/** What came over from the period before is what was in process at its end. */
function carriedOver(context: AuditContext, previous: AuditContext): readonly Finding[] {
  const carried = context.rows.filter((row) => CARRIED.test(row.key) && !row.rate && hasNumber(row))
  const open = previous.rows.filter(
    (row) => IN_PROCESS.test(row.key) && !row.rate && hasNumber(row),
  )
  const [now, before] = [carried[0], open[0]]
  if (!now || !before || carried.length > 1 || open.length > 1) return []
  if (now.figure.value === before.figure.value) return []
  return [
    finding([now], {
      rule: 'stock-does-not-continue',
      kind: 4,
      severity: 'warning',
      printed: now.value,
      expected: before.value,
      explanation: sentence(
        `${whereIs(now)} ghi ${printFigure(now.figure.value)}, nhưng kỳ trước còn đang giải quyết ${printFigure(before.figure.value)} (dòng ${before.line}).`,
      ),
    }),
  ]
}
