import { NotFoundError, say } from '@cchc/domain'
import { NO_TOLERANCE, VERDICTS, type Verdict } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import { loadOrganisations } from '../organisations/organisation-tree.ts'
import { unifiedProcedures } from '../procedures/unified-procedures.ts'
import { countHere } from './counted-here.ts'
import { explainPortal } from './explain-portal.ts'
import { linesOf } from './lines.ts'
import { loadPortalFigures, type PortalFigures } from './portal-figures.ts'
import type {
  ReconcileLine,
  ReconcileQuery,
  ReconcileResult,
  ReconcileSummary,
} from './reconciliation.ts'
import { loadStatedPortals } from './stated-portals.ts'

const LATE_DAYS = 15

/**
 * Counts the hub's dossiers as each portal counts them and compares figure by figure, with the causes that the dossiers
 * show. Throws NotFoundError when no portal states a figure for a period within the days.
 */
export async function reconcile(store: Store, query: ReconcileQuery): Promise<ReconcileResult> {
  const { from, to, tolerance = NO_TOLERANCE, lateDays = LATE_DAYS } = query
  const names = await loadOrganisations(store)
  const organisation = query.organisation === undefined ? null : names.require(query.organisation)
  const portals = [...(await loadPortals(store, query)), ...(await loadStatedPortals(store, query))]
  if (portals.length === 0) throw nothingStated(query)
  const counted = await countHere(store, portals, query.organisation)
  const procedures = await proceduresNamed(store, query)
  const lines: ReconcileLine[] = []
  for (const [index, portal] of portals.entries()) {
    const here = counted[index]
    if (!here) continue
    const compared = await explainPortal({ portal, counted: here, lateDays })
    lines.push(...compared.flatMap((one) => linesOf({ portal, names, tolerance, procedures }, one)))
  }
  return { from, to, organisation, tolerance, lines, summary: summaryOf(lines) }
}

/** Causes are told by procedure where there are ministries' systems. */
async function proceduresNamed(store: Store, { ministries = {} }: ReconcileQuery) {
  const isAsked = Object.keys(ministries).length > 0
  const procedures = isAsked ? await unifiedProcedures(store) : []
  return new Map(procedures.map((procedure) => [procedure.code, procedure]))
}

/** Portals of others' dossiers first, then those of their own, each by source. */
async function loadPortals(store: Store, query: ReconcileQuery): Promise<PortalFigures[]> {
  const declared = Object.entries(query.comparisons)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([source, comparisons]) => comparisons.map((comparison) => ({ source, comparison })))
  const byDossiers = Map.groupBy(declared, ({ comparison }) => comparison.dossiers)
  const portals: PortalFigures[] = []
  for (const one of [...(byDossiers.get('others') ?? []), ...(byDossiers.get('own') ?? [])]) {
    const portal = await loadPortalFigures(store, one, query)
    if (portal.periods.length > 0) portals.push(portal)
  }
  return portals
}

function nothingStated({ from, to }: ReconcileQuery): NotFoundError {
  return new NotFoundError(
    say('No portal states figures of its own for a period within {from}..{to}', { from, to }),
    {
      fix: say(
        'Sync the national portal first; its figures are of calendar periods: years, and quarters and months where reporting.periods asks for them.',
      ),
    },
  )
}

function summaryOf(lines: readonly ReconcileLine[]): ReconcileSummary {
  const count = (holds: (line: ReconcileLine) => boolean) => lines.filter(holds).length
  const byVerdict = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, count((line) => line.verdict === verdict)]),
  ) as Record<Verdict, number>
  const differs = (line: ReconcileLine) => line.verdict !== 'equal'
  return {
    lines: lines.length,
    byVerdict,
    explained: count((line) => differs(line) && line.explained),
    withinTolerance: count((line) => !line.explained && line.withinTolerance),
    open: count(isOpen),
  }
}

function isOpen({ explained, withinTolerance }: ReconcileLine): boolean {
  return !explained && !withinTolerance
}
