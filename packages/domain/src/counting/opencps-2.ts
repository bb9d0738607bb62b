import { defineRule, onTimeOfResolved } from './define-rule.ts'

/**
 * The definitions in the statistics engine of OpenCPS 2, laid out as Form II.06, to explain that system's own figures:
 * (3) is its processCount, (7) its releaseCount, (13) its overdueCount.
 */
export const opencps2 = defineRule({
  id: 'opencps-2',
  version: 1,
  name: 'Thống kê của hệ thống OpenCPS 2',
  legalBasis: [],
  inEffect: { from: null, to: null },
  answers: {
    refusedAtReception:
      'Outside the row; the system counts it as denied, and in its total of everything.',
    awaitingReception: 'Received, and waiting.',
    bounds:
      'A receipt at 00:00 of the first day is carried over; the last day belongs to the period.',
    endEvent: 'Date of release (releaseDate).',
    withdrawn: 'Cancelled: neither released nor in process.',
    refused: 'Released (unresolved), and timed like any other.',
    nullChannel: 'Not online, so in column (5).',
    precision: 'Instants.',
    noDueDate: 'On time; open without one is within term.',
    supplement: 'Not deducted: the due date is taken as the system states it.',
    secondSupplement: 'Does not matter.',
    waiting: 'Waiting or receiving by the status of now, for past days too: never overdue.',
    onDueMoment: 'At the due moment: on time when closed, overdue when open.',
    earlySeparate: 'Yes, when the result was handed over (finishDate) before it was due.',
    emptyDenominator: '100; rates are cut to whole numbers.',
  },
  remarks: [
    'A computer system, not a legal text; read from its source code.',
    'Early by an extended due date (extendDate) is left out: sources of this hub do not keep that date.',
    'The system loses a dossier received at 00:00 of the first day from the month before; here it belongs to the day before, so that months join.',
    "The system judges open dossiers at the moment it runs; here at the end of the period's last day.",
  ],
  choices: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    bounds: 'start-excluded',
    endEvent: 'finished',
    withdrawn: 'apart',
    refused: 'timed',
    nullChannel: 'direct-post',
    precision: 'instant',
    noDueDate: 'on-time',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
    waiting: 'status-now',
    onDueMoment: 'overdue',
    earlySeparate: 'by-return',
  },
  extraFigures: ['refusedAtReception', 'withdrawn', 'waiting'],
  onTimeFormula: '((8)+(9))/(7)',
  onTime: onTimeOfResolved,
})
