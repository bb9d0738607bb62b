import { PAGING_FAULTS } from '@cchc/portals'
import { DAY_MS } from '../calendar.ts'
import { type Mood, SOURCES } from '../portal.ts'
import type { Random } from '../random.ts'
import { defineEvent } from './define-event.ts'

/** A list that hides its first row is a portal that no longer serves it: `dossier-vanishes` does that. */
const PAGINGS = PAGING_FAULTS.filter((name) => name !== 'deletions')

export const portalLies = defineEvent({
  name: 'portal-lies',
  sentence:
    'For some days a portal pages wrongly, states wrong totals, repeats rows, or sends old or malformed ones.',
  perYear: 10,
  draw: (random) => ({
    source: random.pick([...SOURCES, SOURCES[0]]),
    days: random.whole(1, 30),
    mood: random.chance(0.5) ? { paging: random.pick(PAGINGS) } : { quirks: quirksOf(random) },
  }),
  happen(year, { source, days, mood }) {
    year.count(`lie ${mood.paging ?? Object.keys(mood.quirks ?? {}).join()}`)
    year.portals[source].behave(mood, year.time.now + days * DAY_MS)
  },
})

function quirksOf(random: Random): Mood['quirks'] {
  return random.pick([
    { malformedEvery: random.whole(2, 5) },
    { duplicateEvery: random.whole(1, 4) },
    { staleEvery: random.whole(1, 4) },
    { wrongTotalBy: random.pick([-3, -1, 1, 3]) },
    { shiftPagesBy: 1 },
  ])
}
