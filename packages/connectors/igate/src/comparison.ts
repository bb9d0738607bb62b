import type { PortalComparison, RowFigure } from '@cchc/domain/reconcile'
import type { AgencyMeasure } from './reports.ts'

/**
 * The report by agency. How it counts is published nowhere: what its columns are called is taken for what they are, by the
 * days of Form II.06; `rule_difference` tells where another rule gives the same figures.
 */
export const comparison: PortalComparison = {
  name: 'thống kê VNPT iGate',
  rule: 'tt01-2020',
  ruleName: 'Thống kê theo cơ quan của VNPT iGate (cách đếm của hệ thống chưa được kiểm chứng)',
  counts: 'row',
  periods: ['month'],
  organisations: 'alone',
  dossiers: 'own',
  figures: {
    'igate-agency.received': 'received',
    'igate-agency.receivedOnline': 'received.online',
    'igate-agency.receivedDirect': 'received.direct_postal',
    'igate-agency.resolved': 'resolved',
    'igate-agency.resolvedOverdue': 'resolvedLate',
  } satisfies { [M in AgencyMeasure as `igate-agency.${M}`]: RowFigure },
  causes: ['rule_difference', 'late_synchronisation'],
}
