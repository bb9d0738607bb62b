import type { AuditedReport } from '@cchc/audit'
import { shareInTemplate } from '@cchc/audit/entered'
import { parsePeriod } from '@cchc/domain'
import { type CheckRequest, type CheckResult, checkReport } from '@cchc/files/check'
import { lacksOf } from '@cchc/forms'
import { preferInForce, templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { fillReport } from '../filling/fill-report.ts'
import { listOrganisations, requireOrganisation } from '../organisations/organisations.ts'

export {
  AUDIT_NEEDS,
  AUDIT_RULES,
  type AuditResult,
  type AuditRule,
  commentOn,
  commentText,
  DEFECT_KINDS,
  type FileComment,
  type Finding,
  inVietnamese,
  type PrintedFinding,
  printAudit,
} from '@cchc/audit'
export { annotated } from '@cchc/files/annotate'
export { checkReport, type GivenFile } from '@cchc/files/check'

/** What to check; `against` = the organisation and period whose stored figures it is held against. */
export interface HubCheckRequest extends Omit<CheckRequest, 'stored'> {
  readonly against?: { readonly org: string; readonly period: string } | undefined
}

/** Findings, and what of the stored figures no source has read, so that nothing could be held against it. */
export interface HubAuditResult extends CheckResult {
  readonly missing?: readonly string[]
}

/** Audits a filled report, also against the figures that the store holds now. */
export async function checkOf(
  context: HubContext,
  request: HubCheckRequest,
): Promise<HubAuditResult> {
  const { against, ...rest } = request
  if (!against) return checkReport(rest)
  const fill = await storedReports(context, against)
  const missing = new Set<string>()
  const stored = async (rows: AuditedReport['rows']) => {
    const filled = await fill(rows)
    for (const lack of filled.flatMap((one) => lacksOf(one).missing))
      missing.add(context.words(lack))
    return filled
  }
  return { ...(await checkReport({ ...rest, stored })), missing: [...missing] }
}

/** Fills every list form of the organisation in force in the period in which rows of a file stand. */
async function storedReports(
  context: HubContext,
  against: NonNullable<HubCheckRequest['against']>,
) {
  const code = await requireOrganisation(context.store, against.org)
  const level = (await listOrganisations(context.store)).find((one) => one.code === code)?.level
  const made = templatesOf(context.config).filter(
    ({ generatedBy, levels }) =>
      generatedBy.length === 0 && (levels ?? [level]).some((own) => own === level),
  )
  const { to } = parsePeriod(against.period, { day: context.config.reporting.cutOffDay })
  const lists = preferInForce(made, to)
  return async (rows: AuditedReport['rows']) => {
    const forms = lists.filter((form) => shareInTemplate(rows, form) > 0)
    const asked = { ...against, anyway: true }
    return Promise.all(forms.map(({ id }) => fillReport(context, { ...asked, template: id })))
  }
}
