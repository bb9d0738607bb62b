import {
  type CountedDossier,
  type CountingRule,
  dayNumber,
  type Instant,
  vietnamInstant,
} from '../../src/index.ts'

/** A day and hour of January 2023. */
export const at = (day: number, hour = 8): Instant =>
  vietnamInstant({ year: 2023, month: 1, day, hour })

/** Received on the 2nd at eight, due on the 10th at five in the afternoon, in process. */
export const open: CountedDossier = {
  channel: 'direct',
  status: 'processing',
  receivedAt: at(2),
  dueAt: at(10, 17),
  finishedAt: null,
  returnedAt: null,
  pauses: [],
}

/** Facts that differ from an open dossier, and the events that they make: name and day of January. */
export type RuleCase = readonly [name: string, Partial<CountedDossier>, readonly string[]]

/** The events of a dossier; figures beside the row begin with +. */
export function eventsOf(rule: CountingRule, facts: Partial<CountedDossier>): string[] {
  const events: string[] = []
  const day = (number: number) => number - dayNumber('2022-12-31')
  rule.count(
    { ...open, ...facts },
    (measure, number) => events.push(`${measure} ${day(number)}`),
    (figure, number) => {
      if (rule.extraFigures.includes(figure)) events.push(`+${figure} ${day(number)}`)
    },
  )
  return events
}
