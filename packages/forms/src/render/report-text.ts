import type { FilledReport, ReportOrigin } from '@cchc/domain'
import {
  instantText,
  periodTitle,
  printDayRange,
  printInstant,
  printLegalDocument,
  printTreeDay,
} from '@cchc/domain'

/** Words that stand around the table of a report, in every format. */
export interface ReportText {
  readonly form: string | null
  /** By what the form is issued: documents, or a form after which it is made; null where that is the form itself. */
  readonly legalBasis: string | null
  /** Whether one of them is a document that issues forms. */
  readonly isIssued: boolean
  readonly title: string
  readonly reporter: string
  readonly recipient: string
  readonly period: string
  readonly days: string
  readonly unitLine: string | null
  /** What a reader of the printed form must know: that figures are missing, stated by others, or the form unchecked. */
  readonly notes: readonly string[]
  /** Rule, state of the data and sources, which are no part of the printed form; empty for a report that people wrote. */
  readonly technical: readonly string[]
}

/** The words of one report. */
export function reportText(report: FilledReport): ReportText {
  const { head, formNumber, unitLine, legalBasis = [] } = report
  const bases = legalBasis.filter(({ number }) => number !== formNumber)
  return {
    form: formNumber === null ? null : formTitle(formNumber),
    legalBasis: bases.length === 0 ? null : bases.map(printLegalDocument).join('; '),
    isIssued: bases.some(({ type }) => type !== NO_DOCUMENT),
    title: report.title,
    reporter: `Đơn vị báo cáo: ${head.agency}`,
    recipient: `Đơn vị nhận báo cáo: ${report.recipient ?? '……………………'}`,
    period: `Kỳ báo cáo: ${periodTitle(head.period)}`,
    days: `(${printDayRange(head.period)})`,
    unitLine: unitLine === null ? null : `Đơn vị tính: ${unitLine}`,
    notes: report.provenance === null ? [] : official(report.provenance),
    technical: report.provenance === null ? [] : technical(report.provenance),
  }
}

/** The type of what stands for a document: a form may be known by its number before the document that sets it is. */
export const NO_DOCUMENT = 'Biểu mẫu'

function formTitle(number: string): string {
  if (number.startsWith('Phụ lục')) return `Theo mẫu ${number}`
  return number.startsWith('Biểu') ? number : `Biểu số ${number}`
}

function official(origin: ReportOrigin): string[] {
  const { sources, missing = [], stated = [], inMinistries = [], cautions = [] } = origin
  return [
    ...cautions.map((one) => `Lưu ý: ${one}`),
    ...missing.map((one) => `Số liệu chưa đầy đủ: ${one}`),
    ...stated,
    ...inMinistries,
    ...(isWhole(sources) ? [] : [NOT_WHOLE]),
  ]
}

function technical({ rule, sources, madeAt, clock, closed, treeAt }: ReportOrigin): string[] {
  return [
    ...(rule ? [`Quy tắc đếm: ${rule.name} (${rule.id}, phiên bản ${rule.version}).`] : []),
    ...(treeAt === undefined ? [] : [`${printTreeDay(treeAt)}.`]),
    ...(isWhole(sources) ? [asOf(sources)] : []),
    sourceLine(sources),
    `Lập theo dữ liệu có trong hệ thống đến ${printInstant(madeAt)} (${instantText(madeAt)}).`,
    ...clockNote(clock),
    ...closedNotes(closed),
  ]
}

function clockNote(clock: ReportOrigin['clock']): string[] {
  if (clock === undefined) return []
  const then = `Khi lập báo cáo, đồng hồ của máy chỉ ${printInstant(clock)}`
  return [`${then}: trước đó đồng hồ đã chạy nhanh, nên thời điểm của dữ liệu muộn hơn thực tế.`]
}

function closedNotes(closed: ReportOrigin['closed']): string[] {
  if (!closed) return []
  const restated =
    'Dữ liệu nhận sau khi chốt làm thay đổi số liệu của kỳ; báo cáo này giữ số liệu đã chốt.'
  return ['Số liệu của kỳ báo cáo đã được chốt.', ...(closed.restated ? [restated] : [])]
}

const NOT_WHOLE = 'Số liệu chưa đầy đủ: có nguồn chưa đồng bộ xong.'

function isWhole(sources: ReportOrigin['sources']): boolean {
  return sources.length > 0 && sources.every(({ lastCompletedAt }) => lastCompletedAt !== null)
}

function asOf(sources: ReportOrigin['sources']): string {
  const known = sources.flatMap(({ lastCompletedAt }) => lastCompletedAt ?? [])
  return `Số liệu tính đến ${printInstant(Math.min(...known))}.`
}

function sourceLine(sources: ReportOrigin['sources']): string {
  const named = sources.map(({ id, lastCompletedAt }) => {
    const state =
      lastCompletedAt === null
        ? 'chưa đồng bộ xong'
        : `đồng bộ xong lúc ${printInstant(lastCompletedAt)}`
    return `${id} (${state})`
  })
  return named.length === 0 ? 'Nguồn: không có.' : `Nguồn: ${named.join('; ')}.`
}
