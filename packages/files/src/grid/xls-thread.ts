import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { XlsAnswer, XlsAsked } from './xls-worker.ts'

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './xls-worker.ts' : './xls-worker.js',
  import.meta.url,
)
const LONGEST_MS = 120_000
const MOST_MEGABYTES = 1024
/** How long a thread waits for the next file of a folder. */
const IDLE_MS = 2_000

/** Reads workbooks of Excel 97-2003, one after the other, in one thread with limits on memory and time. */
class XlsThread {
  #worker: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  /** What the thread says of a file; one that is too much for it ends it, and the next file gets a new one. */
  read(asked: XlsAsked): Promise<XlsAnswer> {
    const answer = this.#last.then(() => this.#ask(asked))
    this.#last = answer
    return answer
  }

  /** A new thread. */
  start(): Worker {
    return new Worker(PROGRAM, {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      stdout: true,
      stderr: true,
    })
  }

  async #ask(asked: XlsAsked): Promise<XlsAnswer> {
    clearTimeout(this.#idle)
    const worker = this.#worker ?? this.start()
    this.#worker = worker
    worker.ref()
    try {
      worker.postMessage(asked)
      const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })
      this.#rest(worker)
      return answer as XlsAnswer
    } catch {
      this.#worker = undefined
      await worker.terminate()
      return { unreadable: true }
    }
  }

  /** A thread that nobody needs ends by itself, and never keeps the program running. */
  #rest(worker: Worker): void {
    worker.unref()
    this.#idle = setTimeout(() => {
      this.#worker = undefined
      void worker.terminate()
    }, IDLE_MS)
    this.#idle.unref()
  }
}

/** The one thread of this process. */
export const xlsThread = new XlsThread()
