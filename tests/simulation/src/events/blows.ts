import { MACHINES, type MachineName } from '../machines.ts'
import type { Random } from '../random.ts'

/** A machine and how many of its next steps still go well. */
export function drawBlow(random: Random): {
  readonly machine: MachineName
  readonly after: number
} {
  return {
    machine: random.pick(MACHINES),
    after: random.pick([1, 10, 60, 300]) * random.whole(1, 3),
  }
}
