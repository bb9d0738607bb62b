import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** How one request is answered. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Nothing at all = never answered. */
  readonly body?: string
}

/** A server that gives the answers in their order, and keeps what it was asked. */
export async function answering(...answers: readonly Answer[]) {
  const asked: Pick<IncomingMessage, 'url' | 'headers' | 'method'>[] = []
  const server = createServer(({ url, headers, method }, response) => {
    asked.push({ url, headers, method })
    give(answers[asked.length - 1] ?? answers.at(-1) ?? {}, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  afterAll(close)
  return { url: `http://127.0.0.1:${port}`, asked, close }
}

function give({ status = 200, headers = {}, body }: Answer, response: ServerResponse): void {
  if (body !== undefined) response.writeHead(status, headers).end(body)
}
