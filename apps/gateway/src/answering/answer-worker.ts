import { parentPort, workerData } from 'node:worker_threads'
import { type ToldFailure, toldFailure } from '@cchc/domain'
import { type Hub, openHub } from '@cchc/hub'
import { goBehind } from '@cchc/hub/go-behind'
import { END } from '../threads/end-thread.ts'
import { type Asking, answerOf, receivedBy, type SentBody } from './answer.ts'

/** What a worker says to what it was asked. */
export type WorkerAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly failure: ToldFailure }

goBehind()

let hub: Promise<Hub> | undefined

/** A hub that cannot be opened is tried again at the next question. */
async function answered(job: Asking | SentBody): Promise<WorkerAnswer> {
  try {
    hub ??= openHub(workerData)
    return { bytes: await bytesOf(await hub, job) }
  } catch (thrown) {
    await hub?.catch(() => {
      hub = undefined
    })
    return { failure: toldFailure(thrown) }
  }
}

async function bytesOf(own: Hub, job: Asking | SentBody): Promise<Uint8Array<ArrayBuffer>> {
  if (!('source' in job)) return answerOf(own, job)
  return new TextEncoder().encode(JSON.stringify(await receivedBy(own, job)))
}

parentPort?.on('message', async (job: Asking | SentBody | typeof END) => {
  if (job === END) process.exit()
  const answer = await answered(job)
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : [])
})
