import { z } from 'zod'
import {
  type AuditContext,
  finding,
  hasNumber,
  percentOf,
  printFigure,
  sentence,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { folded } from '../meaning/label-key.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { exactSum } from './sums.ts'

/**
 * A figure that the text of a report states: its words, its value (two values: `15/14`), and the rows of the table that
 * state it too, as `kh:3.4.7.1/1` or `3.4.7.1/1`: a code, and for rows without one their place below it.
 */
export const NarrativeStatement = z.object({
  doc: z.string().nullish(),
  section: z.string().nullish(),
  raw: z.string(),
  value: z.union([z.number(), z.array(z.number())]).nullish(),
  unit: z.string().nullish(),
  appendixRow: z.union([z.string(), z.array(z.string())]).nullish(),
})
export type NarrativeStatement = z.output<typeof NarrativeStatement>

interface Stated {
  readonly statement: NarrativeStatement
  readonly values: readonly number[]
  readonly percent: boolean
  readonly rows: readonly OutlineRow[]
}

/** Kind 4: what the text says against what the table prints; kind 3 where the text contradicts itself. */
export function narrativeFindings(
  context: AuditContext,
  statements: readonly NarrativeStatement[],
): readonly Finding[] {
  const stated = statements.map((statement) => statedFigure(statement, context))
  return stated.flatMap((one) => [...aboveWhole(one), ...againstTable(one, stated)])
}

function statedFigure(statement: NarrativeStatement, { rows }: AuditContext): Stated {
  const references = [statement.appendixRow ?? []].flat().map((id) => id.replace(/^[a-z]+:/, ''))
  const named = references.flatMap((id) => rows.find((row) => row.places.includes(id)) ?? [])
  const values = [statement.value ?? []].flat()
  return { statement, values, percent: statement.unit?.trim() === '%', rows: named }
}

function aboveWhole({ statement, values, rows }: Stated): readonly Finding[] {
  const [part = 0, whole = 0, ...others] = values
  if (values.length !== 2 || others.length > 0 || part <= whole) return []
  return [
    finding(rows, {
      rule: 'text-part-above-whole',
      kind: 3,
      severity: 'warning',
      printed: statement.raw,
      expected: `≤ ${printFigure(whole)}`,
      explanation: `Phần lời văn ghi “${statement.raw}”: ${printFigure(part)} lớn hơn ${printFigure(whole)} được giao hoặc tổng số.`,
    }),
  ]
}

function againstTable(one: Stated, all: readonly Stated[]): readonly Finding[] {
  const { values, rows } = one
  const [only, ...others] = rows
  if (!only || values.length === 0) return []
  if (values.length === rows.length) {
    return rows.flatMap((row, index) => againstRow(one, { row, value: values[index] ?? 0, all }))
  }
  if (others.length === 0) return againstRow(one, { row: only, value: values[0] ?? 0, all })
  return againstSeveral(one, all)
}

function againstRow(
  one: Stated,
  { row, value, all }: { row: OutlineRow; value: number; all: readonly Stated[] },
): readonly Finding[] {
  const { state } = row.figure
  if (state === 'blank') return row.unit.trim() === '' ? [] : [blankRow(one, { row, value })]
  if (state !== 'number' || one.percent !== row.rate || agree(one, { row, value })) return []
  const others = all.filter((other) => other !== one && other.rows.includes(row)).map(firstValue)
  if (others.length > 0 && exactSum([value, ...others]) === row.figure.value) return []
  if (others.some((other) => exactSum([value, other]) === row.figure.value)) return []
  const agreed = others.includes(row.figure.value)
  const sure = !agreed && nearness(one) === undefined
  return [differing(one, { row, value, severity: sure ? 'error' : 'warning' })]
}

const NEARLY = /(gần|dưới|khoảng|xấp xỉ|trên|hơn)\s+\d/iu

/** `trên 12.000 hồ sơ`: the word that keeps a figure from being exact. */
function nearness({ statement }: Stated): string | undefined {
  return NEARLY.exec(statement.raw.normalize('NFC'))?.[1]?.toLowerCase()
}

/** How far a round figure may be from the exact one. */
const ROUND = 0.1

/** Whether text and table say the same: a rate at the coarser precision, a round figure on its side. */
function agree(one: Stated, { row, value }: { row: OutlineRow; value: number }): boolean {
  const exact = row.figure.value
  const near = nearness(one)
  if (near !== undefined && Math.abs(exact - value) <= ROUND * value) {
    if (/trên|hơn/.test(near)) return exact >= value
    return /gần|dưới/.test(near) ? exact <= value : true
  }
  if (!row.rate || value === 100 || exact === 100) return exact === value
  const decimals = Math.min(row.figure.decimals, String(value).split('.')[1]?.length ?? 0)
  return roundedTo(exact, decimals) === roundedTo(value, decimals)
}

function roundedTo(value: number, decimals: number): number {
  return percentOf({ numerator: value, denominator: 100 }, decimals).value
}

function firstValue({ values }: Stated): number {
  return values[0] ?? 0
}

/** Several rows for one figure: it may be any of them, their sum or their quotient; no more can be told. */
function againstSeveral(one: Stated, all: readonly Stated[]): readonly Finding[] {
  const [value = 0] = one.values
  const shared = one.rows.some((row) =>
    all.some((other) => other !== one && other.rows.includes(row)),
  )
  const counts = one.rows
    .filter((row) => hasNumber(row) && !row.rate)
    .map((row) => row.figure.value)
  const same = one.rows.filter((row) => hasNumber(row) && row.rate === one.percent)
  if (same.some((row) => row.figure.value === value)) return []
  if (one.percent) return againstQuotient(one, { value, counts })
  if (same.length === 0 || shared || exactSum(counts) === value) return []
  const [row] = same
  return row ? [differing(one, { row, value, severity: 'warning' })] : []
}

function againstQuotient(
  one: Stated,
  { value, counts }: { readonly value: number; readonly counts: readonly number[] },
): readonly Finding[] {
  const [row] = one.rows
  if (!row || counts.length < 2 || one.rows.some((other) => other.rate)) return []
  const decimals = String(value).split('.')[1]?.length ?? 0
  const holds = counts.some((numerator) =>
    counts.some((denominator, index) => {
      if (denominator <= 0 || counts.indexOf(numerator) === index) return numerator === denominator
      return percentOf({ numerator, denominator }, decimals).value === value
    }),
  )
  return holds ? [] : [differing(one, { row, value, severity: 'warning' })]
}

function differing(
  { statement }: Stated,
  { row, value, severity }: { row: OutlineRow; value: number; severity: Finding['severity'] },
): Finding {
  return finding([row], {
    rule: 'text-differs-from-table',
    kind: 4,
    severity,
    printed: `lời văn: ${printFigure(value)}; bảng: ${row.value.trim()}`,
    expected: 'hai nơi cùng một con số',
    explanation: sentence(
      `${partOf(statement)} ghi “${statement.raw}” (${printFigure(value)}), nhưng ${whereIs(row)} ghi ${row.value.trim()}.`,
    ),
  })
}

function blankRow(
  { statement }: Stated,
  { row, value }: { row: OutlineRow; value: number },
): Finding {
  return finding([row], {
    rule: 'text-states-what-table-leaves-blank',
    kind: 4,
    severity: 'error',
    printed: `lời văn: ${printFigure(value)}; bảng: (để trống)`,
    expected: printFigure(value),
    explanation: sentence(
      `${partOf(statement)} ghi “${statement.raw}” (${printFigure(value)}), nhưng ${whereIs(row)} để trống.`,
    ),
  })
}

function partOf({ section }: NarrativeStatement): string {
  return !section || section === 'narrative' ? 'phần lời văn của báo cáo' : section
}

/**
 * The statements about one report: a file may hold those of several, told apart by `doc`, a name such as `khanh-hoa`
 * that occurs in `about`. Undefined when it cannot be told which report is meant.
 */
export function statementsAbout(
  statements: readonly NarrativeStatement[],
  about: string,
): readonly NarrativeStatement[] | undefined {
  const documents = new Set(statements.map(({ doc }) => doc ?? ''))
  if (documents.size <= 1) return statements
  const words = folded(about).replace(/[^a-z0-9]+/g, '-')
  const meant = [...documents].filter((doc) => doc !== '' && words.includes(folded(doc)))
  return meant.length === 1 ? statements.filter(({ doc }) => doc === meant[0]) : undefined
}
