import { DAY_MS } from '../calendar.ts'
import { MACHINES, type MachineName } from '../machines.ts'
import type { Year } from '../year.ts'
import { defineEvent } from './define-event.ts'

const HOUR_MS = 3_600_000
const DAYS = [-DAY_MS, DAY_MS, 365 * DAY_MS]

export const clockJumps = defineEvent({
  name: 'clock-jumps',
  sentence:
    'The clock of a machine or of the database is set wrongly for a while, sometimes a year ahead.',
  perYear: 5,
  draw: (random) => ({
    clock: random.pick([...MACHINES, 'database'] as const),
    jumpMs: random.pick([-2000, 2000, -100_000, 100_000, -HOUR_MS, HOUR_MS, ...DAYS]),
    lastsMs: random.pick([5000, 60_000, HOUR_MS, DAY_MS, 40 * DAY_MS]),
  }),
  happen: setWrong,
})

interface WrongClock {
  readonly clock: MachineName | 'database'
  readonly jumpMs: number
  readonly lastsMs: number
}

/** Sets a clock wrongly, and back again unless all were set right meanwhile. */
export function setWrong(year: Year, { clock: name, jumpMs, lastsMs }: WrongClock): void {
  const clock = year.machines.clock(name)
  clock.offset += jumpMs
  year.time.after(lastsMs, () => {
    if (!year.machines.areMended) clock.offset -= jumpMs
  })
}
