import type { FilledReport } from '@cchc/domain'
import type { FigureScope, NamedOrganisation } from '@cchc/figures'
import type { OpenReport } from './open-report.ts'

const PROVINCE = /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố)(?:\s+|$)/iu

type Issuer = Pick<FigureScope, 'organisation' | 'names' | 'period'>

function rootOf({ organisation, names }: Issuer): NamedOrganisation {
  return names.organisations.describe(organisation.code.split('.')[0] ?? organisation.code)
}

/** The head of a report: the agency and its superior; number and day of issue are left to people. */
export function headOf(issuer: Issuer): FilledReport['head'] {
  const root = rootOf(issuer)
  const { organisation, period } = issuer
  return {
    province: root.level === 'province' ? root.name.replace(PROVINCE, '') || null : null,
    agency: organisation.name,
    organisationCode: organisation.code,
    level: organisation.level,
    period,
    issuedOn: null,
    reportNumber: null,
    superior: superiorOf(issuer),
  }
}

/** Who receives the report: a unit below a province sends it to the province, unless the form is that of such units and says whom. */
export function recipientOf({ template, scope }: OpenReport): string | null {
  const root = rootOf(scope)
  const { recipient = null, laterRecipients = [] } = template
  const later = laterRecipients.findLast(({ from }) => from <= scope.period.to)
  const stated = later?.recipient ?? recipient
  if (scope.organisation.code === root.code) return stated
  const isOthers = stated === null || stated === scope.organisation.name
  return isOthers || !isMadeBelow(template) ? root.name : stated
}

/** Whether only units below a province make a form. */
function isMadeBelow({ levels = ['province'] }: OpenReport['template']): boolean {
  return !levels.includes('province') && !levels.includes('central')
}

/** Agencies that stand under another one name it above them; people's committees stand alone. */
function superiorOf({ organisation, names }: Issuer): string | null {
  const above = organisation.code.split('.').slice(0, -1).join('.')
  const standsAlone = organisation.level !== 'department' && organisation.level !== 'unit'
  return standsAlone || above === '' ? null : names.organisations.describe(above).name
}
