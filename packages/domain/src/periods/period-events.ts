import { isWithin } from '../organisation.ts'

/** What was done to one period of an organisation. */
interface EventOf {
  readonly organisation: string
  readonly action: 'close' | 'reopen'
}

/** The last event of each organisation from the asked one upwards, of those of one period in their order; the nearest first. */
export function lastEventsAbove<T extends EventOf>(
  events: readonly T[],
  organisation: string,
): readonly T[] {
  const last = new Map(events.map((event) => [event.organisation, event]))
  return [...last.values()]
    .filter((event) => isWithin(organisation, event.organisation))
    .toSorted((a, b) => b.organisation.length - a.organisation.length)
}

/** The closing that holds for an organisation: its own, or that of the nearest one above it. */
export function closingInForce<T extends EventOf>(
  events: readonly T[],
  organisation: string,
): T | undefined {
  return lastEventsAbove(events, organisation).find(({ action }) => action === 'close')
}
