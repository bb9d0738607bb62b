import type { World } from './world.ts'

/** The first index of dossiers received at or after an instant. */
export function firstReceivedAt(world: World, instant: number): number {
  return firstWhere(world.dossierCount, (index) => world.dossier(index).receivedAt >= instant)
}

/** The first of `count` indices that holds, where all after the first hold too; `count` if none does. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
