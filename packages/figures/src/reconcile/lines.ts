import { findCountingRule, uncataloguedProcedure } from '@cchc/domain'
import type { Explanation, ProcedurePart, Tolerance } from '@cchc/domain/reconcile'
import { isWithinTolerance, RECONCILE_CAUSE_NAMES, verdictOf } from '@cchc/domain/reconcile'
import type { OrganisationTree } from '../organisations/organisation-tree.ts'
import type { Compared } from './explain-portal.ts'
import type { ComparedFigure, PortalFigures } from './portal-figures.ts'
import type { CauseOfProcedure, LineCause, ReconcileLine } from './reconciliation.ts'

interface Setting {
  readonly portal: PortalFigures
  readonly names: OrganisationTree
  readonly tolerance: Tolerance
  /** Names of procedures by their codes. */
  readonly procedures: ReadonlyMap<string, { readonly name: string }>
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
  const causes = difference === 0 ? [] : causesOf(setting, compared.explanations, key)
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
    ...inMinistries(portal, compared, key),
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
  { portal, procedures }: Setting,
  explanations: readonly Explanation[],
  key: string,
): LineCause[] {
  const names = new Map([
    ...portal.counting.others.map(({ detail, name }) => [detail, name] as const),
    ...Object.entries(portal.ministries).map(([source, { name }]) => [source, name] as const),
  ])
  const merged = new Map<string, LineCause>()
  for (const { cause, detail, confidence, effect, affected, ...rest } of explanations) {
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
      ...(rest.procedures && {
        procedures: partsOf(known?.procedures ?? [], rest.procedures, { key, procedures }),
      }),
    })
  }
  return [...merged.values()]
}

/** The parts of one more place added, by procedure, the most dossiers first. */
function partsOf(
  known: readonly CauseOfProcedure[],
  more: readonly ProcedurePart[],
  { key, procedures }: Pick<Setting, 'procedures'> & { readonly key: string },
): readonly CauseOfProcedure[] {
  const sums = new Map(known.map((one) => [one.code, one]))
  for (const { procedure: code, effect, affected } of more) {
    const dossiers = affected[key] ?? 0
    if (dossiers === 0) continue
    const sum = sums.get(code)
    sums.set(code, {
      code,
      name: code === null ? null : (procedures.get(code)?.name ?? uncataloguedProcedure(code)),
      dossiers: (sum?.dossiers ?? 0) + dossiers,
      effect: (sum?.effect ?? 0) + (effect[key] ?? 0),
    })
  }
  return [...sums.values()].toSorted(
    (a, b) => b.dossiers - a.dossiers || ((a.code ?? '') < (b.code ?? '') ? -1 : 1),
  )
}

/** Nothing where there is no such system, or the portal counts its own dossiers. */
function inMinistries(
  { comparison, ministries }: PortalFigures,
  { besides }: Compared,
  key: string,
): Pick<ReconcileLine, 'inMinistries'> {
  if (comparison.dossiers === 'own' || Object.keys(ministries).length === 0) return {}
  if (besides.stated.some((amounts) => amounts[key] === undefined)) return { inMinistries: null }
  const stated = besides.stated.map((amounts) => amounts[key] ?? 0)
  return { inMinistries: stated.reduce((sum, one) => sum + one, besides.counted[key] ?? 0) }
}
