import { reopenPeriod } from '@cchc/hub/actions/closings'
import { hubOf } from '../people.ts'
import { defineEvent } from './define-event.ts'

export const periodReopened = defineEvent({
  name: 'period-reopened',
  sentence: 'Somebody reopens a closed month for a reason.',
  perYear: 3,
  draw: (random) => ({ share: random.next() }),
  happen(year, { share }) {
    const period = [...year.frozen.keys()][Math.floor(share * year.frozen.size)]
    if (period === undefined) return
    year.start('people', async (process, store) => {
      year.frozen.delete(period)
      const asked = { org: 'H99', period, by: 'people', reason: 'a simulated mistake' }
      await reopenPeriod.act(hubOf(store, process), asked, {})
    })
  },
})
