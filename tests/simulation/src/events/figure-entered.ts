import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { hubOf, monthAgo } from '../people.ts'
import { defineEvent } from './define-event.ts'

export const figureEntered = defineEvent({
  name: 'figure-entered',
  sentence: 'Somebody enters a figure that no portal has, or replaces it.',
  perYear: 6,
  draw: (random) => ({ months: random.whole(0, 4), value: String(random.whole(0, 99)) }),
  happen(year, { months, value }) {
    const period = monthAgo(year.time.now, months)
    year.start('people', async (process, store) => {
      const asked = { id: 'direction_documents', org: 'H99', period, value }
      await setIndicator.act(
        hubOf(store, process),
        { ...asked, by: 'people', reason: 'counted again' },
        {},
      )
    })
  },
})
