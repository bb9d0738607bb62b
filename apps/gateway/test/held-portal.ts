import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * A portal on 127.0.0.1 with pages of one dossier; the third and last is answered when it is let. Where the second takes its
 * time, what came until then is committed with it.
 */
export async function heldPortal({ secondAfterMs = 0 } = {}) {
  const letGo = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  let requests = 0
  const server = createServer(async (request, response) => {
    requests += 1
    const page = Number(new URL(request.url ?? '', 'http://portal').searchParams.get('page'))
    if (page === 2) await wait(secondAfterMs)
    if (page === 3) {
      reached.resolve()
      await letGo.promise
    }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ codes: [`H15-0${page}`], isLast: page === 3 }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    /** Settles when its last page is asked for. */
    reached: reached.promise,
    letGo: letGo.resolve,
    close() {
      letGo.resolve()
      server.closeAllConnections()
      server.close()
    },
  }
}
