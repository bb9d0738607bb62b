import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dayNumber } from '@cchc/domain'
import type { Format, Positions, RecordPool } from './record-pool.ts'

export interface PageServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * An OpenCPS that answers from memory: lists of dossiers by days of reception and offsets, and empty lists for services
 * and statistics. A page costs two short strings and a view on the pool, so that what is measured is the reader.
 */
export async function servePages(
  pools: Readonly<Partial<Record<Format, RecordPool>>>,
  onRecords: (count: number) => void = () => undefined,
): Promise<PageServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const format = formatOf(request)
    const pool = pools[format]
    if (!url.pathname.endsWith('/dossiers')) return send(response, page(format, { total: 0 }))
    const found = pool && find(pool, url.searchParams)
    if (!pool || !found) return void response.writeHead(400).end()
    const { total, positions } = found
    onRecords(positions.high - positions.low)
    send(response, page(format, { total, records: pool.records(positions) }))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function formatOf(request: IncomingMessage): Format {
  return request.headers.accept?.includes('xml') ? 'xml' : 'json'
}

interface Found {
  readonly total: number
  readonly positions: Positions
}

/** Filters that would need an index of their own: answered only where the days of reception leave nothing to filter. */
const OTHER_FILTERS = ['status', 'fromReleaseDate', 'fromFinishDate']

function find(pool: RecordPool, query: URLSearchParams): Found | undefined {
  const from = day(query.get('fromReceiveDate'), Number.MIN_SAFE_INTEGER)
  const to = day(query.get('toReceiveDate'), Number.MAX_SAFE_INTEGER - 1)
  const { low, high } = pool.received(from, to)
  if (high > low && OTHER_FILTERS.some((name) => query.has(name))) return undefined
  const start = Math.min(high, low + Number(query.get('start')))
  const end = Math.min(high, low + Number(query.get('end')))
  return { total: high - low, positions: { low: start, high: end } }
}

/** A day as OpenCPS is asked for it, `21/09/2022`. */
function day(text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  return dayNumber(`${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`)
}

interface Page {
  readonly type: string
  readonly parts: readonly Buffer[]
}

const NOTHING = Buffer.alloc(0)

function page(
  format: Format,
  { total, records = NOTHING }: { readonly total: number; readonly records?: Buffer },
): Page {
  const [head, tail] =
    format === 'json'
      ? [`{"total":${total},"data":[`, ']}']
      : [`<?xml version="1.0" encoding="UTF-8"?><data><total>${total}</total>`, '</data>']
  const parts = [Buffer.from(head), records, Buffer.from(tail)]
  return { type: `application/${format};charset=UTF-8`, parts }
}

function send(response: ServerResponse, { type, parts }: Page): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  response.writeHead(200, { 'content-type': type, 'content-length': length })
  response.cork()
  for (const part of parts) if (part.length > 0) response.write(part)
  response.end()
}
