import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'

/** What every thread of the gateway is told when nothing more is wanted of it; it ends itself between two messages. */
export const END = 'end'

/** How long a thread may go on with what it is at: one that computes does not hear. */
const GRACE_MS = 1_000

/**
 * Ends a thread, by itself if it hears in time. To be ended from outside is the last resort: inside a database's own
 * code it can take the whole process down.
 */
export async function endThread(worker: Worker): Promise<void> {
  const exited = once(worker, 'exit', { signal: AbortSignal.timeout(GRACE_MS) })
  worker.postMessage(END)
  await exited.catch(() => worker.terminate())
}
