import { z } from 'zod'
import { parseCell, printCell } from './cell.ts'
import { UsageError } from './errors.ts'
import { FilledReport, type ReportHead } from './filled-report.ts'
import { faultsOf } from './messages/faults.ts'
import { say } from './messages/say.ts'
import { OrganisationCode, OrganisationLevel } from './organisation.ts'
import { type ReportColumn, RowType } from './report-template.ts'
import { parsePeriod, ReportingPeriod } from './reporting-period.ts'
import { Day } from './time.ts'

/** The columns of the list form of CV 581/BNV-CCHC: STT, Chỉ tiêu thống kê, Đơn vị tính, Số liệu, Ghi chú. */
export const LIST_COLUMNS: readonly ReportColumn[] = [
  column({ key: 'code', header: 'STT', content: 'code' }),
  column({ key: 'label', header: 'Chỉ tiêu thống kê', content: 'label' }),
  column({ key: 'unit', header: 'Đơn vị tính', content: 'unit' }),
  column({ key: 'value', header: 'Số liệu', content: 'cell' }),
  column({ key: 'note', header: 'Ghi chú', content: 'note' }),
]

const DEFAULT_TITLE = 'Thống kê kết quả cải cách hành chính'

const ListPeriod = z.object({
  kind: ReportingPeriod.shape.kind,
  year: z.int(),
  half: z.int().optional(),
  quarter: z.int().optional(),
  month: z.int().optional(),
  week: z.int().optional(),
  from: Day.optional(),
  to: Day.optional(),
})
type ListPeriod = z.output<typeof ListPeriod>

/**
 * A report in the list form as a JSON document: every cell as the text that is printed (`raw`), every row once.
 * The period's days are stated where they are not the legal ones.
 */
export const ListReport = z.object({
  report: z.object({
    title: z.string().optional(),
    province: z.string().nullable(),
    agency: z.string(),
    organisationCode: OrganisationCode.optional(),
    level: OrganisationLevel,
    period: ListPeriod,
    issuedOn: Day.nullable(),
    reportNumber: z.string().nullable(),
  }),
  rows: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      unit: z.string(),
      raw: z.string(),
      note: z.string(),
      rowType: RowType,
      parentCode: z.string().nullable(),
      group: z.string().nullable(),
      rowId: z.string(),
    }),
  ),
})
export type ListReport = z.output<typeof ListReport>

/** Reads a list-form document that people wrote; throws a UsageError that names every fault at once. */
export function readListReport(document: unknown): FilledReport {
  const list = checked(ListReport, document)
  const { title = DEFAULT_TITLE, organisationCode = null, period, ...head } = list.report
  const rows = list.rows.map(({ raw, ...row }) => ({ ...row, cells: { value: parseCell(raw) } }))
  return checked(FilledReport, {
    head: { ...head, organisationCode, period: readPeriod(period) },
    templateId: null,
    title,
    formNumber: null,
    unitLine: null,
    columns: LIST_COLUMNS,
    rows,
    provenance: null,
  })
}

/** Writes a list-form document, cells as printed; throws a UsageError for a report with several columns of figures. */
export function writeListReport(report: FilledReport): ListReport {
  const [key, ...others] = report.columns.filter((c) => c.content === 'cell').map((c) => c.key)
  if (key === undefined || others.length > 0) {
    const title = JSON.stringify(report.title)
    throw new UsageError(say('The report {title} is not in the list form.', { title }), {
      fix: say('Only reports with a single column of figures have this form.'),
    })
  }
  return {
    report: { ...optionalHead(report), ...writtenHead(report.head) },
    rows: report.rows.map(({ cells, derivation: _, ...row }) => {
      const cell = cells[key]
      return { ...row, raw: cell === undefined ? '' : printCell(cell) }
    }),
  }
}

function optionalHead({ title, head }: FilledReport): Partial<ListReport['report']> {
  return {
    ...(title === DEFAULT_TITLE ? {} : { title }),
    ...(head.organisationCode === null ? {} : { organisationCode: head.organisationCode }),
  }
}

function writtenHead(head: ReportHead): ListReport['report'] {
  const { province, agency, level, issuedOn, reportNumber } = head
  return { province, agency, level, period: writtenPeriod(head.period), issuedOn, reportNumber }
}

function periodText(period: ListPeriod): string {
  const { kind, year, half, quarter, month, week, from, to } = period
  const texts: Record<ListPeriod['kind'], string> = {
    year: `${year}`,
    half: `${year}-H${half}`,
    quarter: `${year}-Q${quarter}`,
    month: `${year}-M${String(month).padStart(2, '0')}`,
    week: `${year}-W${String(week).padStart(2, '0')}`,
    nine_months: `${year}-9M`,
    custom: `${from}..${to}`,
  }
  return texts[kind]
}

function readPeriod(period: ListPeriod): ReportingPeriod {
  const legal = parsePeriod(periodText(period))
  return checked(ReportingPeriod, {
    ...legal,
    from: period.from ?? legal.from,
    to: period.to ?? legal.to,
  })
}

function writtenPeriod(period: ReportingPeriod): ListPeriod {
  const { kind, year, text, from, to } = period
  const part = Number(text.slice(6))
  const written: ListPeriod = { kind, year }
  if (kind === 'half' || kind === 'quarter' || kind === 'month' || kind === 'week') {
    written[kind] = part
  }
  const legal = parsePeriod(text)
  const asPrescribed = kind !== 'custom' && legal.from === from && legal.to === to
  return asPrescribed ? written : { ...written, from, to }
}

function checked<T extends z.ZodType>(schema: T, document: unknown): z.output<T> {
  const result = schema.safeParse(document, { reportInput: true })
  if (result.success) return result.data
  throw new UsageError(say('The document is not a report in the list form.'), {
    fix: say('Correct the places that are named.'),
    faults: faultsOf(result.error),
  })
}

function column(spec: Pick<ReportColumn, 'key' | 'header' | 'content'>): ReportColumn {
  return { ...spec, headerGroups: [], number: null }
}
