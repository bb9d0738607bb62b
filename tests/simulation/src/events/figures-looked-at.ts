import { COUNTING_RULES } from '@cchc/figures'
import { seenAt } from '../looks.ts'
import { defineEvent } from './define-event.ts'

export const figuresLookedAt = defineEvent({
  name: 'figures-looked-at',
  sentence: 'Somebody makes a report: figures as known at an instant, which bears its date.',
  perYear: 14,
  draw: (random) => ({ rule: random.pick(COUNTING_RULES).id }),
  happen(year, { rule }) {
    year.start('people', async (_, store) => {
      const instant = await store.settle()
      year.looks.push({ instant, rule, seen: await seenAt(store, { instant, rule }) })
    })
  },
})
