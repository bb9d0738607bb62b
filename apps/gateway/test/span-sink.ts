import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll } from 'vitest'

/** A span as it comes over OTLP. */
export interface SentSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: Readonly<Record<string, string | number>>
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<SentSpan, 'attributes'> & {
        readonly attributes: readonly {
          readonly key: string
          readonly value: { readonly stringValue?: string; readonly intValue?: number }
        }[]
      })[]
    }[]
  }[]
}

/** A collector of OpenTelemetry on loopback, and every span that it was sent. */
export async function spanSink() {
  const spans: SentSpan[] = []
  const heads: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    heads.push(request.headers.authorization)
    const sent = (await json(request)) as Sent
    for (const one of sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans)) {
      for (const { attributes, ...span } of one.spans) {
        const told = attributes.map(({ key, value }) => {
          return [key, value.stringValue ?? value.intValue ?? ''] as const
        })
        spans.push({ ...span, attributes: Object.fromEntries(told) })
      }
    }
    response.setHeader('Content-Type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`
  return { url, spans, heads }
}
