import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/** No client sends more requests before it has read an answer; their answers would be kept for whoever never reads. */
const MOST_PIPELINED = 8

/** Refuses what one connection asks beyond that with 503, and closes it. */
export function withoutFloods(listener: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>()
  const change = (socket: Socket, by: number) => {
    const now = (waiting.get(socket) ?? 0) + by
    waiting.set(socket, now)
    return now
  }
  return (request, response) => {
    const { socket } = request
    const count = change(socket, 1)
    response.once('close', () => change(socket, -1))
    if (count <= MOST_PIPELINED) return listener(request, response)
    response.writeHead(503, { 'Retry-After': '10', Connection: 'close' }).end()
  }
}
