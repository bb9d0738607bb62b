import { frozenAnswer } from '../frozen.ts'
import { hubOf } from '../people.ts'
import type { Invariant } from './define-invariant.ts'
import { difference } from './known-stays-known.ts'

export const frozenStaysFrozen: Invariant = {
  name: 'frozen-stays-frozen',
  when: 'rest',
  sentence: 'The figures of a closed month stay as they were closed until it is reopened.',
  async check({ year, store }) {
    const hub = hubOf(store, { now: () => year.time.now })
    const turn = year.happened.get('looks') ?? 0
    const frozen = [...year.frozen]
    const [period, answer] = frozen[turn % Math.max(1, frozen.length)] ?? []
    if (period === undefined || answer === undefined) return undefined
    const now = await frozenAnswer(hub, period)
    return now === answer ? undefined : `${period}: ${difference(answer, now)}`
  },
}
