import { FilledReport } from '@cchc/domain'
import type { ReportFormat } from '../contract.ts'
import { renderCsv } from './csv.ts'
import { renderMarkdown } from './markdown.ts'

type Renderer = (report: FilledReport) => string | Promise<Uint8Array>

/** exceljs takes longer to load than most commands take to run. */
const RENDERERS: Readonly<Record<ReportFormat, Renderer>> = {
  xlsx: async (report) => (await import('./xlsx.ts')).renderXlsx(report),
  csv: renderCsv,
  md: renderMarkdown,
  json: (report) => `${JSON.stringify(FilledReport.parse(report), null, 2)}\n`,
}

/** The bytes of a report's file. Texts are UTF-8; the same report gives the same text. */
export async function renderReport(
  report: FilledReport,
  format: ReportFormat,
): Promise<Uint8Array> {
  const rendered = await RENDERERS[format](report)
  return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered
}
