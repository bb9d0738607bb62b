/** Counts of a worklist as they are printed, and its days. */
export interface DueCounts {
  readonly overdue: string
  readonly dueSoon: string
  readonly day: string
  readonly lastDay: string
}

/** Messages about dossiers that are overdue or due soon, in English. */
export const dueEn = {
  columns: {
    code: 'Dossier',
    unit: 'Organisation',
    procedure: 'Procedure',
    dueOn: 'Due',
    kind: 'State',
    daysLate: 'Days late',
  },
  kinds: { overdue: 'overdue', dueSoon: 'due soon' },
  all: 'All organisations',
  summary: ({ overdue, dueSoon, day, lastDay }: DueCounts) =>
    `On ${day}: ${overdue} overdue, ${dueSoon} due by ${lastDay}.`,
  leftOut: (count: string) => `${count} others are not listed: see --most.`,
}
