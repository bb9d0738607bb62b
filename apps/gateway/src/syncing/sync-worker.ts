import { parentPort, workerData } from 'node:worker_threads'
import { type ToldFailure, toldFailure } from '@cchc/domain'
import { type Hub, openHub } from '@cchc/hub'
import { goBehind } from '@cchc/hub/go-behind'
import { END } from '../threads/end-thread.ts'
import { gatewayStopped, type Reading, syncerOf } from './syncer.ts'

/** What the thread is told: to begin a reading, or that all of them end at a page. */
export type SyncOrder = { readonly id: number; readonly reading: Reading } | 'stop' | typeof END

/** What the thread tells of a sync. */
export interface SyncNews {
  readonly id: number
  readonly begun?: { readonly id: string; readonly source: string }
  readonly committed?: true
  readonly ended?: { readonly notes: readonly string[] }
  readonly failure?: ToldFailure
}

goBehind()

const stop = new AbortController()
let hub: Promise<Hub> | undefined

parentPort?.on('message', async (order: SyncOrder) => {
  if (order === END) process.exit()
  if (order === 'stop') return stop.abort(gatewayStopped())
  const { id, reading } = order
  const tell = (news: Omit<SyncNews, 'id'>) => parentPort?.postMessage({ id, ...news })
  try {
    hub ??= openHub(workerData)
    const { notes } = await syncerOf(await hub).read(reading, {
      signal: stop.signal,
      onBegun: (begun) => tell({ begun }),
      onProgress: () => tell({ committed: true }),
    })
    tell({ ended: { notes } })
  } catch (thrown) {
    // One that cannot be opened is tried again by the next sync.
    await hub?.catch(() => {
      hub = undefined
    })
    tell({ failure: toldFailure(thrown) })
  }
})
