import { retryIn } from '../sync.ts'
import { defineEvent } from './define-event.ts'

export const refusalsRetried = defineEvent({
  name: 'refusals-retried',
  sentence: 'Somebody has the refused records of the one-stop system read again.',
  perYear: 3,
  draw: () => ({}),
  happen(year) {
    year.start('people', (process, store) => retryIn(year, 'one-stop', { process, store }))
  },
})
