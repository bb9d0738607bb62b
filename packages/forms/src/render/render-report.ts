import { FilledReport } from '@cchc/domain'
import { renderCsv } from './csv.ts'
import { renderMarkdown } from './markdown.ts'
import type { ReportFormat } from './report-formats.ts'

type Renderer = (report: FilledReport) => string | Promise<Uint8Array>

/** exceljs and docx take longer to load than most commands take to run. */
const RENDERERS: Readonly<Record<ReportFormat, Renderer>> = {
  xlsx: async (report) => (await import('./xlsx.ts')).renderXlsx(report),
  docx: async (report) => (await import('./docx.ts')).renderDocx(report),
  csv: renderCsv,
  md: renderMarkdown,
  json: (report) => `${JSON.stringify(FilledReport.parse(report), null, 2)}\n`,
}

/** The bytes of a report's file; the same report gives the same bytes. Texts are UTF-8. */
export async function renderReport(
  report: FilledReport,
  format: ReportFormat,
): Promise<Uint8Array> {
  const rendered = await RENDERERS[format](report)
  return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered
}
