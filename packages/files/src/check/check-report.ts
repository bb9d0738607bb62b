import { type AuditedReport, type AuditResult, auditReport } from '@cchc/audit'
import type { FilledReport, Message } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import type { GivenFile } from '../grid/read-grids.ts'
import { readReportFile } from '../report/read-report.ts'
import { readNarrative } from './read-narrative.ts'

/** What to check, and what to hold it against. */
export interface CheckRequest {
  readonly file: GivenFile
  /** JSON: figures that the text states, or the task table; an array of either, or an object with `figures`, `tasks`. */
  readonly narrative?: GivenFile | undefined
  /** The report of the period before, in any form that can be checked. */
  readonly previous?: GivenFile | undefined
  /** Gives reports of the same organisation and period as stored data fill them, for the rows of the file. */
  readonly stored?: ((rows: AuditedReport['rows']) => Promise<readonly FilledReport[]>) | undefined
}

/** Findings, and what of the files was not read, so that nothing could be found there; absent = nothing. */
export interface CheckResult extends AuditResult {
  readonly unread?: readonly Message[]
  /** Tables and columns of the file that were not understood; absent = none. */
  readonly notUnderstood?: readonly Message[]
}

/**
 * Audits a filled report by itself; needs no configuration and no database. Throws a UsageError when a file cannot be
 * read.
 */
export async function checkReport(request: CheckRequest): Promise<CheckResult> {
  const { file, narrative, previous, stored } = request
  const report = await readReportFile(file, { mayBeText: true })
  const told = narrative && readNarrative(narrative, { about: aboutOf(report, file) })
  const before = previous && (await readReportFile(previous))
  const result = auditReport(report, {
    ...told,
    previous: before,
    stored: stored && (await storedReports(await stored(report.rows))),
    catalogue: await loadIndicatorCatalogue(),
  })
  const unread = [...report.unread, ...(before?.unread ?? [])]
  const { notUnderstood } = report
  return {
    ...result,
    ...(unread.length > 0 && { unread }),
    ...(notUnderstood.length > 0 && { notUnderstood }),
  }
}

function aboutOf({ head }: AuditedReport, file: GivenFile): string {
  return [head.province, head.agency, head.title, file.name].filter((text) => text).join(' ')
}

async function storedReports(stored: readonly FilledReport[]): Promise<readonly AuditedReport[]> {
  const { jsonReport } = await import('../report/json-report.ts')
  return stored.map(jsonReport)
}
