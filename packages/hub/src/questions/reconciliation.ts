import { parsePeriod } from '@cchc/domain'
import { parseTolerance } from '@cchc/domain/reconcile'
import { type ReconcileResult, reconcile } from '@cchc/figures'
import type { HubContext } from '../context.ts'
import type { Hub } from '../contract.ts'
import { requireOrganisation } from '../organisations/organisations.ts'
import { chooseSources } from '../sources/choose-sources.ts'

/** Portals count calendar periods: a reporting month ends with the calendar's month here. */
const CALENDAR = { day: 31 }

/** Compares with the portals' own figures; the configured organisation unless told otherwise. */
export async function reconciliationOf(
  { store, config }: HubContext,
  query: Parameters<Hub['reconcile']>[0],
): Promise<ReconcileResult> {
  const { from, to } = parsePeriod(query.period, CALENDAR)
  const tolerance = parseTolerance(query.tolerance ?? '0')
  if (query.sources) chooseSources(config, query.sources)
  const asked = query.organisation ?? config.reporting.organisation
  return reconcile(store, {
    from,
    to,
    tolerance,
    ...(asked === undefined ? {} : { organisation: await requireOrganisation(store, asked) }),
    ...(query.sources ? { sources: query.sources } : {}),
  })
}
