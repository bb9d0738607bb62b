import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/index.ts'
import { FIRST_DAY } from './dossiers.ts'
import type { Fixture } from './fixture.ts'
import { startProcess } from './other-process.ts'

const READS = 15

export function testProcesses(fixture: Fixture): void {
  describe('a store that another process writes to', () => {
    test('can be read all the time, and every read sees whole commits', async () => {
      const { store, url } = await fixture.fresh()
      const writer = startProcess(['write', url])
      expect(await writer.line()).toBe('committed 0')
      const progress: number[] = []
      for (let read = 0; read < READS; read += 1) {
        progress.push(await readWhole(store))
        await writer.line()
      }
      writer.endInput()
      const last = Number((await writer.rest()).at(-1)?.split(' ')[1]) - 1
      expect(await readWhole(store)).toBe(last)
      expect(progress).toEqual([...progress].sort((a, b) => a - b))
      expect(new Set(progress).size).toBeGreaterThan(1)
    })
  })
}

/** Reads dossiers by a scan and the catalogue; returns the number of the last commit that the scan saw. */
async function readWhole(store: Store): Promise<number> {
  let count = 0
  let version = -1
  for await (const some of store.scanDossiers({ from: 0, to: FIRST_DAY })) {
    count += some.length
    version = some.find(({ code }) => code === 'changing')?.version ?? version
  }
  // Every commit of the other process brings one more dossier, and the next state of the changing one.
  expect(count).toBe(version + 2)
  const names = (await store.listRecords('procedure')).map(({ key }) => key)
  expect(names).toHaveLength(3)
  const [cell] = await store.ledger({ from: FIRST_DAY, to: FIRST_DAY, byDay: true })
  expect(cell?.received).toBeGreaterThanOrEqual(count)
  return version
}
