import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

interface Portal {
  readonly url: string
  readonly username: string
  readonly password: string
}

/** Where the simulated portals listen and what opens them. */
export interface PortalAddresses {
  readonly openCps: Portal & { readonly groupId: string }
  readonly national: Portal & { readonly unitCode: string }
}

/** Portals in a process of their own. */
export interface RunningPortals {
  readonly addresses: PortalAddresses
  stop(): void
}

/** Starts the portals of a province on a free loopback port; `shownAt` = the instant whose state they show. */
export async function startPortals(shownAt?: string): Promise<RunningPortals> {
  const script = join(import.meta.dirname, 'portal-process.ts')
  const child: ChildProcess = fork(script, shownAt === undefined ? [] : [shownAt])
  const died = once(child, 'exit').then(() => {
    throw new Error('the simulated portals ended before they were ready')
  })
  const [addresses] = await Promise.race([once(child, 'message'), died])
  died.catch(() => undefined)
  child.unref()
  return { addresses: addresses as PortalAddresses, stop: () => child.disconnect() }
}
