import type { SimulatedProcess } from '../process.ts'
import { drawBlow } from './blows.ts'
import { defineEvent } from './define-event.ts'

export const processDies = defineEvent({
  name: 'process-dies',
  sentence:
    'A process ends between two store calls, statements or exchanges; what it held is lost.',
  perYear: 16,
  draw: drawBlow,
  happen(year, { machine, after }) {
    const strike = (process: SimulatedProcess) => {
      year.count('processes that died')
      process.die()
    }
    year.machines.blows(machine).push({ after, strike })
  },
})
