import { printFigure, sentence, shortLabel } from '../meaning/audit-context.ts'
import type { AuditedReport, Finding, WideTable } from '../meaning/audit-report.ts'
import { type FigureText, readFigureText } from '../meaning/figure-text.ts'
import { labelKey } from '../meaning/label-key.ts'
import { type OutlineRow, outline } from '../meaning/outline.ts'
import { exactSum } from './sums.ts'

interface WideRow {
  readonly row: OutlineRow
  readonly figures: readonly FigureText[]
}

/** Kind 2 in forms with many columns of figures: columns, rows below a row, and the balance of each row. */
export function wideFindings({ wide = [] }: AuditedReport): readonly Finding[] {
  return wide.flatMap((table) => {
    const rows = wideRows(table)
    return [
      ...rows.flatMap((row) => columnSums(row, table)),
      ...(table.balanced ? rows.flatMap((row) => balance(row, table)) : []),
      ...rowSums(rows, table),
    ]
  })
}

/** Kind 4: what came over from the period before is what was in process at its end, organisation by organisation. */
export function wideContinuity(now: AuditedReport, before: AuditedReport): readonly Finding[] {
  const [table, other] = [now.wide?.[0], before.wide?.[0]]
  const [carried, open] = [table && carriedColumn(table), other && totalColumns(other)[2]]
  if (!table?.balanced || !other?.balanced || carried === undefined || open === undefined) return []
  const earlier = new Map(wideRows(other).map((one) => [pathOf(one.row), one]))
  return wideRows(table).flatMap((one) => {
    const [figure, opening] = [one.figures[carried], earlier.get(pathOf(one.row))?.figures[open]]
    if (!figure || !opening || !bothNumbers(figure, opening)) return []
    if (figure.value === opening.value) return []
    return wideFinding([one], {
      rule: 'stock-does-not-continue',
      kind: 4,
      severity: 'warning',
      printed: printFigure(figure.value),
      expected: printFigure(opening.value),
      explanation: `cột “Từ kỳ trước” ghi ${printFigure(figure.value)}, nhưng cuối kỳ trước còn đang giải quyết ${printFigure(opening.value)}`,
    })
  })
}

function wideRows({ rows, sheet }: WideTable): readonly WideRow[] {
  const placed = outline(rows.map((row) => ({ ...row, sheet, unit: '', value: '', note: '' })))
  return placed.map((row, index) => ({
    row,
    figures: (rows[index]?.figures ?? []).map((text) => readFigureText(text, { rate: false })),
  }))
}

function pathOf(row: OutlineRow): string {
  return `${row.parent ? `${pathOf(row.parent)}/` : ''}${row.key}`
}

function bothNumbers(...figures: readonly FigureText[]): boolean {
  return figures.every(({ state }) => state === 'number')
}

function columnSums(one: WideRow, { columns }: WideTable): readonly Finding[] {
  return columns.flatMap(({ title, totalOf }, at) => {
    const total = one.figures[at]
    const parts = totalOf.map((part) => one.figures[part])
    if (!total || totalOf.length === 0) return []
    const found = compared(total, parts)
    if (!found) return []
    return wideFinding([one], {
      rule: 'column-sum',
      kind: 2,
      severity: 'error',
      ...found,
      explanation: `cột “${title}” ghi ${found.printed}, nhưng các cột thành phần cộng lại là ${found.terms} = ${found.expected}`,
    })
  })
}

/** Received = resolved + in process. */
function balance(one: WideRow, table: WideTable): readonly Finding[] {
  const [received, resolved, open] = totalColumns(table).map((at) => one.figures[at])
  if (!received) return []
  const found = compared(received, [resolved, open])
  if (!found) return []
  return [
    wideFinding([one], {
      rule: 'received-resolved-pending',
      kind: 2,
      severity: 'warning',
      ...found,
      explanation: `số hồ sơ nhận giải quyết là ${found.printed}, nhưng đã giải quyết cộng đang giải quyết là ${found.terms} = ${found.expected}`,
    }),
  ]
}

function totalColumns({ columns }: WideTable): readonly number[] {
  return columns.flatMap(({ totalOf }, at) => (totalOf.length > 0 ? at : []))
}

function carriedColumn(table: WideTable): number | undefined {
  return table.columns[totalColumns(table)[0] ?? -1]?.totalOf.at(-1)
}

/** A row against the rows below it, and the last row against the groups. */
function rowSums(rows: readonly WideRow[], table: WideTable): readonly Finding[] {
  const of = new Map(rows.map((one) => [one.row, one]))
  const tops = rows.filter(({ row }) => row.parent === null && row.segments.length > 0)
  const totals = rows.filter(({ row }) => /^tong( so| cong)?$/.test(labelKey(row.label)))
  const families = rows.map((one) => {
    const below = one.row.children.filter((row) => row.segments.length > 0)
    return { total: one, parts: below.flatMap((row) => of.get(row) ?? []) }
  })
  const plain = rows.filter((one) => !totals.includes(one))
  const parts = tops.length > 0 ? tops : plain
  const all = [...families, ...totals.map((total) => ({ total, parts }))]
  return all
    .filter(({ parts }) => parts.length > 0)
    .flatMap((family) =>
      table.columns.flatMap((column, at) =>
        isRate(column.title) ? [] : rowSum(family, { column, at }),
      ),
    )
}

/** Rates of rows do not add up. */
function isRate(title: string): boolean {
  return /tỷ lệ|tỉ lệ|%/iu.test(title.normalize('NFC'))
}

function rowSum(
  { total, parts }: { readonly total: WideRow; readonly parts: readonly WideRow[] },
  { column, at }: { readonly column: WideTable['columns'][number]; readonly at: number },
): readonly Finding[] {
  const figure = total.figures[at]
  const found =
    figure &&
    compared(
      figure,
      parts.map((part) => part.figures[at]),
    )
  if (!found) return []
  return [
    wideFinding([total], {
      rule: 'row-sum',
      kind: 2,
      severity: 'error',
      ...found,
      explanation: `cột “${column.title}” ghi ${found.printed}, nhưng các dòng thành phần (dòng ${parts.map(({ row }) => row.line).join(', ')}) cộng lại là ${found.expected}`,
    }),
  ]
}

interface Compared {
  readonly printed: string
  readonly expected: string
  readonly terms: string
}

/** Undefined when the total is the sum, or when a cell holds no number. */
function compared(
  total: FigureText,
  parts: readonly (FigureText | undefined)[],
): Compared | undefined {
  const known = parts.filter((part) => part?.state !== 'not_applicable')
  if (total.state !== 'number' || known.some((part) => part?.state !== 'number')) return undefined
  const values = known.map((part) => part?.value ?? 0)
  const sum = exactSum(values)
  if (sum === total.value) return undefined
  return {
    printed: printFigure(total.value),
    expected: printFigure(sum),
    terms: values.map(printFigure).join(' + '),
  }
}

function wideFinding(
  rows: readonly WideRow[],
  { explanation, ...rest }: Omit<Finding, 'rows'> & { readonly terms?: string },
): Finding {
  const [first] = rows
  const where = first ? `dòng ${first.row.line} “${shortLabel(first.row.label)}”: ` : ''
  const { rule, kind, severity, printed, expected } = rest
  return {
    rule,
    kind,
    severity,
    rows: rows.map(({ row: { line, code, label } }) => ({ line, code, label })),
    printed,
    expected,
    explanation: sentence(`${where}${explanation}.`),
  }
}
