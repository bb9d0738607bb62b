import { say } from '@cchc/domain'
import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import { AUDIT_RULES } from './audit-rules.ts'
import { coverageOf } from './coverage.ts'
import type { Coverage } from './coverage-shape.ts'
import { type AuditResult, DEFECT_KINDS, type DefectKind, type Finding } from './finding.ts'
import { localised } from './localise/localised.ts'
import type { AuditAgainst, AuditContext } from './meaning/audit-context.ts'
import { askedRows, auditContext } from './meaning/audit-context.ts'
import type { AuditedReport, FurtherColumn } from './meaning/audited-report.ts'
import { knownPairs } from './meaning/paired-rows.ts'
import { phrase } from './phrases.ts'

/** Judges a filled report; findings come in the order of the rows that they speak of. */
export function auditReport(
  report: AuditedReport,
  options: AuditAgainst & { readonly catalogue: IndicatorCatalogue },
): AuditResult {
  const { catalogue, ...against } = options
  const context = auditContext(report, catalogue, against)
  const wide = (report.wide ?? []).flatMap(({ sheet, rows }) =>
    rows.map(({ line }) => ({ sheet, line })),
  )
  const places = [...askedRows(context), ...wide].map(({ sheet, line }) => `${sheet ?? ''}!${line}`)
  const judged = (one: AuditContext) => AUDIT_RULES.flatMap((rule) => rule.find(one))
  const found = localised(judged(context), {
    context,
    judge: (mended) => judged(auditContext(mended, catalogue, against)),
  })
  const further = (report.further ?? []).map((column) => auditColumn(column, { report, catalogue }))
  const findings = [...found, ...further.flatMap((column) => newOf(column.findings, found))]
  return {
    report: report.head,
    checked: new Set(places).size,
    ...(against.stored === undefined ? {} : { compared: comparedLines(context).size }),
    findings: inOrder(findings, context),
    coverage: withFurther(coverageOf(context), further),
  }
}

const IN_COLUMN = phrase('Column “{column}”: {what}', 'Cột “{column}”: {what}')
/** What is judged of figures, and not of the words beside them. */
const OF_FIGURES: ReadonlySet<DefectKind> = new Set([
  'percentages',
  'sums',
  'bounds',
  'units',
  'complements',
])

interface JudgedColumn {
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
}

/** Judges the figures of another column of a list by themselves. */
function auditColumn(
  { head: column, rows }: FurtherColumn,
  { report, catalogue }: { readonly report: AuditedReport; readonly catalogue: IndicatorCatalogue },
): JudgedColumn {
  const context = auditContext({ head: report.head, rows }, catalogue)
  const rules = AUDIT_RULES.filter(({ kind }) => OF_FIGURES.has(kind))
  const judged = (one: AuditContext) => rules.flatMap((rule) => rule.find(one))
  const findings = localised(judged(context), {
    context,
    judge: (mended) => judged(auditContext(mended, catalogue)),
  })
  return {
    findings: findings.map((one) => ({
      ...one,
      explanation: say(IN_COLUMN, { column, what: one.explanation }),
    })),
    coverage: coverageOf(context),
  }
}

/** Without what was told of the first column: it is of the words of a row. */
function newOf(findings: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, rows, printed }: Finding) =>
    JSON.stringify([rule, rows.map(({ line }) => line), printed])
  const known = new Set(told.map(keyOf))
  return findings.filter((one) => !known.has(keyOf(one)))
}

/** The tables of further columns are counted behind the others of their sheet. */
function withFurther(coverage: Coverage, further: readonly JudgedColumn[]): Coverage {
  const tables = [...coverage.tables]
  for (const table of further.flatMap((column) => column.coverage.tables)) {
    const last = Math.max(
      0,
      ...tables.filter(({ sheet }) => sheet === table.sheet).map((one) => one.table),
    )
    tables.push({ ...table, table: last + 1 })
  }
  return { ...coverage, tables }
}

function comparedLines(context: AuditContext): ReadonlySet<number> {
  const pairs = context.stored.flatMap((stored) => knownPairs(context, stored))
  return new Set(pairs.map(({ row }) => row.line))
}

/** By row, then by kind; what is of no row comes first. */
function inOrder(findings: readonly Finding[], { rows }: AuditContext): readonly Finding[] {
  const places = new Map(rows.toReversed().map(({ line, index }) => [line, index]))
  const placeOf = ({ rows: [first] }: Finding) => {
    return places.get(first?.line ?? 0) ?? (first?.line ?? 0) - 1
  }
  const numberOf = ({ kind }: Finding) => DEFECT_KINDS[kind].number
  return findings.toSorted((a, b) => placeOf(a) - placeOf(b) || numberOf(a) - numberOf(b))
}
