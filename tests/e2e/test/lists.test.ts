import { join } from 'node:path'
import { type PagingFault, servePortals, smallWorld } from '@cchc/portals'
import { expect, test } from 'vitest'
import { contentOf } from '../src/kill-matrix.ts'
import { type Answer, openWorkplace } from '../src/workplace.ts'

const world = smallWorld({ dossiers: 120 })

interface Synced extends Answer {
  readonly requests: number
  /** All records that the store holds. */
  readonly records: Readonly<Record<string, readonly string[]>>
}

/** One real sync of portals that page so. */
async function synced(pageSize: number, paging?: PagingFault): Promise<Synced> {
  const portals = await servePortals({ world, paging })
  const workplace = openWorkplace(portals, { pageSize })
  try {
    const answer = await workplace.run('sync', '--format', 'json')
    const { checkpoint: _, ...records } = await contentOf(
      `sqlite:${join(workplace.folder, 'cchc.db')}`,
    )
    return { ...answer, requests: portals.requests(), records }
  } finally {
    workplace.remove()
    await portals.close()
  }
}

const well = synced(25)

/** With pages of one row every list is exactly as long as full pages hold. */
test.each<[number, PagingFault]>([
  [1, 'clamped-offsets'],
  [25, 'clamped-offsets'],
  [25, 'capped-pages'],
  [25, 'one-row-pages'],
  [25, 'moving-order'],
])('a sync in pages of %i of portals with %s ends with every record', async (pageSize, paging) => {
  const { code, stderr, stdout, records, requests } = await synced(pageSize, paging)
  expect(code, stderr + stdout).toBe(0)
  expect(records).toEqual((await well).records)
  expect(requests).toBeLessThan(2000)
})

test('a sync of portals that ignore offsets fails soon and says which list is not whole', async () => {
  const { code, stdout, requests } = await synced(25, 'ignored-offsets')
  expect(code).toBe(1)
  expect(stdout).toContain('more than it handed out')
  expect(requests).toBeLessThan(200)
})
