/** Messages about closed periods, the calendar, and figures as known at an instant, in English. */
export const periodEn = {
  help: {
    period: 'closed reporting periods; lists them',
    close: 'freeze the figures of a period that is over',
    reopen: 'let what is known now show again',
    list: 'periods that were ever closed, and everything that was done to them',
    restatements: 'frozen figures beside those known since, and why they differ',
    by: 'account of the person who does it (that of the system unless told)',
    note: 'remark that is kept with it',
    reason: 'why it is reopened',
    asKnownAt: 'as the hub knew it then, such as 2023-01-05T08:30 (a day = its end)',
    treeAt:
      "the day whose organisations are shown, such as 2025-06-30 (the period's last unless told)",
    current: 'what is known, though the period is closed',
    calendar: 'public holidays and swapped working days, with their sources',
  },
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
