import type { PortalComparison, RowFigure } from '@cchc/domain/reconcile'
import type { StatisticsMeasure } from './read-figures.ts'

/** The statistics that the system keeps of its own dossiers, agency by agency. */
export const comparison: PortalComparison = {
  name: 'thống kê OpenCPS',
  rule: 'opencps-2',
  counts: 'row',
  periods: ['month'],
  organisations: 'alone',
  dossiers: 'own',
  figures: {
    'opencps-statistics.processCount': 'total',
    'opencps-statistics.receivedCount': 'received',
    'opencps-statistics.onlineCount': 'received.online',
    'opencps-statistics.onegateCount': 'received.direct_postal',
    'opencps-statistics.remainingCount': 'carriedOver',
    'opencps-statistics.releaseCount': 'resolved',
    'opencps-statistics.betimesCount': 'resolvedEarly',
    'opencps-statistics.ontimeCount': 'resolvedOnTime',
    'opencps-statistics.overtimeCount': 'resolvedLate',
    'opencps-statistics.overdueCount': 'pendingOverdue',
    'opencps-statistics.waitingCount': 'waiting',
    'opencps-statistics.cancelledCount': 'withdrawn',
  } satisfies { [M in StatisticsMeasure as `opencps-statistics.${M}`]?: RowFigure },
  causes: ['rule_difference', 'late_synchronisation'],
}
