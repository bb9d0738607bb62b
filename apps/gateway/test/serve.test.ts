import { connect } from 'node:net'
import { ConfigError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { beforeAll, expect, it } from 'vitest'
import { serveGateway } from '../src/index.ts'
import { smallHub } from './small-hub.ts'

let hub: Hub
beforeAll(async () => {
  hub = await smallHub()
})

it('answers over HTTP until its signal ends it', async () => {
  const stop = new AbortController()
  const { url, closed } = await serveGateway(hub, { port: 0, signal: stop.signal })
  const response = await fetch(`${url}/v1/procedures/counts`)
  expect(await response.json()).toMatchObject({ total: null })
  stop.abort()
  await closed
  await expect(fetch(`${url}/health`)).rejects.toThrow()
})

const HTTP = 'HTTP/1.1\r\nHost: 127.0.0.1\r\n'

it.each([
  ['never ends its head', `GET /health ${HTTP}X-Slow: `],
  [
    'never ends its body',
    `PUT /v1/indicators/a?period=2022 ${HTTP}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
  ],
  ['never reads its answers', `GET /openapi.json ${HTTP}\r\n`.repeat(1200)],
])('ends also while a client %s', async (_what, sent) => {
  const stop = new AbortController()
  const running = await serveGateway(hub, { port: 0, signal: stop.signal, graceMs: 50 })
  const client = connect(Number(new URL(running.url).port), '127.0.0.1').pause()
  client.on('error', () => undefined)
  client.write(sent)
  expect((await fetch(`${running.url}/health`)).status).toBe(200)
  stop.abort()
  await running.closed
  client.destroy()
})

it('keeps no more than a few answers for a client that sends on without reading them', async () => {
  const stop = new AbortController()
  const running = await serveGateway(hub, { port: 0, signal: stop.signal, graceMs: 50 })
  const client = connect(Number(new URL(running.url).port), '127.0.0.1')
  client.write(`GET /health ${HTTP}\r\n`.repeat(500))
  const answered = Buffer.concat(await client.toArray()).toString()
  const statuses = answered.match(/(?<=HTTP\/1\.1 )\d+/g)
  expect(statuses).toEqual([...Array.from({ length: 8 }, () => '200'), '503'])
  expect(answered).toMatch(/^Retry-After: \d+/m)
  stop.abort()
  await running.closed
})

it('answers on a connection of which it refused a body that is too large', async () => {
  const stop = new AbortController()
  const running = await serveGateway(hub, { port: 0, signal: stop.signal, graceMs: 50 })
  const client = connect(Number(new URL(running.url).port), '127.0.0.1')
  client.setEncoding('utf8')
  const size = 2_000_000
  client.write(`POST /v1/sync ${HTTP}Content-Length: ${size}\r\n\r\n${'x'.repeat(size)}`)
  let told = ''
  for await (const part of client) {
    if (told === '') client.write(`GET /health ${HTTP}Connection: close\r\n\r\n`)
    told += part
  }
  expect(told.match(/(?<=HTTP\/1\.1 )\d+/g)).toEqual(['413', '200'])
  stop.abort()
  await running.closed
})

it('refuses to be reached by others without a key', async () => {
  await expect(serveGateway(hub, { host: '0.0.0.0', port: 0 })).rejects.toThrow(ConfigError)
})

it('says which port cannot be had', async () => {
  const stop = new AbortController()
  const first = await serveGateway(hub, { port: 0, signal: stop.signal })
  const port = Number(new URL(first.url).port)
  await expect(serveGateway(hub, { port })).rejects.toThrow(`127.0.0.1:${port} (EADDRINUSE)`)
  stop.abort()
  await first.closed
})
