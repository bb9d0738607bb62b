import type { FilledReport, ReportingPeriod, ReportTemplate } from '@cchc/domain'
import type { NamedOrganisation, OrganisationTree } from '@cchc/figures'

/** Who makes which report for which period. */
export interface Issuing {
  readonly template: ReportTemplate
  readonly organisation: NamedOrganisation
  readonly tree: OrganisationTree
  readonly period: ReportingPeriod
}

const PROVINCE = /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố)\s+/iu

function rootOf({ organisation, tree }: Issuing): NamedOrganisation {
  return tree.describe(organisation.code.split('.')[0] ?? organisation.code)
}

/** The head of a report: the agency and its superior; number and day of issue are left to people. */
export function headOf(issuing: Issuing): FilledReport['head'] {
  const root = rootOf(issuing)
  const { organisation, period } = issuing
  return {
    province: root.level === 'province' ? root.name.replace(PROVINCE, '') : null,
    agency: organisation.name,
    organisationCode: organisation.code,
    level: organisation.level,
    period,
    issuedOn: null,
    reportNumber: null,
    superior: superiorOf(issuing),
  }
}

/** Who receives the report: a unit below a province sends it to the province. */
export function recipientOf(issuing: Issuing): string | null {
  const root = rootOf(issuing)
  const { organisation, template } = issuing
  return organisation.code === root.code ? (template.recipient ?? null) : root.name
}

/** Agencies that stand under another one name it above them; people's committees stand alone. */
function superiorOf({ organisation, tree }: Issuing): string | null {
  const above = organisation.code.split('.').slice(0, -1).join('.')
  const standsAlone = organisation.level !== 'department' && organisation.level !== 'unit'
  return standsAlone || above === '' ? null : tree.describe(above).name
}
