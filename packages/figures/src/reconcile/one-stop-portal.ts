import {
  btp07a,
  type CountingRule,
  type Dossier,
  type DossierStatistics,
  type ExtraFigures,
  opencps2,
  qd766,
  Tally,
  tt01,
} from '@cchc/domain'
import { type Amounts, type Days, explanationOf, minus } from '@cchc/domain/reconcile'
import type { Counter, PortalDefinition, Scene, StatedFigure } from './portal-definition.ts'

const FIGURES: readonly StatedFigure[] = [
  figure('processCount', 'total'),
  figure('receivedCount', 'received'),
  figure('onlineCount', 'received', 'online'),
  figure('onegateCount', 'received', 'direct_postal'),
  figure('remainingCount', 'carriedOver'),
  figure('releaseCount', 'resolved'),
  figure('betimesCount', 'resolvedEarly'),
  figure('ontimeCount', 'resolvedOnTime'),
  figure('overtimeCount', 'resolvedLate'),
  figure('overdueCount', 'pendingOverdue'),
  figure('waitingCount', 'waiting'),
  figure('cancelledCount', 'withdrawn'),
]

function figure(
  key: string,
  measure: StatedFigure['measure'],
  channel: StatedFigure['channel'] = null,
): StatedFigure {
  return { key, portalMeasure: `opencps-statistics.${key}`, measure, channel }
}

/** The statistics that an OpenCPS keeps of its own dossiers, agency by agency. */
export const oneStopPortal: PortalDefinition = {
  name: 'thống kê OpenCPS',
  rule: { id: opencps2.id, name: opencps2.name },
  nested: false,
  ownDossiers: true,
  figures: FIGURES,
  counter: (periods) => tallyCounter(opencps2, periods),
  fixedCauses: (scene) => [...otherRules(scene), afterwards(scene)],
  fittingCauses: () => () => undefined,
}

function tallyCounter(rule: CountingRule, periods: readonly Days[]): Counter {
  const tallies = periods.map(({ from, to }) => new Tally(from, to))
  return {
    add(dossier) {
      const { channel } = dossier
      rule.count(
        dossier,
        (measure, day) => {
          for (const tally of tallies) tally.add(measure, channel, day)
        },
        (extra, day) => {
          if (!rule.extraFigures.includes(extra)) return
          for (const tally of tallies) tally.add(extra, channel, day)
        },
      )
    },
    amounts: (period) => {
      const tally = tallies[period]
      return tally ? amountsOf(tally.statistics(), tally.extras(opencps2)) : {}
    },
  }
}

function amountsOf(row: DossierStatistics, extras: ExtraFigures): Amounts {
  return {
    processCount: row.receivedTotal,
    receivedCount: row.receivedTotal - row.carriedOver,
    onlineCount: row.receivedOnline,
    onegateCount: row.receivedDirectPost,
    remainingCount: row.carriedOver,
    releaseCount: row.resolvedTotal,
    betimesCount: row.resolvedEarly,
    ontimeCount: row.resolvedOnTime,
    overtimeCount: row.resolvedLate,
    overdueCount: row.pendingOverdue,
    waitingCount: extras.waiting ?? 0,
    cancelledCount: extras.withdrawn ?? 0,
  }
}

function rowOf(rule: CountingRule, dossier: Dossier, days: Days): Amounts {
  const counter = tallyCounter(rule, [days])
  counter.add(dossier)
  return counter.amounts(0)
}

/** What the same dossiers give under each other rule. */
function otherRules({ dossiers, days }: Scene) {
  return [tt01, qd766, btp07a].map((rule) =>
    explanationOf(
      { cause: 'rule_difference', detail: rule.id, confidence: 'identified' },
      dossiers.map((dossier) => minus(rowOf(rule, dossier, days), rowOf(opencps2, dossier, days))),
    ),
  )
}

/** What the hub learnt after it had read the statistics. */
function afterwards({ dossiers, days, knownThen }: Scene) {
  const known = new Map(knownThen.map((dossier) => [dossier.code, dossier]))
  return explanationOf(
    { cause: 'late_synchronisation', detail: null, confidence: 'identified' },
    (knownThen.length === 0 ? [] : dossiers).map((dossier) => {
      const before = known.get(dossier.code)
      return minus(before ? rowOf(opencps2, before, days) : {}, rowOf(opencps2, dossier, days))
    }),
  )
}
