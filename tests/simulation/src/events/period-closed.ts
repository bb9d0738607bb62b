import { closePeriod } from '@cchc/hub/actions/closings'
import { frozenAnswer } from '../frozen.ts'
import { hubOf, monthAgo } from '../people.ts'
import { defineEvent } from './define-event.ts'

export const periodClosed = defineEvent({
  name: 'period-closed',
  sentence: 'Somebody freezes a month that is over.',
  perYear: 8,
  draw: (random) => ({ months: random.whole(1, 4) }),
  happen(year, { months }) {
    const period = monthAgo(year.time.now, months)
    year.start('people', async (process, store) => {
      const hub = hubOf(store, process)
      await closePeriod.act(hub, { org: 'H99', period, by: 'people' }, {})
      year.frozen.set(period, await frozenAnswer(hub, period))
    })
  },
})
