import type { DossierStatistics } from '../dossier-statistics.ts'
import type { Ratio } from '../quantity.ts'
import { defineRule } from './define-rule.ts'

/**
 * Indicator 2.1 of the national service quality index (QĐ 766/QĐ-TTg), laid out as Form II.06: instants decide about
 * finished dossiers, days about open ones. Its rate also counts what is still in process.
 */
export const qd766 = defineRule({
  id: 'qd766-2022',
  version: 1,
  name: 'Bộ chỉ số phục vụ người dân, doanh nghiệp, Quyết định 766/QĐ-TTg',
  legalBasis: [{ type: 'Quyết định', number: '766/QĐ-TTg', date: '2022-06-23' }],
  inEffect: { from: '2022-06-23', to: null },
  answers: {
    refusedAtReception:
      'Counted as received and ended when a date of receipt is stated; otherwise not counted.',
    awaitingReception: 'Counted as received once the source states a date of receipt.',
    bounds: 'Both days of the period belong to it.',
    endEvent:
      'End of handling (NgayKetThucXuLy); where it is missing from a returned dossier, the return of the result (NgayTra).',
    withdrawn: 'An ending status: resolved, and timed like any other.',
    refused: 'Refused or stopped in handling is an ending status: resolved, and timed.',
    nullChannel: 'Counts as direct, in column (5).',
    precision: 'The instant of the end against the instant it was due.',
    noDueDate:
      'Due after the longest term of the procedure; where that is not known, on time and within term.',
    supplement: 'The time waited is deducted from the end of a finished dossier.',
    secondSupplement: 'Late from the second request on, open or finished.',
    waiting: 'The request counts as the end: within term when it came by the due moment.',
    onDueMoment:
      'At the due moment: on time when closed. An open dossier ends on the last day of the period: within term on its due day.',
    earlySeparate: 'No: early is on time, column (8) is empty.',
    emptyDenominator: '0 or not applicable; rates have two decimals.',
  },
  remarks: [
    "Follows a public transcription of the portal's formulas whose issuing office and date are not verified; the annex of the decision itself was not at hand.",
    'The text deducts waiting from finished dossiers only, so an open one that goes on after its supplement is judged by its due date as stated.',
    'The text says of the second request only that it counts as late; here that holds from that request on, whatever follows.',
    'A refusal at reception without an end of its own ends at its receipt.',
    'No source states the longest term of a procedure with its dossiers yet, so dossiers without a due date are on time.',
  ],
  choices: {
    refusedAtReception: 'counted',
    awaitingReception: 'counted',
    bounds: 'inclusive',
    endEvent: 'finished-or-returned',
    withdrawn: 'timed',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'instant',
    noDueDate: 'maximum-term',
    supplement: 'deducted',
    secondSupplement: 'late',
    waiting: 'until-request',
    onDueMoment: 'within',
    earlySeparate: 'not-separate',
  },
  extraFigures: [],
  onTimeFormula: '((8)+(9)+(12))/((7)+(11))',
  onTime: onTimeOrWithinTerm,
})

function onTimeOrWithinTerm(row: DossierStatistics): Ratio {
  return {
    numerator: row.resolvedEarly + row.resolvedOnTime + row.pendingWithin,
    denominator: row.resolvedTotal + row.pendingTotal,
  }
}
