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
  byHand: 'by hand',
  form: (template: string) => `form ${template}`,
  imported: ({ dryRun, added, replaced, unchanged, computed, blank }: Imported) =>
    `${dryRun ? 'Nothing entered; would be' : 'Entered'}: ${added} new, ${replaced} replaced; ` +
    `${unchanged} as before, ${computed} computed from parts, ${blank} blank`,
}
