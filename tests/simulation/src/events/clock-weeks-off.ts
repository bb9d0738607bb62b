import { DAY_MS } from '../calendar.ts'
import { MACHINES } from '../machines.ts'
import { setWrong } from './clock-jumps.ts'
import { defineEvent } from './define-event.ts'

export const clockWeeksOff = defineEvent({
  name: 'clock-weeks-off',
  sentence: 'The clock of a machine is weeks or months off, for as long: through several syncs.',
  perYear: 3,
  draw: (random) => ({
    clock: random.pick(MACHINES),
    jumpMs: random.pick([-100, -20, 20, 40, 100]) * DAY_MS,
    lastsMs: random.whole(5, 90) * DAY_MS,
  }),
  happen: setWrong,
})
