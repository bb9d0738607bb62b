import { DAY_MS } from '../calendar.ts'
import { SOURCES } from '../portal.ts'
import { defineEvent } from './define-event.ts'

export const catalogueSpoilt = defineEvent({
  name: 'catalogue-spoilt',
  sentence:
    'For some days a portal hands out an empty list of procedures, few of them, or half of them without names.',
  perYear: 4,
  draw: (random) => ({
    source: random.pick(SOURCES),
    days: random.whole(1, 20),
    procedures: random.pick(['empty', 'few', 'nameless'] as const),
  }),
  happen(year, { source, days, procedures }) {
    year.portals[source].behave({ procedures }, year.time.now + days * DAY_MS)
  },
})
