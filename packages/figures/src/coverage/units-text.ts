import { type Message, say } from '@cchc/domain'

const MOST_NAMED = 20

/** Names of units, some of them where there are many. */
export function unitsText(names: readonly string[]): string | Message {
  if (names.length <= MOST_NAMED) return names.join(', ')
  const units = names.slice(0, MOST_NAMED).join(', ')
  return say('{units} and {count} more', { units, count: names.length - MOST_NAMED })
}
