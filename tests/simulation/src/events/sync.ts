import { SOURCES } from '../portal.ts'
import { syncIn } from '../sync.ts'
import { defineEvent } from './define-event.ts'

export const sync = defineEvent({
  name: 'sync',
  sentence: 'A worker begins to read a source, whether or not another one does.',
  perYear: 46,
  draw: (random) => ({
    worker: random.pick(['worker-1', 'worker-2', 'worker-3'] as const),
    source: random.pick([SOURCES[0], SOURCES[0], SOURCES[0], SOURCES[0], SOURCES[1]]),
    full: random.chance(0.06),
    rows: random.pick([1, 4, 10]),
  }),
  happen(year, { worker, ...job }) {
    const begun = year.start(worker, (process, store) => syncIn(year, job, { process, store }))
    if (!begun) year.count('sync on a busy worker')
  },
})
