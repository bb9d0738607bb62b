import type { AuditedReport, AuditedRow, WideTable } from '@cchc/audit'
import { BETWEEN_HEADS, ReportedTask, UNKNOWN_HEAD } from '@cchc/audit'
import type { Cell, ReportColumn } from '@cchc/domain'
import { FilledReport, faultsOf, parsePeriod, printCell, say, UsageError } from '@cchc/domain'
import { z } from 'zod'
import { columnOf } from './find-columns.ts'
import { columnFormulas } from './wide-head.ts'

const Text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : written(value)))

/** A number of a row keeps its dot: `1.1` is no figure. */
const Code = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ''))

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null
}

const Stated = z.string().nullish().transform(orNull)
const StatedDay = z.iso.date().nullish().transform(orNull)

/** A list as people keep it; more lenient than the list form, since an audit must read what is wrong too. */
const LooseList = z.object({
  report: z
    .object({
      title: Stated,
      agency: Stated,
      province: Stated,
      reportNumber: Stated,
      issuedOn: StatedDay,
      period: z
        .object({ kind: Stated, year: z.int().nullish(), from: StatedDay, to: StatedDay })
        .nullish(),
    })
    .nullish(),
  tasks: z.array(ReportedTask).nullish(),
  rows: z.array(
    z.object({ code: Code, label: Text, unit: Text, raw: Text, value: Text, note: Text }),
  ),
})
type LooseList = z.output<typeof LooseList>

/** A number of a JSON file in Vietnamese writing. */
function written(value: string | number): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : value
}

/** Reads a report as JSON: the project's own, or a list of rows; throws a UsageError for anything else. */
export function jsonReport(document: unknown): AuditedReport {
  const filled = FilledReport.safeParse(document)
  if (filled.success) return ofFilled(filled.data)
  const list = LooseList.safeParse(withKnownKeys(document), { reportInput: true })
  if (list.success) return ofList(list.data)
  throw new UsageError(say('The JSON document is not a filled report.'), {
    fix: say(
      'Give a report that cchc wrote, or { "report": {...}, "rows": [{ "code", "label", "unit", "raw", "note" }] }.',
    ),
    faults: faultsOf(list.error),
  })
}

/** Rows whose keys are the heads of columns: `STT`, `Chỉ tiêu`, `don_vi_tinh`; in `rows` or any other list. */
function withKnownKeys(document: unknown): unknown {
  if (Array.isArray(document)) return { rows: document.map(renamed) }
  if (typeof document !== 'object' || document === null) return document
  if ('rows' in document && Array.isArray(document.rows)) {
    return { ...document, rows: document.rows.map(renamed) }
  }
  const lists = Object.values(document).filter((value) => Array.isArray(value))
  const rows = lists.flat().map(renamed)
  return rows.some((row) => isRow(row)) ? { ...document, rows: rows.filter(isRow) } : document
}

function isRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'label' in row
}

function renamed(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || isRow(row)) return row
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [columnOf(key.replaceAll('_', ' ')) ?? key, value]),
  )
}

function ofList({ report, rows, tasks }: LooseList): AuditedReport {
  const { period, ...stated } = report ?? {}
  const text = period?.kind === 'year' && period.year ? String(period.year) : null
  return {
    head: { ...UNKNOWN_HEAD, ...stated, period: { text, ...daysOf(period) } },
    rows: rows.map(({ raw, value, ...row }, index) => ({
      ...row,
      line: index + 1,
      sheet: null,
      value: raw === '' ? value : raw,
    })),
    ...(tasks ? { tasks } : {}),
  }
}

function daysOf(period: NonNullable<LooseList['report']>['period']) {
  const { kind, year, from = null, to = null } = period ?? {}
  if (from || to || kind !== 'year' || !year) return { from, to }
  const legal = parsePeriod(String(year))
  return { from: legal.from, to: legal.to }
}

function ofFilled(report: FilledReport): AuditedReport {
  const { head, title, columns } = report
  const { agency, province, reportNumber, issuedOn, period } = head
  const { text, from, to } = period
  const filled = columns.filter((column) => column.content === 'cell')
  const [only, ...others] = filled
  return {
    head: { title, agency, province, reportNumber, issuedOn, period: { text, from, to } },
    rows: only && others.length === 0 ? listRowsOf(report, only.key) : [],
    ...(others.length > 0 ? { wide: [wideTableOf(report, filled)] } : {}),
  }
}

function listRowsOf({ rows }: FilledReport, key: string): AuditedRow[] {
  return rows.map(({ code, label, unit, note, cells }, index) => {
    return { line: index + 1, sheet: null, code, label, unit, value: printed(cells[key]), note }
  })
}

function printed(cell: Cell | undefined): string {
  return cell === undefined ? '' : printCell(cell)
}

function wideTableOf({ rows }: FilledReport, columns: readonly ReportColumn[]): WideTable {
  const titles = columns.map(({ headerGroups, header }) =>
    [...headerGroups, header].join(BETWEEN_HEADS),
  )
  const formulas = columnFormulas(columns.map(({ number }) => number ?? ''))
  return {
    sheet: null,
    columns: titles.map((title, index) => ({ title, totalOf: [], ...formulas[index] })),
    rows: rows.map(({ code, label, cells }, index) => ({
      line: index + 1,
      code,
      label,
      figures: columns.map(({ key }) => printed(cells[key])),
    })),
  }
}
