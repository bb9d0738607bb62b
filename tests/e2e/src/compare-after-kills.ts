import { expect } from 'vitest'
import { killPoints, openKillRange } from './kill-matrix.ts'

const KILLS = 10

/** Kills a sync at 15 points, each into a fresh database, and expects what an undisturbed sync leaves. */
export async function expectEqualAfterKills(
  fresh: (name: string) => Promise<string>,
): Promise<void> {
  const range = await openKillRange({ dossiers: 300 })
  try {
    const reference = await range.undisturbed(await fresh('reference'))
    for (const [index, point] of killPoints(KILLS, range.requests).entries()) {
      const content = await range.killed(await fresh(`killed_${index}`), point)
      const where = `killed after ${point.afterRequests} answers and ${point.thenMs} ms`
      expect(content, where).toEqual(reference)
    }
  } finally {
    await range.close()
  }
}
