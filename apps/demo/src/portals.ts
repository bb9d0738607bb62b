import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Where the simulated portals listen and what opens them. */
export interface PortalAddresses {
  readonly openCps: { url: string; username: string; password: string; groupId: string }
  readonly national: { url: string; username: string; password: string; unitCode: string }
}

/** Starts the simulated portals on a free loopback port; they end with this process. */
export async function startPortals(): Promise<{ addresses: PortalAddresses; stop: () => void }> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'portal-process.ts'))
  const died = once(child, 'exit').then(() => {
    throw new Error('the simulated portals ended before they were ready')
  })
  const [addresses] = await Promise.race([once(child, 'message'), died])
  died.catch(() => undefined)
  child.unref()
  return { addresses: addresses as PortalAddresses, stop: () => child.disconnect() }
}
