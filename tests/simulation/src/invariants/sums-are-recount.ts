import { COUNTING_RULES } from '@cchc/figures'
import { wrongLedgerCell } from '@cchc/store/testing'
import type { View } from '../view.ts'
import type { Invariant } from './define-invariant.ts'

export const sumsAreRecount: Invariant = {
  name: 'sums-are-recount',
  when: 'seldom',
  sentence:
    'Every sum by procedure and rule is what its dossiers give when they are counted one by one, of halves of months and of years.',
  async check(view) {
    const dossiers = await view.dossiers()
    for (const { id: rule } of rulesNow(view)) {
      const wrong = await wrongLedgerCell(view.store, dossiers, { rule, detailed: true })
      if (wrong) return `${rule}: ${wrong}`
    }
    return undefined
  },
}

/** One after the other; all of them at the end. */
function rulesNow({ isLast, year }: View): typeof COUNTING_RULES {
  const turn = (year.happened.get('looks at rest') ?? 0) % COUNTING_RULES.length
  return isLast ? COUNTING_RULES : COUNTING_RULES.slice(turn, turn + 1)
}
