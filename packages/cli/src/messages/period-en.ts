/** Messages about closed periods, the calendar, and figures as known at an instant, in English. */
export const periodEn = {
  help: { period: 'closed reporting periods; lists them' },
  columns: {
    organisation: 'Organisation',
    period: 'Period',
    days: 'Days',
    action: 'Done',
    by: 'By',
    at: 'At',
    note: 'Note',
    day: 'Day',
    kind: 'Kind',
    occasion: 'Occasion',
    basis: 'Source',
  },
  actions: { close: 'closed', reopen: 'reopened' },
  kinds: { off: 'off', working: 'worked' },
  unverified: 'not checked against the notice',
  closedBy: (by: string, at: string) => `Frozen figures: the period was closed by ${by}, ${at}.`,
  restated: 'What is known since gives other figures: see cchc period restatements, or --current.',
  reopenedSince: 'The period has been reopened since.',
  unknownYear: (years: string) =>
    `Holidays are known for ${years}; add others to the configuration.`,
}
