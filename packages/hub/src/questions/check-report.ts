import type { AuditResult } from '@cchc/audit'
import { type CheckRequest, checkReport } from '@cchc/files/check'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { listOrganisations, requireOrganisation } from '../organisations/organisations.ts'
import { fillReport } from './report.ts'

export {
  AUDIT_NEEDS,
  AUDIT_RULES,
  type AuditResult,
  type AuditRule,
  DEFECT_KINDS,
  type Finding,
  inVietnamese,
  type PrintedFinding,
  printAudit,
} from '@cchc/audit'
export { checkReport, type ReportFile } from '@cchc/files/check'

/** What to check; `against` = the organisation and period whose stored figures it is held against. */
export interface HubCheckRequest extends Omit<CheckRequest, 'stored'> {
  readonly against?: { readonly org: string; readonly period: string } | undefined
}

/** Findings, and what of the stored figures no source has read, so that nothing could be held against it. */
export interface HubAuditResult extends AuditResult {
  readonly missing?: readonly string[]
}

/** Audits a filled report, also against the figures that the store holds now. */
export async function checkOf(
  context: HubContext,
  request: HubCheckRequest,
): Promise<HubAuditResult> {
  const { against, ...rest } = request
  if (!against) return checkReport(rest)
  const stored = await storedReports(context, against)
  const missing = new Set(stored.flatMap(({ provenance }) => provenance?.missing ?? []))
  return { ...(await checkReport({ ...rest, stored })), missing: [...missing] }
}

/** Every list-form report that the organisation makes, filled from the store. */
async function storedReports(
  context: HubContext,
  against: NonNullable<HubCheckRequest['against']>,
) {
  const code = await requireOrganisation(context.store, against.org)
  const level = (await listOrganisations(context.store)).find((one) => one.code === code)?.level
  const lists = templatesOf(context.config).filter(
    ({ generatedBy, levels }) =>
      generatedBy.length === 0 && (levels ?? [level]).some((own) => own === level),
  )
  return Promise.all(
    lists.map(({ id }) => fillReport(context, { ...against, template: id, anyway: true })),
  )
}
