import { parentPort, workerData } from 'node:worker_threads'
import { PUSH_KEY, SENDING_SOURCE } from './mixed/place.ts'
import { bodyOf } from './mixed/sending-portal.ts'

/** Sends bodies of so many rows to a gateway, one after the other, until the thread is ended; tells of each how long it was. */
const { url, rows } = workerData as { readonly url: string; readonly rows: number }
const rounds = [bodyOf(rows, 1), bodyOf(rows, 2)]

for (let turn = 0; ; turn += 1) {
  const body = rounds[turn % rounds.length] ?? ''
  const headers = { Authorization: `Bearer ${PUSH_KEY}`, 'Content-Type': 'application/json' }
  const to = `${url}/v1/sources/${SENDING_SOURCE}/inbox`
  const response = await fetch(to, { method: 'POST', headers, body })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`a body was answered ${response.status}: ${text}`)
  parentPort?.postMessage(Buffer.byteLength(body))
}
