interface Imported {
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
    importFigures: 'enter the figures of a filled report (xlsx, csv, json), all or none',
    setFigure: 'enter one figure by the id of its indicator; "" for blank, - for not applicable',
    listFigures: 'entered figures with who, when and from which file',
    template: 'form of the report, such as bnv-581-department',
    missing: 'what the form asks for and nobody has reported',
    history: 'also those that were replaced, and why',
    note: 'note that the form prints beside the figure',
    by: 'account of the person who enters (that of the system unless told)',
    replace: 'replace what was entered before; needs --reason',
    reason: 'why it is replaced',
    dryRun: 'check everything and enter nothing',
    plan: 'plans of administrative reform: their tasks, and what is due or late',
    importPlan: 'keep a task table (xlsx, csv, json) of an organisation and year',
    listPlan: 'tasks as they stand today, or what is due or late on a day',
    reportPlan: 'write the task table (Phụ lục I) with its results',
    index: 'results of the administrative-reform index',
    importIndex: 'keep the result of an index (json, or a table in xlsx or csv)',
    showIndex: 'domains, lost criteria with who answers for them, and what the target asks for',
    year: 'year such as 2023',
    indexYear: 'year such as 2022 (the newest, or what the file says, unless told)',
    dueBy: 'tasks not done whose last day is this one or before, such as 2023-09-30',
    lateOn: 'tasks that are late on this day',
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
  byHand: 'by hand',
  form: (template: string) => `form ${template}`,
  imported: ({ dryRun, added, replaced, unchanged, computed, blank }: Imported) =>
    `${dryRun ? 'Nothing entered; would be' : 'Entered'}: ${added} new, ${replaced} replaced; ` +
    `${unchanged} as before, ${computed} computed from parts, ${blank} blank`,
}
