import { MACHINES } from '../machines.ts'
import { DAY_MS } from '../year.ts'
import { defineEvent } from './define-event.ts'

const HOUR_MS = 3_600_000

export const clockJumps = defineEvent({
  name: 'clock-jumps',
  sentence:
    'The clock of a machine or of the database is set wrongly for a while; those of workers only ahead and that of people only back: see the red cases.',
  perYear: 5,
  draw(random) {
    const clock = random.pick([...MACHINES, 'database'] as const)
    const sign = SIGNS[clock] ?? random.pick([-1, 1])
    const jumpMs = sign * random.pick([2000, 100_000, HOUR_MS, DAY_MS])
    return { clock, jumpMs, lastsMs: random.pick([5000, 60_000, HOUR_MS, DAY_MS]) }
  },
  happen(year, { clock: name, jumpMs, lastsMs }) {
    const clock = year.machines.clock(name)
    clock.offset += jumpMs
    year.time.after(lastsMs, () => {
      clock.offset -= jumpMs
    })
  },
})

const SIGNS: Readonly<Record<string, number>> = {
  people: -1,
  'worker-1': 1,
  'worker-2': 1,
  'worker-3': 1,
}
