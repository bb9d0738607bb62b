import { parseDay, printDay } from '@cchc/domain'
import { type AuditContext, finding, sentence, whereIs } from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { isOfOneBody } from '../meaning/document-number.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { type CitedDate, knownDateFindings } from './known-documents.ts'

/** A document that a text cites, with its date as printed. */
export interface Citation {
  readonly number: string
  readonly printedDate: string
  readonly day: string | undefined
}

const CITED =
  /(?<number>\d+(?:\/\d{4})?\/[A-ZĐ][\p{L}0-9-]*(?:-[\p{L}0-9]+)*)\s*[,(]?\s*ngày\s*(?<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/gu

/** The documents that a text cites with number and date, such as `số 72/KH-BDT ngày 28/12/2022`. */
export function citations(text: string): readonly Citation[] {
  return [...text.normalize('NFC').matchAll(CITED)].map(({ groups }) => {
    const { number = '', date = '' } = groups ?? {}
    return { number, printedDate: date, day: parseDay(/tháng/.test(date) ? `ngày ${date}` : date) }
  })
}

/** Kind 10: days that do not exist, documents of a later day than the report, one document with two dates. */
export function dateFindings(context: AuditContext): readonly Finding[] {
  const cited = context.rows.flatMap((row) =>
    citations(`${row.label}\n${row.value}\n${row.note}`).map((citation) => ({ row, citation })),
  )
  const { issuedOn, period } = context.report.head
  const latest = issuedOn ?? period.to
  return [
    ...cited.flatMap((one) => impossible(one) ?? []),
    ...cited.flatMap((one) => afterReport(one, { latest, sure: issuedOn !== null }) ?? []),
    ...twoDates(cited),
    ...knownDateFindings(cited.flatMap(dated)),
    ...tooEarly(context),
  ]
}

interface Cited {
  readonly row: OutlineRow
  readonly citation: Citation
}

function dated({ row, citation: { number, day } }: Cited): readonly CitedDate[] {
  const { line, code, label } = row
  return day === undefined
    ? []
    : [{ rows: [{ line, code, label }], where: whereIs(row), number, day }]
}

function impossible({ row, citation }: Cited): Finding | undefined {
  if (citation.day !== undefined) return undefined
  return finding([row], {
    rule: 'no-such-day',
    kind: 10,
    severity: 'error',
    printed: `${citation.number} ngày ${citation.printedDate}`,
    expected: 'một ngày có thật',
    explanation: sentence(
      `${whereIs(row)} dẫn văn bản ${citation.number} ngày ${citation.printedDate}: không có ngày này trong lịch.`,
    ),
  })
}

function afterReport(
  { row, citation }: Cited,
  { latest, sure }: { readonly latest: string | null; readonly sure: boolean },
): Finding | undefined {
  if (citation.day === undefined || latest === null || citation.day <= latest) return undefined
  return finding([row], {
    rule: 'dated-after-report',
    kind: 10,
    severity: sure ? 'error' : 'warning',
    printed: `${citation.number} ngày ${citation.printedDate}`,
    expected: `không sau ngày ${printDay(latest)}`,
    explanation: sentence(
      `${whereIs(row)} dẫn văn bản ${citation.number} ngày ${citation.printedDate}, sau ngày ${sure ? 'của báo cáo' : 'kết thúc kỳ báo cáo'} (${printDay(latest)}).`,
    ),
  })
}

/** Numbers begin anew each January: one number of one year is one document. */
function twoDates(cited: readonly Cited[]): readonly Finding[] {
  const byNumber = Map.groupBy(
    cited.filter(({ citation }) => citation.day !== undefined),
    ({ citation }) => `${citation.number} ${citation.day?.slice(0, 4)}`,
  )
  return [...byNumber.values()].flatMap((all) => {
    const number = all[0]?.citation.number ?? ''
    const days = new Map(all.map((one) => [one.citation.day, one]))
    if (days.size < 2) return []
    const rows = [...new Set([...days.values()].map(({ row }) => row))]
    const printed = [...days.values()].map(({ citation }) => citation.printedDate).join(' và ')
    return finding(rows, {
      rule: 'one-document-two-dates',
      kind: 10,
      severity: isOfOneBody(number) ? 'error' : 'warning',
      printed: `${number} ngày ${printed}`,
      expected: 'một ngày ban hành',
      explanation: sentence(
        `văn bản ${number} được dẫn với hai ngày khác nhau, ${printed} (dòng ${rows.map((row) => row.line).join(', ')}).`,
      ),
    })
  })
}

function tooEarly({ report }: AuditContext): readonly Finding[] {
  const { issuedOn, period } = report.head
  if (issuedOn === null || period.from === null || issuedOn >= period.from) return []
  return [
    finding([], {
      rule: 'report-before-period',
      kind: 10,
      severity: 'error',
      printed: printDay(issuedOn),
      expected: `từ ngày ${printDay(period.from)} trở đi`,
      explanation: `Báo cáo đề ngày ${printDay(issuedOn)}, trước khi kỳ báo cáo bắt đầu (${printDay(period.from)}).`,
    }),
  ]
}
