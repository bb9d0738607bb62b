import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../src/index.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A portal on loopback that gives the listed answers one after the other, the last one for ever. */
export async function startPortal(...answers: Answer[]) {
  const requests: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    requests.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
    })
    const answer = answers[Math.min(requests.length, answers.length) - 1]
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
