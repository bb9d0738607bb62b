import type { Fault, IndicatorId, ReportTemplate } from '@cchc/domain'
import { type Cell, cellNumber, inThousands, say } from '@cchc/domain'
import type { CatalogueIndicator, IndicatorCatalogue } from '@cchc/domain/catalogue'
import { auditReport } from '../audit.ts'
import type { DefectKind } from '../finding.ts'
import { tidy } from '../meaning/as-meant.ts'
import type { AuditedReport, AuditedRow } from '../meaning/audited-report.ts'
import { moneyUnit } from '../meaning/unit-kind.ts'
import { inVietnamese, shortLabel } from '../phrases.ts'
import { longerThanKept, readEnteredCell } from './entered-cell.ts'
import { matchRows, type RowMeaning } from './match-rows.ts'

/** A figure of a filled report, ready to be entered. */
export interface FigureOfReport {
  readonly indicatorId: IndicatorId
  readonly cell: Cell
  readonly note: string
  /** Where it stands, such as `Biểu 1!D12`. */
  readonly address: string
}

/** Something to look at that does not keep figures out; `message` is a Vietnamese sentence for the official. */
export interface EntryFinding {
  readonly address: string
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** What a filled report holds. With faults nothing of it may be entered. */
export interface FiguresOfReport {
  readonly figures: readonly FigureOfReport[]
  readonly faults: readonly Fault[]
  readonly findings: readonly EntryFinding[]
  /** Rates that are computed from their parts, wherever they are printed. */
  readonly computed: readonly IndicatorId[]
  /** Indicators whose cells are blank. */
  readonly blank: readonly IndicatorId[]
}

interface Reading {
  readonly catalogue: ReadonlyMap<string, CatalogueIndicator>
  readonly figures: FigureOfReport[]
  readonly faults: Fault[]
  readonly findings: EntryFinding[]
  readonly computed: { readonly indicator: CatalogueIndicator; readonly row: AuditedRow }[]
  readonly blank: IndicatorId[]
}

/**
 * Takes the figures out of a filled report. A rate whose parts are indicators is never taken as it stands: it is
 * computed from them, and a printed one that says otherwise is a finding.
 */
export function figuresOfReport(
  report: AuditedReport,
  options: { readonly template: ReportTemplate | null; readonly catalogue: IndicatorCatalogue },
): FiguresOfReport {
  const { catalogue } = options
  const reading: Reading = {
    catalogue: new Map(catalogue.indicators.map((one) => [one.id, one])),
    figures: [],
    faults: [],
    findings: [],
    computed: [],
    blank: [],
  }
  for (const meaning of matchRows(report.rows, options)) readRow(reading, meaning)
  for (const one of reading.computed) lookForParts(reading, one)
  reading.findings.push(...arithmetic(report, catalogue))
  const computed = reading.computed.map(({ indicator }) => indicator.id)
  return { ...reading, computed }
}

/** Where a figure stands: the address of its cell, or the number of its row. */
function addressOf({ address, sheet, line }: AuditedRow): string {
  return address ?? (sheet === null ? `${line}` : `${sheet}!${line}`)
}

function readRow(reading: Reading, meaning: RowMeaning): void {
  const indicator = reading.catalogue.get(meaning.indicatorId ?? '')
  const { row, templateRow } = meaning
  const unit = row.unit || (templateRow?.unit ?? '')
  if (indicator) readKnown(reading, { row, indicator, unit })
  else readUnknown(reading, meaning)
}

interface Known {
  readonly row: AuditedRow
  readonly indicator: CatalogueIndicator
  /** As the file states it, otherwise as its form does. */
  readonly unit: string
}

function readKnown(reading: Reading, known: Known): void {
  const { row, indicator } = known
  const blank = row.value === ''
  if (blank) reading.blank.push(indicator.id)
  if (indicator.quotient) {
    if (!blank) reading.computed.push({ indicator, row })
    return
  }
  if (blank && row.note === '') return
  readFigure(reading, known)
}

function readFigure(reading: Reading, { row, indicator, unit }: Known): void {
  const address = addressOf(row)
  const read = readEnteredCell(row.value, indicator)
  const longNote = longerThanKept(row.note)
  const fault =
    'fault' in read ? read.fault : longNote && say('the note {fault}', { fault: longNote })
  if ('fault' in read || fault) {
    const message = say('{fault} ({label})', { fault: fault ?? '', label: shortLabel(row.label) })
    reading.faults.push({ path: address, message })
    return
  }
  if (read.words) {
    const kept = 'được giữ nguyên văn, không dùng để tính.'
    warn(reading, row, `cần một con số, nhưng ghi “${row.value}”; ${kept}`)
  }
  reading.figures.push({
    indicatorId: indicator.id,
    cell: inUnit(read.cell, { from: unit, to: indicator.unit }),
    note: row.note,
    address,
  })
}

/** Money that is stated in one unit, such as tỷ đồng, in another one, such as triệu đồng; other cells stay as they are. */
export function inUnit(
  cell: Cell,
  { from, to }: { readonly from: string; readonly to: string },
): Cell {
  const [own, asked] = [moneyUnit(from), moneyUnit(to)]
  if (own === -1 || asked === -1) return cell
  const direction = own < asked ? 'down' : 'up'
  const steps = Array.from({ length: Math.abs(asked - own) })
  return steps.reduce((one: Cell) => inThousands(one, direction), cell)
}

function readUnknown(reading: Reading, { row, templateRow, repeats }: RowMeaning): void {
  if (row.value === '') return
  if (repeats && row.value !== repeats.value) {
    reading.faults.push({
      path: addressOf(row),
      message: say('says {value}, but {place} says {other} of the same ({label})', {
        value: quoted(row),
        place: addressOf(repeats),
        other: quoted(repeats),
        label: shortLabel(row.label),
      }),
    })
  }
  if (repeats) return
  const why = templateRow
    ? 'là đề mục, không có số liệu'
    : 'không có trong biểu mẫu và danh mục chỉ tiêu'
  warn(reading, row, `${why}; giá trị “${row.value}” không được nhập.`)
}

function warn({ findings }: Reading, row: AuditedRow, what: string): void {
  const message = `“${shortLabel(row.label)}” ${what}`
  findings.push({ address: addressOf(row), severity: 'warning', message })
}

function quoted({ value }: AuditedRow): string {
  return JSON.stringify(value.slice(0, 40))
}

/** A printed rate without its parts is lost, which its author has to know. */
function lookForParts(reading: Reading, { indicator, row }: Reading['computed'][number]): void {
  const { figures, catalogue } = reading
  const { quotient } = indicator
  if (!quotient || row.value === '-') return
  const missing = [quotient.numerator, quotient.denominator].filter((id) => {
    const part = figures.find(({ indicatorId }) => indicatorId === id)
    return part === undefined || cellNumber(part.cell) === null
  })
  if (missing.length === 0) return
  const names = missing.map((id) => `“${shortLabel(catalogue.get(id)?.label ?? id)}” (${id})`)
  const lost = `nhưng tệp không có ${names.join(' và ')}; giá trị “${row.value}” không được nhập.`
  warn(reading, row, `được tính từ số liệu thành phần, ${lost}`)
}

const ARITHMETIC: readonly DefectKind[] = ['percentages', 'sums', 'bounds']

/** Percentages, sums, and parts above their whole. */
function arithmetic(report: AuditedReport, catalogue: IndicatorCatalogue): readonly EntryFinding[] {
  return auditReport(report, { catalogue })
    .findings.filter(({ kind }) => ARITHMETIC.includes(kind))
    .map(({ rows: [first], cells, severity, explanation }) => {
      const row = report.rows.find(
        ({ line, label }) => line === first?.line && tidy(label) === first.label,
      )
      const address = cells?.[0] ?? (row ? addressOf(row) : '')
      return { address, severity, message: inVietnamese(explanation) }
    })
}
