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
