import type { OpenStream, Page } from '@cchc/connector-kit'
import { expect, test, vi } from 'vitest'
import { runSource } from '../src/index.ts'
import { unacknowledged } from '../src/unacknowledged.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, opening, scripted, settings } from './scripted.ts'

const page = (number: number): Page =>
  ({ records: [dossier(`H99-${number}`)], cursor: { page: number } }) as unknown as Page

/** A queue of two pages that hands out the same page until it is told that it was stored. */
async function* insistent(told: () => number) {
  for (;;) {
    if (told() === 2) return
    yield page(told() + 1)
  }
}

test.each([false, true])(
  'a queue is told of commits, but never by a dry run (%s)',
  async (dryRun) => {
    let told = 0
    const committed = vi.fn(async () => {
      told += 1
    })
    const store = new MemoryStore()
    const connector = scripted({ dossiers: () => insistent(() => told) })
    const run = await runSource(
      settings(store, connector, {
        dryRun,
        open: (signal) => {
          const { streams, ...source } = opening(connector)(signal)
          const dossiers = { ...(streams.dossiers as OpenStream), committed }
          return { ...source, streams: { ...streams, dossiers } }
        },
      }),
    )
    expect(run.status).toBe('done')
    expect(committed.mock.calls.length > 0).toBe(!dryRun)
    expect(store.content('dossiers').records.has('H99-1')).toBe(true)
  },
)

test('all but the acknowledgement of a queue stays as it is, and other streams as a whole', () => {
  const read = () => insistent(() => 2)
  const plain = { read, lookup: vi.fn(), since: '2022-01-01', openBefore: true, check: vi.fn() }
  expect(unacknowledged(plain)).toBe(plain)
  expect(unacknowledged({ ...plain, committed: vi.fn() })).toStrictEqual({
    ...plain,
    read: expect.any(Function),
  })
})
