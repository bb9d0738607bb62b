import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startChild } from './child.ts'
import { inScratchFolder } from './measure-syncs.ts'
import { type Probes, probeHealth } from './probe.ts'

/** Probes of a gateway, and how many bodies of how many bytes it stored meanwhile. */
export interface InboxMeasure extends Probes {
  readonly bodies: number
  readonly bytes: number
}

/** So many rows are nearly as much as a source may send at once unless told, 10 MB. */
const ROWS = 85_000

/** Probes `/health` of a gateway while a portal sends bodies of that size without pause. */
export function measureInbox(): Promise<InboxMeasure> {
  return inScratchFolder(async (folder) => {
    const args = ['--file', join(folder, 'inbox.db')]
    const { answer, stop } = await startChild<{ readonly url: string }>('serve-inbox.ts', args)
    const sender = new Worker(new URL('./send-bodies.ts', import.meta.url), {
      workerData: { url: answer.url, rows: ROWS },
    })
    try {
      const [bytes] = await once(sender, 'message')
      let bodies = 0
      sender.on('message', () => {
        bodies += 1
      })
      const probes = await probeHealth(answer.url)
      return { ...probes, bodies, bytes: Number(bytes) }
    } finally {
      await sender.terminate()
      await stop()
    }
  })
}
