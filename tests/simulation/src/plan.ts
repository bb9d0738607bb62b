import { DAY_MS, YEAR_BEGINS, YEAR_MS } from './calendar.ts'
import { EVENTS } from './events/all.ts'
import { Random } from './random.ts'

/** Something that will happen: plain data, so that a year can be printed, cut down and lived again. */
export interface PlannedEvent {
  /** True time, ms after the beginning of the year. */
  readonly at: number
  readonly name: string
  readonly parameters: unknown
}

const ROUNDS = 20
/** Around a round everything happens within the time that a sync takes. */
const ROUND_MS = 12_000
const SHARE_IN_ROUNDS = 0.7

/** Draws a year: what happens lies partly anywhere, partly close together, so that it meets while workers work. */
export function planYear(seed: string): readonly PlannedEvent[] {
  const random = new Random(`plan ${seed}`)
  const rounds = Array.from({ length: ROUNDS }, () => random.whole(0, YEAR_MS - ROUND_MS))
  const events = EVENTS.flatMap((event) =>
    Array.from({ length: timesOf(event.perYear, random) }, (): PlannedEvent => {
      const isInRound = random.chance(SHARE_IN_ROUNDS)
      const at = isInRound
        ? random.pick(rounds) + random.whole(0, ROUND_MS)
        : random.whole(0, YEAR_MS)
      return { at, name: event.name, parameters: event.draw(random) }
    }),
  )
  return events.filter((event) => !isUnknowable(event, events)).toSorted((a, b) => a.at - b.at)
}

/**
 * Whether a portal dates its answers wrongly or not at all while the clock of a machine is far ahead: nobody can know then
 * what time it is. No year is drawn so; the first of RED_CASES is one.
 */
function isUnknowable(event: PlannedEvent, events: readonly PlannedEvent[]): boolean {
  const { source, days } = event.parameters as Readonly<Record<string, unknown>>
  if (event.name !== 'portal-clock-wrong' || source !== 'one-stop') return false
  const end = event.at + Number(days) * DAY_MS
  return events.some((other) => isFast(other, { from: event.at, end }))
}

function isFast({ at, parameters }: PlannedEvent, { from, end }: { from: number; end: number }) {
  const { jumpMs, lastsMs } = parameters as Readonly<Record<string, unknown>>
  return Number(jumpMs) >= DAY_MS && at <= end && at + Number(lastsMs) >= from
}

/** Some years have much of a thing, others little or nothing of it. */
function timesOf(perYear: number, random: Random): number {
  return Math.round(perYear * 2 * random.next())
}

/** The planned event as one line for people. */
export function lineOf({ at, name, parameters }: PlannedEvent): string {
  const instant = new Date(YEAR_BEGINS + at + 7 * 3_600_000).toISOString().slice(0, 23)
  return `${instant.replace('T', ' ')} ${name} ${JSON.stringify(parameters)}`
}
