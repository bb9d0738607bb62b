import { defineRule, onTimeOfResolved } from './define-rule.ts'

/**
 * Form II.06 of TT 01/2020/TT-VPCP, counted by days in Asia/Ho_Chi_Minh. The legal text leaves withdrawn dossiers and
 * waiting for supplements open; here they follow the report generator of a provincial system (see `answers`).
 */
export const tt01 = defineRule({
  id: 'tt01-2020',
  version: 1,
  name: 'Biểu II.06, Thông tư 01/2020/TT-VPCP',
  legalBasis: [{ type: 'Thông tư', number: '01/2020/TT-VPCP', date: '2020-10-21' }],
  inEffect: { from: '2020-12-15', to: null },
  answers: {
    refusedAtReception: 'Not counted.',
    awaitingReception: 'Counted as received once the source states a date of receipt.',
    bounds: 'Both days of the period belong to it.',
    endEvent:
      'End of handling (NgayKetThucXuLy); collection by the citizen (NgayTra) does not matter.',
    withdrawn: 'Resolved on time on the day of withdrawal, whatever the due date.',
    refused: 'Refused or stopped in handling is resolved, and timed like any other.',
    nullChannel: 'Counted in column (5), direct and post.',
    precision: 'Days in Asia/Ho_Chi_Minh; the time of day does not matter.',
    noDueDate: 'Resolved without a due date is on time; open without one is within term.',
    supplement: 'Not deducted: the due date is taken as the portal states it.',
    secondSupplement: 'Does not matter.',
    waiting: 'Open and waiting for a supplement is within term.',
    onDueMoment: 'On the due day: on time when closed, within term when open.',
    earlySeparate: 'Yes: before the due day is early, on it is on time.',
    emptyDenominator: 'No rate: printed as not applicable.',
  },
  remarks: [
    'Withdrawn dossiers and waiting for supplements are not settled by the text; they follow the report generator of a provincial system: column (9) and column (12).',
  ],
  choices: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    bounds: 'inclusive',
    endEvent: 'finished',
    withdrawn: 'on-time',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'day',
    noDueDate: 'on-time',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
    waiting: 'within-term',
    onDueMoment: 'within',
    earlySeparate: 'by-end',
  },
  extraFigures: [],
  onTimeFormula: '((8)+(9))/(7)',
  onTime: onTimeOfResolved,
})
