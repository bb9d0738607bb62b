import { frozenAnswer } from '../frozen.ts'
import { hubOf } from '../people.ts'
import type { Invariant } from './define-invariant.ts'
import { difference } from './known-stays-known.ts'

export const frozenStaysFrozen: Invariant = {
  name: 'frozen-stays-frozen',
  when: 'seldom',
  sentence: 'The figures of a closed month stay as they were closed until it is reopened.',
  async check({ year, store, isLast }) {
    const hub = hubOf(store, { now: () => year.time.now })
    for (const [period, answer] of isLast ? year.frozen : [...year.frozen].slice(-1)) {
      const now = await frozenAnswer(hub, period)
      if (now !== answer) return `${period}: ${difference(answer, now)}`
    }
    return undefined
  },
}
