import { defineRule, onTimeOfResolved } from './define-rule.ts'

/**
 * Form 07a/BTP, with the buckets it has beside Form II.06. Its balance is received = resolved + pending + stopped +
 * withdrawn, and a dossier of no stated channel has a column of its own.
 */
export const btp07a = defineRule({
  id: 'btp-07a',
  version: 1,
  name: 'Biểu 07a/BTP',
  legalBasis: [{ type: 'Biểu mẫu', number: '07a/BTP', date: null }],
  inEffect: { from: null, to: null },
  answers: {
    refusedAtReception: 'A bucket of its own (Không được tiếp nhận), outside the row.',
    awaitingReception: 'A bucket of its own (Chờ tiếp nhận), outside the row.',
    bounds: 'Both days of the period belong to it.',
    endEvent:
      'End of handling (NgayKetThucXuLy); collection by the citizen (NgayTra) does not matter.',
    withdrawn: 'A bucket of its own (Rút hồ sơ): neither resolved nor in process.',
    refused:
      'Refused is resolved, and timed; stopped is a bucket of its own (Dừng xử lý): neither resolved nor in process.',
    nullChannel: 'A column of its own (Hình thức khác), in neither (4) nor (5).',
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
    'Known by the columns of exported files only; the circular that issues the form was not at hand. It was in use in September 2026. Questions that the columns do not answer follow tt01-2020.',
    'Letters of apology, receipt outside the area (phi địa giới), terms of reception and payment at the counter are stated by no source: those columns are not counted.',
    'Some units fold stopped and withdrawn dossiers into other columns; ask before comparing.',
  ],
  choices: {
    refusedAtReception: 'left-out',
    awaitingReception: 'left-out',
    bounds: 'inclusive',
    endEvent: 'finished',
    withdrawn: 'apart',
    refused: 'stopped-apart',
    nullChannel: 'other',
    precision: 'day',
    noDueDate: 'on-time',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
    waiting: 'within-term',
    onDueMoment: 'within',
    earlySeparate: 'by-end',
  },
  extraFigures: [
    'receivedOnlineFull',
    'receivedOnlinePartial',
    'receivedDirect',
    'receivedPostal',
    'receivedOtherChannel',
    'refusedAtReception',
    'awaitingReception',
    'stopped',
    'withdrawn',
  ],
  onTimeFormula: '((8)+(9))/(7)',
  onTime: onTimeOfResolved,
})
