import { syncIn } from '../sync.ts'
import { defineEvent } from './define-event.ts'

export const sync = defineEvent({
  name: 'sync',
  sentence: 'A worker begins to read a source, whether or not another one does.',
  perYear: 26,
  draw: (random) => {
    const isNational = random.chance(0.25)
    return {
      worker: random.pick(['worker-1', 'worker-2', 'worker-3'] as const),
      source: isNational ? ('national' as const) : ('one-stop' as const),
      full: random.chance(0.08),
      streams: isNational || random.chance(0.15) ? undefined : ['dossiers'],
      rows: random.pick([1, 5, 100]),
    }
  },
  happen(year, { worker, ...job }) {
    const begun = year.start(worker, (process, store) => syncIn(year, job, { process, store }))
    if (!begun) year.count('sync on a busy worker')
  },
})
