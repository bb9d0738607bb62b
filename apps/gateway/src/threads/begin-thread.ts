import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'

/**
 * Most that a heap of a thread may hold, in MB. From 2,048 on V8 lets heaps grow to four times what is in use before it
 * collects, below to less than twice: with several threads that is most of what a gateway takes.
 */
const MOST_HEAP = 2_000

/** Begins a thread of the gateway. */
export function beginThread(program: URL, workerData: unknown): Worker {
  const usual = getHeapStatistics().heap_size_limit / 1_048_576
  const maxOldGenerationSizeMb = Math.floor(Math.min(MOST_HEAP, usual))
  return new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb } })
}
