import { seenAt } from '../looks.ts'
import type { Invariant } from './define-invariant.ts'

export const knownStaysKnown: Invariant = {
  name: 'known-stays-known',
  when: 'seldom',
  sentence: 'What was seen as known at an instant is seen for ever when that instant is asked for.',
  async check({ year, store, isLast }) {
    for (const look of isLast ? year.looks : year.looks.slice(-1)) {
      const seen = await seenAt(store, look)
      if (seen === look.seen) continue
      const instant = new Date(look.instant).toISOString()
      return `as known at ${instant} by ${look.rule}: ${difference(look.seen, seen)}`
    }
    return undefined
  },
}

const AROUND = 60

/** Where two texts part. */
export function difference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const near = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND)
  return `was …${near(before)}…, is …${near(after)}…`
}
