import { findCountingRule } from '@cchc/domain'
import type { Explanation, Tolerance } from '@cchc/domain/reconcile'
import { isWithinTolerance, RECONCILE_CAUSE_NAMES, verdictOf } from '@cchc/domain/reconcile'
import type { OrganisationTree } from '../organisations/organisation-tree.ts'
import type { Compared } from './explain-portal.ts'
import type { ComparedFigure, PortalFigures } from './portal-figures.ts'
import type { LineCause, ReconcileLine } from './reconciliation.ts'

interface Setting {
  readonly portal: PortalFigures
  readonly names: OrganisationTree
  readonly tolerance: Tolerance
}

/**
 * The figures of one organisation and period that the portal states; where it states none at all, the one that shows that
 * dossiers are missing there.
 */
export function linesOf(setting: Setting, compared: Compared): ReconcileLine[] {
  const { portal } = setting
  const { organisation, period, here } = compared
  const stated = portal.figures.filter(({ key }) => portal.stated(organisation, period, key))
  if (stated.length > 0) return stated.map((figure) => lineOf(setting, compared, figure))
  if (!portal.owesAll) return []
  return portal.figures
    .slice(0, 1)
    .filter(({ key }) => (here[key] ?? 0) > 0)
    .map((figure) => lineOf(setting, compared, figure))
}

function lineOf(setting: Setting, compared: Compared, figure: ComparedFigure): ReconcileLine {
  const { portal, names, tolerance } = setting
  const { organisation, period } = compared
  const { key, measure, channel, portalMeasure } = figure
  const here = compared.here[key] ?? 0
  const there = portal.stated(organisation, period, key)?.value ?? null
  const difference = (there ?? 0) - here
  const causes = difference === 0 ? [] : causesOf(portal, compared.explanations, key)
  const unexplained = causes.reduce((rest, { effect }) => rest - effect, difference)
  return {
    source: portal.source,
    portal: portal.comparison.name,
    rule: ruleOf(portal),
    organisation: names.describe(organisation),
    period: periodOf(portal, period),
    channel,
    measure,
    portalMeasure,
    here,
    there,
    difference,
    verdict: verdictOf(here, there),
    causes,
    unexplained,
    explained: unexplained === 0,
    withinTolerance: isWithinTolerance(
      { unexplained, larger: Math.max(here, there ?? 0) },
      tolerance,
    ),
  }
}

function ruleOf({ comparison: { rule: id, ruleName } }: PortalFigures): ReconcileLine['rule'] {
  const name = ruleName ?? findCountingRule(id)?.name
  return { id, name: name ?? id }
}

function periodOf(portal: PortalFigures, index: number): ReconcileLine['period'] {
  const period = portal.periods[index]
  if (!period) throw new RangeError(`no period ${index}`)
  return { from: period.first, to: period.last, provisional: period.provisional }
}

/** The same cause found at several organisations below is one cause. */
function causesOf(
  { counting }: PortalFigures,
  explanations: readonly Explanation[],
  key: string,
): LineCause[] {
  const names = new Map(counting.others.map(({ detail, name }) => [detail, name]))
  const merged = new Map<string, LineCause>()
  for (const { cause, detail, confidence, effect, affected } of explanations) {
    const amount = effect[key] ?? 0
    const dossiers = affected[key] ?? 0
    if (dossiers === 0) continue
    const id = [cause, detail, confidence].join(' ')
    const known = merged.get(id)
    merged.set(id, {
      code: cause,
      name: RECONCILE_CAUSE_NAMES[cause],
      detail: detail === null ? null : { code: detail, name: names.get(detail) ?? detail },
      dossiers: (known?.dossiers ?? 0) + dossiers,
      effect: (known?.effect ?? 0) + amount,
      confidence,
    })
  }
  return [...merged.values()]
}
