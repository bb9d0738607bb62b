import type { CohortFigure, PortalComparison, ScoreShare } from '@cchc/domain/reconcile'
import type { TreeField, TreeGroup } from './measures.ts'

type TreeFigure = { [G in TreeGroup]: `${G}.${TreeField<G>}` }[TreeGroup]

/** The portal's published formulas of bộ chỉ số 766, for the dossiers that all one-stop systems sent there. */
export const comparison: PortalComparison = {
  name: 'Cổng DVCQG',
  rule: 'qd766-2022',
  ruleName: 'Bộ chỉ số 766: hồ sơ tiếp nhận trong kỳ',
  counts: 'cohort',
  answers: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    precision: 'instant',
    waiting: 'until-request',
    withdrawn: 'timed',
    laterEnds: 'counted',
    supplement: 'deducted',
    secondSupplement: 'late',
  },
  periods: ['month', 'quarter', 'year'],
  organisations: 'with-all-below',
  dossiers: 'others',
  unstatedChannel: 'direct',
  figures: {
    'dvc-progress-tree.totalReceived': 'received',
    'dvc-progress-tree.totalOnTime': 'onTime',
    'dvc-progress-tree.totalOverdue': 'overdue',
    'dvc-progress-tree.totalCompleted': 'completed',
    'provide-online-tree.channelOnlineSum': 'received.online',
    'provide-online-tree.channelDirectSum': 'received.direct',
    'provide-online-tree.channelPostalSum': 'received.postal',
    'provide-online-tree.onlineOnTimeSum': 'onTime.online',
    'provide-online-tree.onlineOverdueSum': 'overdue.online',
  } satisfies { [F in TreeFigure]?: CohortFigure },
  scores: {
    'dvc-progress-tree.totalScore': {
      numerator: 'dvc-progress-tree.totalOnTime',
      denominator: 'dvc-progress-tree.totalReceived',
    },
  } satisfies Record<string, Record<keyof ScoreShare, TreeFigure>>,
  causes: ['two_codes', 'rule_difference', 'late_synchronisation', 'status_pushed_as_finished'],
}
