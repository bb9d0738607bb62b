import { parsePeriod } from '@cchc/domain'
import { parseTolerance } from '@cchc/domain/reconcile'
import { type ReconcileResult, reconcile } from '@cchc/figures'
import type { Hub } from './contract.ts'
import type { FiguresContext } from './figures.ts'
import { requireOrganisation } from './organisations.ts'
import { chooseSources } from './source-runs.ts'

/** Portals count calendar periods: a reporting month ends with the calendar's month here. */
const CALENDAR = { day: 31 }

/** Compares with the own figures of the portals that are configured; the configured organisation unless told otherwise. */
export async function reconciliationOf(
  { store, config }: FiguresContext,
  query: Parameters<Hub['reconcile']>[0],
): Promise<ReconcileResult> {
  const { from, to } = parsePeriod(query.period, CALENDAR)
  const tolerance = parseTolerance(query.tolerance ?? '0')
  const sources = chooseSources(config, query.sources)
  const asked = query.organisation ?? config.reporting.organisation
  return reconcile(store, {
    comparisons: Object.fromEntries(
      sources.map(({ id, connector }) => [id, connector.compares ?? []]),
    ),
    from,
    to,
    tolerance,
    organisation: asked === undefined ? undefined : await requireOrganisation(store, asked),
  })
}
