import type { AuditedReport, AuditResult } from '@cchc/audit'
import { shareInTemplate } from '@cchc/audit/entered'
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
export { checkReport, type ReportFile, refuseLongFile } from '@cchc/files/check'

/** What to check; `against` = the organisation and period whose stored figures it is held against. */
export interface HubCheckRequest extends Omit<CheckRequest, 'stored'> {
  readonly against?: { readonly org: string; readonly period: string } | undefined
}

/** Audits a filled report, also against the figures that the store holds now. */
export async function checkOf(context: HubContext, request: HubCheckRequest): Promise<AuditResult> {
  const { against, ...rest } = request
  if (!against) return checkReport(rest)
  return checkReport({ ...rest, stored: await storedReports(context, against) })
}

/** Fills every list form of the organisation in which rows of a file stand. */
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
  return (rows: AuditedReport['rows']) => {
    const forms = lists.filter((form) => shareInTemplate(rows, form) > 0)
    return Promise.all(forms.map(({ id }) => fillReport(context, { ...against, template: id })))
  }
}
