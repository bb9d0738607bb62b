import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { FailureElsewhere } from '@cchc/domain'
import { InboxAnswer, type OpenHubOptions } from '@cchc/hub'
import { Refusal } from '../refusal.ts'
import { beginThread } from '../threads/begin-thread.ts'
import { endThread } from '../threads/end-thread.ts'
import type { Answerer, Asking, Receiver, SentBody } from './answer.ts'
import type { WorkerAnswer } from './answer-worker.ts'

/** What can be told to another thread of how a hub is opened. */
export type HubInWorker = Pick<OpenHubOptions, 'configPath' | 'cwd' | 'config' | 'env'>

interface PoolLimits {
  readonly workers: number
  readonly waiting: number
  readonly milliseconds: number
}

const LIMITS: PoolLimits = {
  workers: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 16,
  milliseconds: 5 * 60_000,
}

/** One thread for what portals send: bodies are stored one after the other, and those that are received wait for it. */
export const RECEIVING: Partial<PoolLimits> = { workers: 1, waiting: 100 }

/** For what takes moments: one that takes longer than that leaves the other thread free. */
export const DOING: Partial<PoolLimits> = { workers: 2, waiting: 100 }

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './answer-worker.ts' : './answer-worker.js',
  import.meta.url,
)

/**
 * Answers in threads that open hubs of their own, so that this one stays free. Whoever comes when too many wait is
 * refused as `busy`; a question that takes too long, or whose client has gone, ends with its thread.
 */
export class AnswerPool implements Answerer, Receiver {
  readonly #hub: HubInWorker
  readonly #limits: PoolLimits
  readonly #idle = new Set<Worker>()
  readonly #waiting = new Set<() => void>()
  #working = 0
  #isClosed = false

  constructor(hub: HubInWorker, limits: Partial<PoolLimits> = {}) {
    this.#hub = hub
    this.#limits = { ...LIMITS, ...limits }
  }

  answer(asking: Asking, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(signal, () => this.#inWorker(asking, signal))
  }

  /** A thread that stores is not ended because its client has gone: its source would stay held. */
  async receive(sent: SentBody, signal: AbortSignal): Promise<InboxAnswer> {
    const never = new AbortController().signal
    const bytes = await this.#inTurn(signal, () => this.#inWorker(sent, never))
    return InboxAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)))
  }

  async #inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#turn(signal)
    try {
      return await work()
    } finally {
      this.#working -= 1
      const [next] = this.#waiting
      next?.()
    }
  }

  /** Ends the threads, those that store when they have; nothing may be asked any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#idle].map(endThread))
  }

  #turn(signal: AbortSignal): Promise<void> | undefined {
    if (this.#working < this.#limits.workers) {
      this.#working += 1
      return undefined
    }
    if (this.#waiting.size >= this.#limits.waiting) throw new Refusal('busy')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const begin = () => {
      this.#waiting.delete(begin)
      this.#working += 1
      resolve()
    }
    this.#waiting.add(begin)
    const leave = () => this.#waiting.delete(begin) && reject(new Refusal('gone'))
    signal.addEventListener('abort', leave, { once: true })
    return promise
  }

  async #inWorker(job: Asking | SentBody, gone: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (gone.aborted) throw new Refusal('gone')
    const late = AbortSignal.timeout(this.#limits.milliseconds)
    const worker = this.#takeWorker()
    try {
      const answer = await exchange(worker, { job, signal: AbortSignal.any([gone, late]) })
      if (this.#isClosed) await endThread(worker)
      else this.#idle.add(worker)
      if ('failure' in answer) throw new FailureElsewhere(answer.failure)
      return answer.bytes
    } catch (thrown) {
      if (!this.#idle.has(worker)) await endThread(worker)
      throw gone.aborted ? new Refusal('gone') : late.aborted ? new Refusal('too_long') : thrown
    }
  }

  #takeWorker(): Worker {
    const [idle] = this.#idle
    if (idle) {
      this.#idle.delete(idle)
      return idle
    }
    const worker = beginThread(PROGRAM, this.#hub)
    // Whoever waits for its answer is told; one that dies while nobody waits is only forgotten.
    worker.on('error', () => undefined)
    worker.on('exit', () => this.#idle.delete(worker))
    return worker
  }
}

async function exchange(
  worker: Worker,
  { job, signal }: { readonly job: Asking | SentBody; readonly signal: AbortSignal },
): Promise<WorkerAnswer> {
  const answer = once(worker, 'message', { signal })
  worker.postMessage(job, ownBuffers(job))
  const [told] = await answer
  return told as WorkerAnswer
}

/** What goes to the thread without being copied. */
function ownBuffers(job: Asking | SentBody): ArrayBuffer[] {
  if ('source' in job) return [job.body.buffer]
  return job.upload ? [job.upload.bytes.buffer] : []
}
