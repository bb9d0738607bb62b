import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** Headers that Node writes by itself. */
const OF_NODE = new Set(['date', 'connection', 'keep-alive'])

const { values } = parseArgs({ options: { like: { type: 'string' }, headers: { type: 'string' } } })
const like = new URL(values.like ?? '')
const asked = JSON.parse(values.headers ?? '{}') as Record<string, string>

const { bytes, headers } = await answerOf()
const app = new Hono()
app.get(like.pathname, (context) => context.body(bytes, 200, headers))
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, tell)

function tell({ port }: AddressInfo): void {
  const url = `http://127.0.0.1:${port}${like.pathname}${like.search}`
  console.log(JSON.stringify({ url, bytes: bytes.byteLength }))
}

/** The bytes and headers that the gateway answers with. */
async function answerOf() {
  const { promise, resolve } = Promise.withResolvers<Parameters<typeof taken>[0]>()
  get(like, { headers: asked }, resolve)
  return taken(await promise)
}

async function taken(response: import('node:http').IncomingMessage) {
  if (response.statusCode !== 200) throw new Error(`the gateway answered ${response.statusCode}`)
  const all = Object.entries(response.headers).filter(([name]) => !OF_NODE.has(name))
  const told = all.map(([name, value]) => [name, String(value)] as const)
  return { bytes: new Uint8Array(await buffer(response)), headers: Object.fromEntries(told) }
}

process.once('SIGTERM', () => server.close())
