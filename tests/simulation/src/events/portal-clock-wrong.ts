import { WRONG_CLOCKS } from '@cchc/portals'
import { DAY_MS } from '../calendar.ts'
import { SOURCES } from '../portal.ts'
import { defineEvent } from './define-event.ts'

const NAMES = Object.keys(WRONG_CLOCKS) as readonly (keyof typeof WRONG_CLOCKS)[]

export const portalClockWrong = defineEvent({
  name: 'portal-clock-wrong',
  sentence: 'For some days a portal dates its answers by a wrong clock, or cannot write a date.',
  perYear: 5,
  draw: (random) => ({
    source: random.pick([...SOURCES, SOURCES[0]]),
    days: random.whole(1, 30),
    clock: random.pick(NAMES),
  }),
  happen(year, { source, days, clock }) {
    year.count(`lie ${clock}`)
    year.portals[source].behave({ clock }, year.time.now + days * DAY_MS)
  },
})
