import { parentPort, workerData } from 'node:worker_threads'
import { type ToldFailure, toldFailure } from '@cchc/domain'
import { openHub } from '@cchc/hub'
import { goBehind } from '@cchc/hub/go-behind'
import { END } from '../threads/end-thread.ts'
import { piecesOf } from './exporter.ts'

/** What the thread of an export says when it is asked for the next piece. */
export type ExportTold =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly over: true }
  | { readonly failure: ToldFailure }

goBehind()

async function* pieces() {
  yield* piecesOf(await openHub(workerData.hub), workerData.asking)
}

const own = pieces()

async function next(): Promise<ExportTold> {
  try {
    const { value, done } = await own.next()
    return done ? { over: true } : { bytes: value }
  } catch (thrown) {
    return { failure: toldFailure(thrown) }
  }
}

parentPort?.on('message', async (order: 'next' | typeof END) => {
  if (order === END) process.exit()
  parentPort?.postMessage(await next())
})
