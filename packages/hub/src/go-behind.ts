import { setPriority } from 'node:os'

/** As far behind that each of two threads still gets its share: a third of what the one that answers gets. */
const NICE = 5

/**
 * Lets this thread, and those that it begins, go behind the one that answers where both want a core. Only Linux knows
 * priorities of threads: elsewhere it would be that of the whole process, and nothing is done.
 */
export function goBehind(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(NICE)
  } catch {
    // Where that is forbidden, it goes beside the others.
  }
}
