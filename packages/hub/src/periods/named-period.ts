import { parsePeriod, type ReportingPeriod } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'

/** Which period of which organisation, with everything below it; the configured one unless named. */
export interface PeriodAsked {
  readonly org?: string | undefined
  readonly period: string
}

/** A period with the organisation's code, as it is asked for. */
export interface NamedPeriod {
  readonly organisation: string
  readonly period: ReportingPeriod
}

/** The period that is meant; throws UsageError when no organisation is named or configured. */
export async function namedPeriod(hub: HubContext, asked: PeriodAsked): Promise<NamedPeriod> {
  const named = organisationText(hub, asked, 'A period is closed for an organisation.')
  const period = parsePeriod(asked.period, { day: hub.config.reporting.cutOffDay })
  return { organisation: await requireOrganisation(hub.store, named), period }
}
