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
import { exactSum } from './sums.ts'

/** Kind 9: shares of one whole that exclude each other and do not make 100 % together. */
export function complementFindings(context: AuditContext): readonly Finding[] {
  return [...groups(context)].flatMap(compared)
}

interface Shares {
  readonly rows: readonly OutlineRow[]
  /** Whether there is nothing besides these shares. */
  readonly exhaustive: boolean
  /** The rate that the shares make together, where the form prints it instead of 100 %. */
  readonly whole?: OutlineRow | null
}

function groups({ rows, found }: AuditContext): readonly Shares[] {
  const pure = found.get('edoc_pure_rate')?.row
  const parallel = found.get('edoc_parallel_rate')?.row
  const known = pure && parallel && pure.parent === parallel.parent ? [[pure, parallel]] : []
  const whole = found.get('edoc_rate')?.row ?? null
  const families = Map.groupBy(
    rows.filter((row) => row.rate && row.parent !== null),
    (row) => row.parent,
  )
  const placed = [...families.values()].flatMap((rates) =>
    OPPOSITES.flatMap((of) => of(rates) ?? []),
  )
  return [
    ...known.map((shares) => ({ rows: shares, exhaustive: false, whole })),
    ...placed.filter(
      (shares) => !known.some((same) => same.every((row) => shares.rows.includes(row))),
    ),
  ]
}

/** Ways in which sibling rates say that they exclude each other. */
const OPPOSITES: readonly ((rates: readonly OutlineRow[]) => Shares | undefined)[] = [
  (rates) => told(rates, { words: [/(?<!qua )dung han$/, /qua han$|tre han$/], exhaustive: true }),
  (rates) =>
    told(rates, { words: [/truoc han$/, /dung han$/, /qua han$|tre han$/], exhaustive: true }),
  (rates) =>
    told(rates, { words: [/hoan toan duoi dang dien tu$/, /song song/], exhaustive: false }),
  (rates) => told(rates, { words: [/truc tuyen$/, /truc tiep$/], exhaustive: false }),
]

function told(
  rates: readonly OutlineRow[],
  { words, exhaustive }: { readonly words: readonly RegExp[]; readonly exhaustive: boolean },
): Shares | undefined {
  const matches = words.map((word) => rates.filter((row) => word.test(row.key)))
  const rows = matches.flatMap(([only, ...others]) => (only && others.length === 0 ? [only] : []))
  if (rows.length !== words.length || new Set(rows).size !== rows.length) return undefined
  const subjects = rows.map((row, index) => row.key.replace(words[index] as RegExp, '').trim())
  const ofOne =
    new Set(subjects).size === 1 || words.some((word) => word.source.includes('song song'))
  const early = words.length === 2 && rates.some((row) => /truoc han$/.test(row.key))
  return ofOne && !early ? { rows, exhaustive } : undefined
}

function compared({ rows, exhaustive, whole }: Shares): readonly Finding[] {
  if (!rows.every(hasNumber)) return []
  const printed = whole && hasNumber(whole) ? whole : undefined
  const target = printed?.figure.value ?? 100
  const sum = exactSum(rows.map((row) => row.figure.value))
  if (Math.abs(sum - target) <= slackOf(rows)) return []
  if (sum < target && !exhaustive && whole === undefined) return []
  if (sum === 0 && !exhaustive) return []
  return [sharesFinding(rows, { sum, target, printed })]
}

/** What rounding each share can come to. */
function slackOf(rows: readonly OutlineRow[]): number {
  const decimals = Math.min(...rows.map((row) => row.figure.decimals))
  const whole = rows.every((row) => Number.isInteger(row.figure.value))
  return whole ? rows.length - 1 : (rows.length / 2) * 10 ** -decimals
}

function sharesFinding(
  rows: readonly OutlineRow[],
  { sum, target, printed }: { sum: number; target: number; printed: OutlineRow | undefined },
): Finding {
  const terms = rows.map((row) => printFigure(row.figure.value)).join(' + ')
  const over = sum > target ? 'vượt quá' : 'chưa đủ'
  const goal = `${printFigure(target)}%${printed ? ` ở dòng ${printed.line}` : ''}`
  return finding(printed ? [...rows, printed] : rows, {
    rule: 'shares-of-hundred',
    kind: 9,
    severity: sum > Math.max(target, 100) ? 'error' : 'warning',
    printed: rows.map((row) => row.value.trim()).join(' và '),
    expected: `tổng bằng ${printFigure(target)}%`,
    explanation: sentence(
      `${rows.map(whereIs).join(' và ')} là các tỷ lệ loại trừ nhau của cùng một tổng số, nhưng cộng lại ${terms} = ${printFigure(sum)}%, ${over} ${goal}.`,
    ),
  })
}
