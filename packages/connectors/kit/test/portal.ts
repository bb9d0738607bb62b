import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Http, HttpRequest, Log } from '../src/index.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** What a portal was asked, as it came. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A portal on loopback that gives the listed answers one after the other, the last one for ever. */
export async function startPortal(...answers: Answer[]) {
  const requests: Received[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const received = { method, url, headers, body: '' }
    requests.push(received)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    received.body = await text(request)
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The answer itself. */
export function ask(http: Http, request: HttpRequest<'text'>) {
  return http.read(request, (answer) => answer)
}

export function answer(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Announces more than it sends and hangs up. */
export const cutBody: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Length': '1000' })
  response.write('{"half":')
  setImmediate(() => response.destroy())
}

/** Keeps every line that is logged. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (message: string, facts?: Readonly<Record<string, unknown>>) => {
    lines.push(`${message} ${JSON.stringify(facts ?? {})}`)
  }
  return { lines, debug: write, info: write, warn: write }
}
