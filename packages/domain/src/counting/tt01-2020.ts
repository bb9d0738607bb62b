import type { DossierStatus } from '../dossier.ts'
import { dayNumberOf } from '../time.ts'
import type { CountingRule, Measure } from './counting-rule.ts'
import { type Clock, overdueSpans } from './overdue-spans.ts'

/**
 * Form II.06 of TT 01/2020/TT-VPCP, counted by days in Asia/Ho_Chi_Minh. The legal text leaves withdrawn dossiers and
 * waiting for supplements open; here they follow the report generator of a provincial system (see `answers`).
 */
export const tt01: CountingRule = {
  id: 'tt01-2020',
  version: 1,
  name: 'Biểu II.06, Thông tư 01/2020/TT-VPCP',
  legalBasis: [{ type: 'Thông tư', number: '01/2020/TT-VPCP', date: '2020-10-21' }],
  inEffect: { from: '2020-12-15', to: null },
  answers: {
    precision: 'Days in Asia/Ho_Chi_Minh; the time of day does not matter.',
    endEvent:
      'End of handling (NgayKetThucXuLy); collection by the citizen (NgayTra) does not matter.',
    earlySeparate: 'Yes: before the due day is early, on it is on time.',
    onDueMoment: 'On the due day: on time when closed, within term when open.',
    noDueDate: 'Resolved without a due date is on time; open without one is within term.',
    supplement:
      'Open and waiting for a supplement is within term; the due date is taken as the portal states it.',
    refusedAtReception: 'Not counted.',
    withdrawn: 'Resolved on time on the day of withdrawal, whatever the due date.',
    refused: 'Refused or stopped in handling is resolved, and timed like any other.',
    nullChannel: 'Counted in column (5), direct and post.',
    bounds: 'Both days of the period belong to it.',
    emptyDenominator: 'No rate: printed as not applicable.',
  },
  count(dossier, add) {
    if (dossier.receivedAt === null || dossier.status === 'refused_at_reception') return
    const clock: Clock = {
      receivedDay: dayNumberOf(dossier.receivedAt),
      dueDay: dossier.dueAt === null ? null : dayNumberOf(dossier.dueAt),
      endDay: dossier.finishedAt === null ? null : dayNumberOf(dossier.finishedAt),
    }
    add('received', clock.receivedDay)
    if (clock.endDay !== null) add(resolution(clock, dossier.status), clock.endDay)
    for (const span of overdueSpans(clock, dossier.pauses)) {
      add('overdueOpened', span.from)
      if (span.to !== null) add('overdueClosed', span.to)
    }
  },
}

function resolution({ dueDay, endDay }: Clock, status: DossierStatus): Measure {
  if (status === 'withdrawn' || dueDay === null || endDay === null || endDay === dueDay) {
    return 'resolvedOnTime'
  }
  return endDay < dueDay ? 'resolvedEarly' : 'resolvedLate'
}
