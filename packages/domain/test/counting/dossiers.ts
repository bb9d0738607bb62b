import fc from 'fast-check'
import {
  Channel,
  type CountedDossier,
  type CountingRule,
  type DayNumber,
  DossierStatus,
  dayNumber,
  Payment,
  ServiceLevel,
  startOfDay,
  Tally,
} from '../../src/index.ts'

/** The days in which generated dossiers live: 0 is 2022-12-01, 40 the last. */
export const FIRST_DAY: DayNumber = dayNumber('2022-12-01')
export const DAYS = 40

const MINUTES = 24 * 60
/** Any minute, and often the same few of each day, midnight among them, so that moments coincide. */
const instant = fc
  .oneof(
    fc.integer({ min: 0, max: DAYS * MINUTES - 1 }),
    fc.integer({ min: 0, max: DAYS * 3 - 1 }).map((third) => (third * MINUTES) / 3),
  )
  .map((minute) => startOfDay(FIRST_DAY) + minute * 60_000)
const maybe = fc.option(instant)

const NEW_LAW = startOfDay(dayNumber('2026-09-01'))
const answer = fc.option(fc.boolean(), { nil: undefined })

/** Facts as one source may state them, those by which the clock starts later among them. */
const anyFacts = fc.record({
  handedInAt: fc.option(fc.constant(NEW_LAW), { nil: undefined }),
  competentSince: fc.option(instant, { nil: undefined }),
  outsideArea: answer,
  apology: answer,
  payment: fc.option(fc.constantFrom(...Payment.options), { nil: undefined }),
  receipt: answer,
})

/** Whatever a portal may state, sensible or not: only a dossier finished before its receipt is refused earlier. */
export const dossier: fc.Arbitrary<CountedDossier> = fc
  .record({
    channel: fc.option(fc.constantFrom(...Channel.options)),
    status: fc.constantFrom(...DossierStatus.options),
    receivedAt: fc.option(instant, { freq: 20 }),
    dueAt: maybe,
    finishedAt: maybe,
    returnedAt: maybe,
    pauses: fc.array(fc.record({ from: instant, to: maybe }), { maxLength: 3 }),
    serviceLevel: fc.option(fc.constantFrom(...ServiceLevel.options)),
    maximumTermDays: fc.option(fc.nat(DAYS)),
    facts: fc.option(anyFacts, { nil: undefined }),
  })
  .map((d) =>
    d.receivedAt !== null && d.finishedAt !== null && d.finishedAt < d.receivedAt
      ? { ...d, receivedAt: d.finishedAt, finishedAt: d.receivedAt }
      : d,
  )
  .map(({ facts, ...d }) => {
    const { competentSince = 0 } = facts ?? {}
    const isAfterEnd = d.finishedAt !== null && competentSince > d.finishedAt
    return { ...d, facts: isAfterEnd ? { ...facts, competentSince: undefined } : facts }
  }) as fc.Arbitrary<CountedDossier>

/** A period within those days, as its first and last day. */
export const period: fc.Arbitrary<readonly [DayNumber, DayNumber]> = fc
  .tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1))
  .map(([a, b]) => [FIRST_DAY + Math.min(a, b), FIRST_DAY + Math.max(a, b)])

/** Two periods, the second beginning on the day after the first. */
export const adjacentPeriods = fc
  .uniqueArray(fc.nat(DAYS), { minLength: 3, maxLength: 3 })
  .map((days) => days.sort((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0]) => ({
    first: [FIRST_DAY + a, FIRST_DAY + b - 1] as const,
    second: [FIRST_DAY + b, FIRST_DAY + c - 1] as const,
    both: [FIRST_DAY + a, FIRST_DAY + c - 1] as const,
  }))

/** Counts dossiers by scanning them all. */
export function scan(
  rule: CountingRule,
  dossiers: readonly CountedDossier[],
  [from, to]: readonly [DayNumber, DayNumber],
): ReturnType<Tally['statistics']> {
  return tallied(rule, dossiers, [from, to]).statistics()
}

/** All dossiers added up, with the figures beside the row. */
export function tallied(
  rule: CountingRule,
  dossiers: readonly CountedDossier[],
  [from, to]: readonly [DayNumber, DayNumber],
): Tally {
  const tally = new Tally(from, to)
  for (const each of dossiers) tally.addDossier(rule, each)
  return tally
}
