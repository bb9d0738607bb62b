import { drawBlow } from './blows.ts'
import { defineEvent } from './define-event.ts'

export const processDies = defineEvent({
  name: 'process-dies',
  sentence:
    'A process ends between two store calls, statements or exchanges; what it held is lost.',
  perYear: 16,
  draw: drawBlow,
  happen(year, { machine, after }) {
    const strike = () => {
      year.count('processes that died')
      year.machines[machine].process?.die()
    }
    year.machines[machine].blows.push({ after, strike })
  },
})
