import { parentPort, workerData } from 'node:worker_threads'
import { type ToldFailure, toldFailure } from '@cchc/domain'
import { type Hub, openHub } from '@cchc/hub'
import { type Asking, answerOf } from './answer.ts'

/** What a worker says to what it was asked. */
export type WorkerAnswer = { readonly bytes: Uint8Array } | { readonly failure: ToldFailure }

let hub: Promise<Hub> | undefined

/** A hub that cannot be opened is tried again at the next question. */
async function answered(asking: Asking): Promise<WorkerAnswer> {
  try {
    hub ??= openHub(workerData)
    return { bytes: await answerOf(await hub, asking) }
  } catch (thrown) {
    await hub?.catch(() => {
      hub = undefined
    })
    return { failure: toldFailure(thrown) }
  }
}

parentPort?.on('message', async (asking: Asking) => {
  parentPort?.postMessage(await answered(asking))
})
