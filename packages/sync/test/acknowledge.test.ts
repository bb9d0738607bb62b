import type { HttpConnector, OpenStream } from '@cchc/connector-kit'
import { PortalUnavailable, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RunSourceOptions, runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, opening, scripted, settings } from './scripted.ts'

/** A queue that hands out what it was not told of, however often it is asked. */
class Queue {
  acknowledged = 0
  failing = false
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  async *read() {
    for (let page = this.acknowledged + 1; page <= this.#size; page += 1) {
      yield { records: [dossier(`H99-${page}`)], cursor: { page } }
    }
  }

  acknowledge(page: number): void {
    if (this.failing) throw new PortalUnavailable(say('the queue does not answer'))
    this.acknowledged = page
  }
}

let store: MemoryStore
let queue: Queue
/** How many dossiers were stored at each acknowledgement. */
let stored: number[]

beforeEach(() => {
  store = new MemoryStore()
  queue = new Queue(3)
  stored = []
})

const committed = async (cursor: unknown) => {
  stored.push(store.content('dossiers').records.size)
  queue.acknowledge((cursor as { readonly page: number }).page)
}

function run(change: Partial<RunSourceOptions> = {}) {
  const connector: HttpConnector = scripted({ dossiers: () => queue.read() })
  const open = (signal: AbortSignal) => {
    const { streams, ...source } = opening(connector)(signal)
    const dossiers = { ...(streams.dossiers as OpenStream), committed } as OpenStream
    return { ...source, streams: { ...streams, dossiers } }
  }
  return runSource(settings(store, connector, { open, ...change }))
}

describe('a queue', () => {
  it('is told of each commit after it, with the cursor that it holds', async () => {
    expect((await run()).status).toBe('done')
    expect(queue.acknowledged).toBe(3)
    expect(stored).toEqual([1, 2, 3])
  })

  it('is told once of pages that are committed together', async () => {
    await run({ limits: { rows: 100, milliseconds: 60_000 } })
    expect(stored).toEqual([3])
  })

  it('is never told of what could not be committed', async () => {
    store.beforeCommit = async ({ stream }) => {
      if (stream === 'dossiers') throw new PortalUnavailable(say('nothing is written'))
    }
    await run()
    expect([queue.acknowledged, ...stored]).toEqual([0])
  })

  it('that cannot be told fails its stream alone; its data stays, and nothing is doubled the next time', async () => {
    queue.failing = true
    const failed = await run()
    expect(failed).toMatchObject({ status: 'partial', failures: [{ stream: 'dossiers' }] })
    const kept = store.content('dossiers').records.size
    expect(kept).toBeGreaterThan(0)
    expect(queue.acknowledged).toBe(0)
    queue.failing = false
    expect((await run()).status).toBe('done')
    expect(store.content('dossiers').records.size).toBe(3)
    expect(queue.acknowledged).toBe(3)
  })

  it('of a stream that is staged is told when the whole pass is stored', async () => {
    const completed: number[] = []
    const told = async () => void completed.push(store.content('fields').completed)
    const connector = scripted({
      fields: async function* () {
        yield { records: [{ code: 'G01', name: 'Đất đai' }], cursor: undefined }
        yield { records: [{ code: 'G02', name: 'Hộ tịch' }], cursor: undefined }
      },
    })
    const open = (signal: AbortSignal) => {
      const { streams, ...source } = opening(connector)(signal)
      return {
        streams: { ...streams, fields: { ...(streams.fields as OpenStream), committed: told } },
        ...source,
      }
    }
    await runSource(settings(store, connector, { open }))
    expect(completed).toEqual([1])
  })
})
