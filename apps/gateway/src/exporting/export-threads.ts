import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { FailureElsewhere } from '@cchc/domain'
import type { HubInWorker } from '../answering/answer-pool.ts'
import { Refusal } from '../refusal.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { endThread } from '../threads/end-thread.ts'
import type { ExportTold } from './export-worker.ts'
import type { ExportAsking, Exporter } from './exporter.ts'

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './export-worker.ts' : './export-worker.js',
  import.meta.url,
)

/** However slowly a client takes it: until then its snapshot holds back the database's own tidying. */
const LONGEST_MS = 60 * 60_000

/** Each export in a thread of its own, that opens a hub of its own and ends with it. */
export class ExportThreads implements Exporter {
  readonly #hub: HubInWorker
  readonly #open = new Set<Worker>()

  constructor(hub: HubInWorker) {
    this.#hub = hub
  }

  async *pieces(asking: ExportAsking, gone: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const worker = beginThread(PROGRAM, { hub: this.#hub, asking })
    this.#open.add(worker)
    const late = AbortSignal.timeout(LONGEST_MS)
    const over = AbortSignal.any([gone, late, endOf(worker)])
    try {
      for (;;) {
        const told = await nextOf(worker, over)
        if ('over' in told) return
        if ('failure' in told) throw new FailureElsewhere(told.failure)
        yield told.bytes
      }
    } catch (thrown) {
      throw gone.aborted ? new Refusal('gone') : late.aborted ? new Refusal('too_long') : thrown
    } finally {
      this.#open.delete(worker)
      await endThread(worker)
    }
  }

  /** Ends them all. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map(endThread))
  }
}

/** Aborts when a thread ends, so that nobody waits for it. */
function endOf(worker: Worker): AbortSignal {
  const ended = new AbortController()
  worker.on('error', (cause) => ended.abort(cause))
  worker.on('exit', () => ended.abort())
  return ended.signal
}

async function nextOf(worker: Worker, signal: AbortSignal): Promise<ExportTold> {
  signal.throwIfAborted()
  const piece = once(worker, 'message', { signal })
  worker.postMessage('next')
  const [told] = await piece
  return told as ExportTold
}
