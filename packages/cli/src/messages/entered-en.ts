export interface Imported {
  readonly dryRun: boolean
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly computed: number
  readonly blank: number
}

/** Messages about what people enter, in English. */
export const enteredEn = {
  help: {
    indicators: 'figures that no portal has, entered by people',
    missing: 'what the form asks for and nobody has reported',
    plan: 'plans of administrative reform: their tasks, and what is due or late',
    index: 'results of the administrative-reform index',
  },
  consolidated: {
    annotate:
      'also write a copy of each faulty xlsx or docx file there, with comments at its cells, to send back',
    output: 'folder into which the filled form is written as xlsx and docx (this one unless told)',
    unit: 'Unit',
    state: 'State',
    file: 'File',
    figures: 'Figures',
    blank: 'Blank',
    faults: 'Faults',
    toLookAt: 'To look at',
    version: 'Version',
    states: {
      file: 'file taken',
      entered: 'entered before',
      refused: 'file refused',
      missing: 'NOTHING SENT',
    } as Readonly<Record<string, string>>,
    summary: (of: { sent: number; units: number; whole: number; open: number; none: number }) =>
      `${of.sent} of ${of.units} units; ${of.whole} figures of all of them, ${of.open} without some unit, ${of.none} that no unit gives`,
    refused: (file: string, reason: string) => `${file} was not taken: ${reason}`,
    notGiven: (label: string, units: string) => `not given: ${label} (${units})`,
    difference: (of: { label: string; units: number; report: string }) =>
      `${of.label}: the units make ${of.units}, the form prints ${of.report}`,
    notAdded: (ids: string) => `not added: ${ids}`,
    without: (units: string) => `need not send, not added: ${units}`,
    dryRun: 'Nothing entered: dry run.',
  },
  filled: {
    output:
      'file (.xlsx, .docx) or folder into which the filled form is written (this one unless told)',
    cell: 'Cell',
    state: 'State',
    value: 'Figure or reason',
    states: { filled: 'filled', differs: 'left, DIFFERS', open: 'EMPTY' },
    summary: (of: { filled: number; kept: number; formulas: number; open: number }) =>
      `${of.filled} cells filled, ${of.kept} were filled before and left, ${of.formulas} with formulas, ${of.open} stay empty`,
    hub: (of: { held: string; hub: string }) => `says ${of.held}, the hub ${of.hub}`,
    ask: 'What a row is that is not known can be told once, and is remembered: --rows "LABEL = row of the form, code of a unit or name of a field"',
    remembered: 'Remembered in forms/rows.txt beside the configuration.',
    learnt: ({ id, isAnew }: { id: string; isAnew: boolean }) =>
      `${isAnew ? 'Learnt anew' : 'Learnt'} as the form ${id}: cchc report ${id} prints it for any organisation and period.`,
  },
  columns: {
    indicator: 'Indicator',
    unit: 'Unit',
    value: 'Figure',
    note: 'Note',
    organisation: 'Organisation',
    period: 'Period',
    by: 'Entered by',
    at: 'Entered at',
    origin: 'From',
    entry: 'Entry',
    superseded: 'Replaced at',
    reason: 'Reason',
  },
  plan: {
    kept: (name: string, year: number, tasks: number) =>
      `Kept: plan of ${name}, ${year}, ${tasks} tasks`,
    same: 'The same is kept already.',
    dryRun: 'Nothing kept: dry run.',
    number: 'No.',
    task: 'Task',
    product: 'Product',
    deadline: 'Deadline',
    dueOn: 'Last day',
    assignee: 'Assigned to',
    state: 'State',
    finishedOn: 'Done on',
    stated: 'As reported',
    on: (day: string) => `as of ${day}`,
    states: {
      done: 'done',
      done_late: 'done late',
      late: 'LATE',
      due: 'due',
      standing: 'standing',
      open: 'no day',
    },
  },
  index: {
    kept: (name: string, year: number, total: string) =>
      `Kept: index of ${name}, ${year}, ${total}`,
    domain: 'Domain',
    score: 'Points',
    lost: 'Lost',
    rank: 'Place',
    target: 'Target',
    toGain: 'To gain',
    total: 'Total',
    survey: 'Survey (beside the domains)',
    criteria: 'Lost criteria',
    targetOf: (year: number, text: string) => `Target for ${year}: ${text}`,
    needed: (points: string, exclusive: boolean) =>
      `to gain: ${exclusive ? 'more than ' : ''}${points} points`,
    fromDomains: (points: string) => `domains at their targets give ${points}`,
    fromSurvey: (points: string) => `left to the survey: ${points}`,
    places: (places: number) => `places to climb: ${places}`,
  },
  nothingEntered: 'Nothing entered: dry run.',
  byHand: 'by hand',
  form: (template: string) => `form ${template}`,
  undone: ({ dryRun, undone, kept }: { dryRun: boolean; undone: number; kept: number }) =>
    `${dryRun ? 'Would be taken back' : 'Taken back'}: ${undone}; replaced by others already, kept: ${kept}`,
  imported: ({ dryRun, added, replaced, unchanged, computed, blank }: Imported) =>
    `${dryRun ? 'Nothing entered; would be' : 'Entered'}: ${added} new, ${replaced} replaced; ` +
    `${unchanged} as before, ${computed} computed from parts, ${blank} blank`,
}
