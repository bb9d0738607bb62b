import type { Hub } from '@cchc/hub'
import { afterAll, beforeAll } from 'vitest'
import { serveGateway } from '../../src/index.ts'
import type { RunningGateway } from '../../src/serve.ts'
import { CHROMIUM } from './browsing.ts'

/** Serves a hub to everybody on this machine while the tests of a file run; nothing where they are skipped. */
export function servedOpenly(open: () => Promise<Hub>) {
  const stop = new AbortController()
  const served: { hub?: Hub; gateway?: RunningGateway } = {}
  beforeAll(async () => {
    if (CHROMIUM === '') return
    served.hub = await open()
    const { access } = served.hub
    const toAll = { ...served.hub, access: { ...access, hasKeys: async () => false } }
    served.gateway = await serveGateway(toAll, { port: 0, signal: stop.signal })
  })
  afterAll(async () => {
    stop.abort()
    await served.gateway?.closed
  })
  return {
    address: () => served.gateway?.url ?? '',
    hub: () => served.hub as Hub,
  }
}
