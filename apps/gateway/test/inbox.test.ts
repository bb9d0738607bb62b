import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Inbox, openHub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import { quarantine } from '@cchc/hub/questions/quarantine'
import { runs } from '@cchc/hub/questions/runs'
import { status } from '@cchc/hub/questions/status'
import { openStore } from '@cchc/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnswerPool, RECEIVING } from '../src/answering/answer-pool.ts'
import { createGateway, serveGateway } from '../src/index.ts'
import type { RunningGateway } from '../src/serve.ts'

const KEY = 'a-key-of-the-city-alone-7c2f'
const API_KEY = 'a-key-of-the-gateway-itself'
const PERSON = 'CANARY Nguyễn Văn Bí Mật 079912345678'
const CONNECTOR = fileURLToPath(new URL('./sending-city.ts', import.meta.url))
const NOW = Date.parse('2026-03-02T08:00:00+07:00')

const reference = (name: string) => ['$', `{env:${name}}`].join('')
const cwd = mkdtempSync(join(tmpdir(), 'cchc-inbox-'))
const ended = new AbortController()

const options = {
  cwd,
  env: { CITY_KEY: KEY },
  config: {
    connectors: [CONNECTOR],
    store: { url: 'sqlite:hub.db' },
    sources: {
      city: {
        connector: 'sending-city',
        key: reference('CITY_KEY'),
        push: { maxMegabytes: 0.01 },
      },
    },
  },
}
const hub = await openHub({ ...options, now: () => NOW })

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await serveGateway(hub, { port: 0, apiKey: API_KEY, signal: ended.signal })
})
afterAll(async () => {
  ended.abort()
  await gateway.closed
  await hub.close()
  rmSync(cwd, { recursive: true, force: true })
})

function row(number: number, change: object = {}) {
  const received = `2026-02-0${number}T09:00:00+07:00`
  return { code: `H15-0${number}`, received, at: received, applicant: PERSON, ...change }
}

async function send(body: unknown, { source = 'city', key = KEY } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'Content-Type': 'application/json', 'X-City-Key': key }
  const url = `${gateway.url}/v1/sources/${source}/inbox`
  const response = await fetch(url, { method: 'POST', headers, body: text })
  return { response, answer: (await response.json()) as Record<string, unknown> }
}

const counts = { new: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 }

describe('an inbox', () => {
  it('shows before anything came that nothing did', async () => {
    const { items } = await hub.ask(status, {})
    expect(items).toMatchObject([{ stream: 'dossiers', lastCameAt: null, stale: true }])
  })

  it('answers when all of a body is stored, and the same body again changes nothing', async () => {
    const body = { rows: [row(1), row(2)] }
    const { response, answer } = await send(body)
    expect(response.status).toBe(200)
    expect(answer).toMatchObject({ ...counts, stream: 'dossiers', new: 2 })
    expect((await send(body)).answer).toMatchObject({ ...counts, unchanged: 2 })
    const done = { at: '2026-02-09T09:00:00+07:00', finished: '2026-02-09T08:00:00+07:00' }
    const changed = await send({ rows: [row(1, done)] })
    expect(changed.answer).toMatchObject({ ...counts, changed: 1 })
    expect((await send(body)).answer).toMatchObject({ ...counts, unchanged: 2 })
    expect((await hub.ask(runs, { source: 'city' })).items[0]).toMatchObject({
      ...{ id: expect.any(String), trigger: 'push', status: 'done' },
    })
  })

  it('takes out what the portal says it removed', async () => {
    expect((await send({ rows: [row(3)] })).answer).toMatchObject({ new: 1 })
    const { answer } = await send({ rows: [], removed: ['H15-03'] })
    expect(answer).toMatchObject({ ...counts, removed: 1 })
  })

  it('keeps what it refuses, and stores the others', async () => {
    const { response, answer } = await send({ rows: [row(4), row(5, { received: 'soon' })] })
    expect(response.status).toBe(202)
    expect(answer).toMatchObject({ ...counts, new: 1, refused: 1 })
    const { items } = await hub.ask(quarantine, {})
    expect(items).toMatchObject([{ source: 'city', key: { code: 'H15-05' } }])
  })

  it('is open to its key however many wrong ones come from the same address', async () => {
    const app = createGateway(hub, { mostWrongKeys: 1 })
    const post = async (key: string) => {
      const headers = { 'Content-Type': 'application/json', 'X-City-Key': key }
      const asked = { method: 'POST', headers, body: JSON.stringify({ rows: [] }) }
      return (await app.request('/v1/sources/city/inbox', asked)).status
    }
    for (let turn = 0; turn < 20; turn += 1) await post(`wrong-${turn}`)
    expect([await post(KEY), await post('wrong')]).toEqual([200, 429])
  })

  it.each([
    ['another key', { key: 'a-key-of-somebody' }],
    ['no key', { key: '' }],
    ['the key of the gateway', { key: API_KEY }],
    ['a source that is not there', { source: 'town' }],
  ])('is closed to %s', async (_, how) => {
    const { response, answer } = await send({ rows: [row(6)] }, how)
    expect(response.status).toBe(401)
    expect(answer).toMatchObject({ code: 'inbox_key', fix: expect.stringContaining('key') })
  })

  it('opens nothing else with its key', async () => {
    const headers = { Authorization: `Bearer ${KEY}` }
    const answer = await fetch(`${gateway.url}/v1/runs`, { headers })
    expect(answer.status).toBe(401)
  })

  it.each([
    ['is larger than the source may send', 'x'.repeat(10_001), 413, 'inbox_too_large'],
    ['is no JSON', 'CANARY', 400, 'usage_invalid'],
    ['holds no rows', '{"rows":5}', 400, 'usage_invalid'],
    ['says no days to be whole', rowsOf({ from: 'x', to: 'y' }), 400, 'usage_invalid'],
    ['says days the wrong way round', rowsOf(days('10', '01')), 400, 'usage_invalid'],
  ])('stores nothing of a body that %s', async (_, body, code, problem) => {
    const before = (await hub.ask(runs, {})).items.length
    const { response, answer } = await send(body)
    expect([response.status, answer.code]).toEqual([code, problem])
    expect(JSON.stringify(answer)).not.toContain('CANARY')
    expect((await hub.ask(runs, {})).items).toHaveLength(before)
  })

  it('tells to send again later while another run holds the source', async () => {
    const store = await openStore({ url: `sqlite:${join(cwd, 'hub.db')}`, now: () => NOW })
    const about = { source: 'city', connector: 'sending-city', connectorVersion: '1.0.0' }
    const held = await store.beginRun({ ...about, trigger: 'manual' })
    const { response, answer } = await send({ rows: [row(7)] })
    expect([response.status, answer.code]).toEqual([409, 'run_conflict'])
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
    await held.finish({ status: 'done', error: null })
    await store.close()
    expect((await send({ rows: [row(7)] })).answer).toMatchObject({ new: 1 })
  })

  it('promises nothing of a body that met a fault of ours', async () => {
    const { response, answer } = await send({ rows: [], planted: true })
    expect([response.status, answer.code]).toEqual([500, 'unexpected'])
    expect(response.headers.get('Retry-After')).toBeNull()
  })

  it('takes no body while others that are being received fill its room', async () => {
    const gateway = createGateway(hub, { mostHeld: 15_000 })
    const bytes = (size: number) => new Uint8Array(size)
    const sending = (body: ReadableStream | Uint8Array<ArrayBuffer>) =>
      gateway.request('http://127.0.0.1/v1/sources/city/inbox', {
        ...{ method: 'POST', headers: { 'X-City-Key': KEY }, body, duplex: 'half' },
      })
    const slow = new TransformStream<Uint8Array, Uint8Array>()
    const writer = slow.writable.getWriter()
    const first = sending(slow.readable)
    await writer.write(bytes(9000))
    const refused = await sending(bytes(9000))
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '10'])
    expect(await refused.json()).toMatchObject({ code: 'inbox_busy' })
    await writer.close()
    expect((await first).status).toBe(400)
    expect((await sending(bytes(9000))).status).toBe(400)
  })

  it('counts as read whole no day that nobody says is whole', async () => {
    expect((await hub.ask(status, {})).items).toMatchObject([{ covered: null }])
    await send({ rows: [1, 2, 4, 7].map((day) => row(day)), whole: days('01', '07') })
    expect((await hub.ask(status, {})).items[0]?.covered).toEqual({
      from: '2026-02-01',
      to: '2026-02-08T00:00:00+07:00',
    })
    await send({ rows: [], whole: days('08', '10') })
    expect((await hub.ask(status, {})).items[0]?.covered).toEqual({
      from: '2026-02-01',
      to: '2026-02-11T00:00:00+07:00',
    })
  })

  it('tells of stored dossiers that whole days no longer held', async () => {
    await send({ rows: [row(1), row(2), row(4)], whole: days('01', '07') })
    const [run] = (await hub.ask(runs, {})).items
    expect(run?.warnings).toEqual([expect.stringContaining('H15-07')])
  })

  it('is not read by a sync, which says so, and is fresh when something came', async () => {
    const { runs, notes } = await hub.act(sync, {})
    expect(runs).toEqual([])
    expect(notes).toEqual(['Source city sends by itself: there is nothing to read.'])
    expect((await hub.ask(status, {})).items).toMatchObject([
      { stale: false, lastCameAt: expect.stringMatching(/^2026-03-02T08:00:00/) },
    ])
  })

  it('of a served hub is kept by a thread, which tells the same and takes one body after the other', async () => {
    const receiver = new AnswerPool(options, RECEIVING)
    const app = createGateway(
      { ...hub, inbox: async (id) => notReceiving(await hub.inbox(id)) },
      { receiver },
    )
    const ask = async (body: unknown) => {
      const headers = { 'X-City-Key': KEY }
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await app.request('http://127.0.0.1/v1/sources/city/inbox', request)
      return [response.status, await response.json()]
    }
    const told = await Promise.all(
      [{ rows: [row(6)] }, { rows: [row(5)] }, { rows: [row(9, { at: 'x' })] }, { rows: 5 }].map(
        ask,
      ),
    )
    expect(told).toMatchObject([
      [200, { ...counts, new: 1 }],
      [200, { ...counts, new: 1 }],
      [202, { ...counts, refused: 1 }],
      [400, { code: 'usage_invalid' }],
    ])
    expect(await ask({ rows: [], planted: true })).toMatchObject([500, { code: 'unexpected' }])
    await receiver.close()
  })

  it('keeps nothing of a body beside its records', () => {
    for (const name of readdirSync(cwd)) {
      const text = readFileSync(join(cwd, name)).toString('latin1')
      for (const mark of ['CANARY', '079912345678', KEY]) expect(text).not.toContain(mark)
    }
  })
})

/** An inbox that knows its key, and receives nothing by itself. */
function notReceiving(inbox: Inbox | undefined): Inbox | undefined {
  const receive = () => Promise.reject(new Error('this thread received it'))
  return inbox && { ...inbox, receive }
}

function rowsOf(whole: object): string {
  return JSON.stringify({ rows: [row(8)], whole })
}

function days(from: string, to: string) {
  return { from: `2026-02-${from}`, to: `2026-02-${to}` }
}
