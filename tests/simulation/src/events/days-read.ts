import { dayNumberOf, dayText } from '@cchc/domain'
import { syncIn } from '../sync.ts'
import { defineEvent } from './define-event.ts'

export const daysRead = defineEvent({
  name: 'days-read',
  sentence: 'Somebody has some days of the one-stop system read again.',
  perYear: 4,
  draw: (random) => ({ daysAgo: random.whole(1, 90), days: random.whole(1, 60), rows: 5 }),
  happen(year, { daysAgo, days, rows }) {
    const today = dayNumberOf(year.time.now)
    const [from, to] = [dayText(today - daysAgo), dayText(today - daysAgo + days)]
    const job = { source: 'one-stop', days: { from, to }, streams: ['dossiers'], rows } as const
    year.start('worker-2', (process, store) => syncIn(year, job, { process, store }))
  },
})
