import type { AlertMessage } from '@cchc/store'
import type { KnownFailure } from './known.ts'

const DAY_MS = 24 * 3_600_000

/** Attempts after which a failure is no accident. */
const FAILING_AT = 3

/** The channels whose messages do not arrive, by name. */
export function failuresOf(messages: readonly AlertMessage[], now: number): KnownFailure[] {
  const failed = messages.filter((one) => isFailing(one) || isGivenUp(one, now))
  const byChannel = Map.groupBy(failed, ({ channel }) => channel)
  return [...byChannel]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([channel, own]) => {
      const failure = own.find((one) => one.failure !== null)?.failure
      const givenUp = own.some((one) => isGivenUp(one, now))
      return failure ? [{ channel, messages: own.length, givenUp, failure }] : []
    })
}

function isFailing({ dueAt, attempts }: AlertMessage): boolean {
  return dueAt !== null && attempts >= FAILING_AT
}

/** Within a day: it is given up a day after it was made at most. */
function isGivenUp({ dueAt, deliveredAt, createdAt }: AlertMessage, now: number): boolean {
  return dueAt === null && deliveredAt === null && createdAt > now - 2 * DAY_MS
}
