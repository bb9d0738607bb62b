import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answers } from './answers.ts'
import { PUSH_KEY, READ_SOURCE, SENDING_SOURCE } from './place.ts'
import { bodyOf } from './sending-portal.ts'

interface Under {
  readonly url: string
  readonly key: string
  readonly answers: Answers
  readonly signal: AbortSignal
}

const REPORT = '/v1/reports/tt01-06a?org=H99&period=2022-Q1&partial=true'

/** What is asked in turn, by kind. */
const ASKED: readonly (readonly [kind: string, path: string])[] = [
  ['statistics', '/v1/statistics/dossiers?period=2022&by=month'],
  ['statistics', '/v1/statistics/dossiers?period=2022&by=org'],
  ['statistics', '/v1/statistics/dossiers?period=2022&by=procedure,month'],
  ['comparison', '/v1/statistics/comparison?period=2022&rule=tt01-2020,qd766-2022'],
  ['report', REPORT],
  ['document', `${REPORT}&format=xlsx`],
  ['document', `${REPORT}&format=docx`],
  ['why', '/v1/why?indicator=receivedTotal&period=2022'],
  ['list', '/v1/runs'],
  ['list', '/v1/quarantine'],
  ['list', '/v1/organisations'],
  ['status', '/v1/status'],
]

const CLIENTS = 4
const ENTERED = '/v1/indicators/plan_tasks_total?org=H99&period=2022'

/** Rows of an ordinary body, and of one that is nearly as large as its source may send. */
const FEW = 200
const MANY = 80_000

/** Asks, enters, syncs, exports and sends until the signal aborts. */
export async function loadGateway(under: Under): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, client) =>
    every(under, 250, (turn) => askNext(under, client * 3 + turn)),
  )
  await Promise.all([
    ...clients,
    every(under, 15_000, (turn) => enter(under, turn)),
    every(under, 20_000, () => sync(under)),
    every(under, 30_000, () => takeOut(under)),
    every(under, 5_000, (turn) => send(under, turn % 12 === 1 ? MANY : FEW, turn)),
  ])
}

/** Does something again and again, with a pause in between. */
async function every({ signal }: Under, ms: number, work: (turn: number) => Promise<void>) {
  for (let turn = 0; !signal.aborted; turn += 1) {
    await work(turn)
    await wait(ms, undefined, { signal }).catch(() => undefined)
  }
}

function askNext({ url, key, answers }: Under, turn: number): Promise<void> {
  const [kind, path] = ASKED[turn % ASKED.length] ?? ['status', '/v1/status']
  return answers.ask(kind, `${url}${path}`, { headers: { Authorization: `Bearer ${key}` } })
}

function enter({ url, key, answers }: Under, turn: number): Promise<void> {
  const body = JSON.stringify({ value: String(turn), by: 'load', reason: 'load' })
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  return answers.ask('entry', `${url}${ENTERED}`, { method: 'PUT', headers, body })
}

function sync({ url, key, answers }: Under): Promise<void> {
  const headers = {
    ...{ Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    'Idempotency-Key': randomUUID(),
  }
  const body = JSON.stringify({ source: [READ_SOURCE], full: 'true' })
  return answers.ask('sync', `${url}/v1/sync`, { method: 'POST', headers, body })
}

function takeOut({ url, key, answers }: Under): Promise<void> {
  const headers = { Authorization: `Bearer ${key}` }
  return answers.ask('export', `${url}/v1/exports/dossiers?org=H99&period=2022&format=ndjson`, {
    headers,
  })
}

function send({ url, answers }: Under, rows: number, turn: number): Promise<void> {
  const headers = { Authorization: `Bearer ${PUSH_KEY}`, 'Content-Type': 'application/json' }
  const kind = rows === MANY ? 'large body' : 'body'
  const to = `${url}/v1/sources/${SENDING_SOURCE}/inbox`
  return answers.ask(kind, to, { method: 'POST', headers, body: bodyOf(rows, turn) })
}
