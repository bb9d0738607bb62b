import { qd766 } from '@cchc/domain'
import {
  type Amounts,
  countInCohort,
  type Days,
  fittingCauses,
  happenedSince,
  learntSince,
  NATIONAL_READING,
  nullChannel,
  ruleDifferences,
  twoCodes,
} from '@cchc/domain/reconcile'
import type { Counter, PortalDefinition, StatedFigure } from './portal-definition.ts'

const PROGRESS = 'dvc-progress-tree'
const ONLINE = 'provide-online-tree'

const FIGURES: readonly StatedFigure[] = [
  figure('received', `${PROGRESS}.totalReceived`),
  figure('onTime', `${PROGRESS}.totalOnTime`),
  figure('overdue', `${PROGRESS}.totalOverdue`),
  figure('completed', `${PROGRESS}.totalCompleted`),
  figure('received', `${ONLINE}.channelOnlineSum`, 'online'),
  figure('received', `${ONLINE}.channelDirectSum`, 'direct'),
  figure('received', `${ONLINE}.channelPostalSum`, 'postal'),
  figure('onTime', `${ONLINE}.onlineOnTimeSum`, 'online'),
  figure('overdue', `${ONLINE}.onlineOverdueSum`, 'online'),
]

function figure(
  measure: StatedFigure['measure'],
  portalMeasure: string,
  channel: StatedFigure['channel'] = null,
): StatedFigure {
  const key = channel === null ? measure : `${measure}.${channel}`
  return { key, portalMeasure, measure, channel }
}

/** The national portal: dossiers received in a period, judged by what has become of them. */
export const nationalPortal: PortalDefinition = {
  name: 'Cổng DVCQG',
  rule: { id: qd766.id, name: 'Bộ chỉ số 766: hồ sơ tiếp nhận trong kỳ' },
  nested: true,
  ownDossiers: false,
  figures: FIGURES,
  counter: cohortCounter,
  fixedCauses: (scene) => [
    ...(scene.unstatedChannels > 0 ? [nullChannel(scene.unstatedChannels)] : []),
    ...twoCodes(scene.dossiers, scene.days),
    ...ruleDifferences(scene.dossiers, scene.days),
    happenedSince(scene.dossiers, scene),
    learntSince(scene.dossiers, scene),
  ],
  fittingCauses: (scene) => fittingCauses(scene.dossiers, scene),
}

function cohortCounter(periods: readonly Days[]): Counter {
  const sums = periods.map((): Record<string, number> => ({}))
  return {
    add(dossier) {
      periods.forEach((days, index) => {
        const sum = sums[index]
        if (sum) addTo(sum, countInCohort(NATIONAL_READING, dossier, days))
      })
    },
    amounts: (period) => sums[period] ?? {},
  }
}

function addTo(sum: Record<string, number>, amounts: Amounts): void {
  for (const [key, amount] of Object.entries(amounts)) sum[key] = (sum[key] ?? 0) + amount
}
