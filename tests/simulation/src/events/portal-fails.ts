import { FAULTS } from '../faults/all.ts'
import { SOURCES } from '../portal.ts'
import { defineEvent } from './define-event.ts'

export const portalFails = defineEvent({
  name: 'portal-fails',
  sentence: 'Some of the next exchanges with a portal go wrong, in one of the ways of `faults`.',
  perYear: 40,
  draw: (random) => ({
    source: random.pick([...SOURCES, SOURCES[0]]),
    fault: random.pick(FAULTS).name,
    after: random.whole(0, 20),
    count: random.pick([1, 1, 2, 3, 8]),
  }),
  happen(year, { source, fault: name, after, count }) {
    year.count(`fault ${name}`)
    const fault = FAULTS.find((one) => one.name === name)
    if (fault) year.portals[source].coming.push({ fault, after, count })
  },
})
