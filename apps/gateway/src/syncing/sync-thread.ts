import type { Worker } from 'node:worker_threads'
import { FailureElsewhere } from '@cchc/domain'
import type { HubInWorker } from '../answering/answer-pool.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { endThread } from '../threads/end-thread.ts'
import type { SyncNews, SyncOrder } from './sync-worker.ts'
import type { Reading, Syncer, SyncWatch } from './syncer.ts'

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './sync-worker.ts' : './sync-worker.js',
  import.meta.url,
)

interface Going {
  readonly watch: SyncWatch
  readonly resolve: (ended: { readonly notes: readonly string[] }) => void
  readonly reject: (failure: unknown) => void
}

/** Syncs in a thread that opens a hub of its own, so that this one stays free; the thread begins with the first sync. */
export class SyncThread implements Syncer {
  readonly #hub: HubInWorker
  readonly #going = new Map<number, Going>()
  #worker: Worker | undefined
  #count = 0

  constructor(hub: HubInWorker) {
    this.#hub = hub
  }

  async read(reading: Reading, watch: SyncWatch): Promise<{ readonly notes: readonly string[] }> {
    this.#worker ??= this.#start()
    const order = (told: SyncOrder) => this.#worker?.postMessage(told)
    const id = this.#count
    this.#count += 1
    const { promise, resolve, reject } = Promise.withResolvers<{ notes: readonly string[] }>()
    this.#going.set(id, { watch, resolve, reject })
    const stop = () => order('stop')
    watch.signal.addEventListener('abort', stop, { once: true })
    order({ id, reading })
    try {
      return await promise
    } finally {
      watch.signal.removeEventListener('abort', stop)
      this.#going.delete(id)
    }
  }

  /** Ends the thread, whatever it does; what was committed stays. */
  async close(): Promise<void> {
    if (this.#worker) await endThread(this.#worker)
  }

  #start(): Worker {
    const worker = beginThread(PROGRAM, this.#hub)
    worker.on('message', (news: SyncNews) => this.#hear(news))
    worker.on('error', (failure) => this.#lose(failure))
    worker.on('exit', () => this.#lose(new Error('the thread that syncs has ended')))
    return worker
  }

  #hear({ id, begun, committed, ended, failure }: SyncNews): void {
    const going = this.#going.get(id)
    if (begun) going?.watch.onBegun(begun)
    if (committed) going?.watch.onProgress()
    if (ended) going?.resolve(ended)
    if (failure) going?.reject(new FailureElsewhere(failure))
  }

  #lose(failure: unknown): void {
    this.#worker = undefined
    for (const { reject } of this.#going.values()) reject(failure)
  }
}
