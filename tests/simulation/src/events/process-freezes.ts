import type { SimulatedProcess } from '../process.ts'
import { drawBlow } from './blows.ts'
import { defineEvent } from './define-event.ts'

export const processFreezes = defineEvent({
  name: 'process-freezes',
  sentence:
    'A process stands still, often for longer than its lease, and then goes on as if nothing had been.',
  perYear: 10,
  draw: (random) => ({ ...drawBlow(random), seconds: random.pick([20, 85, 95, 600]) }),
  happen(year, { machine, after, seconds }) {
    const strike = (process: SimulatedProcess) => {
      year.count('processes that froze')
      process.freeze(seconds * 1000)
    }
    year.machines.blows(machine).push({ after, strike })
  },
})
