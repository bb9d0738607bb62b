import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { servePortals, smallWorld } from '@cchc/portals'
import { dumpStore, type StoreDump } from '@cchc/store/testing'
import { openWorkplace, type Workplace } from './workplace.ts'

/** Where one sync process is shot: after how many answers of the portals, and how many ms later. */
export interface KillPoint {
  readonly afterRequests: number
  readonly thenMs: number
}

/** Simulated portals and a way to run real `cchc sync` processes against them. */
export interface KillRange {
  /** Requests that an undisturbed sync makes. */
  readonly requests: number
  /** Runs one sync undisturbed into a fresh database and returns the whole content. */
  undisturbed(url: string): Promise<StoreDump>
  /** Runs one sync, kills it at `point`, runs it again to the end and returns the whole content. */
  killed(url: string, point: KillPoint): Promise<StoreDump>
  close(): Promise<void>
}

/** Opens the range; `dossiers` decides how long a sync takes. */
export async function openKillRange({ dossiers }: { dossiers: number }): Promise<KillRange> {
  let served = 0
  let onServed: (count: number) => void = () => undefined
  const portals = await servePortals({
    world: smallWorld({ dossiers }),
    onRequest: () => {
      served += 1
      onServed(served)
    },
  })
  const workplace = openWorkplace(portals)

  const undisturbed = async (url: string): Promise<StoreDump> => {
    workplace.useStore(url)
    served = 0
    await syncToTheEnd(workplace)
    return contentOf(url)
  }
  const killed = async (url: string, point: KillPoint): Promise<StoreDump> => {
    workplace.useStore(url)
    served = 0
    const child = workplace.start('sync')
    const ended = once(child, 'exit')
    await new Promise<void>((reached) => {
      onServed = (count) => count >= point.afterRequests && reached()
      ended.then(() => reached())
    })
    onServed = () => undefined
    await delay(point.thenMs)
    child.kill('SIGKILL')
    await ended
    await syncToTheEnd(workplace)
    return contentOf(url)
  }
  const close = async (): Promise<void> => {
    await portals.close()
    workplace.remove()
  }

  await undisturbed(`sqlite:${join(workplace.folder, 'count.db')}`)
  return { requests: served, undisturbed, killed, close }
}

/** Kill points spread over a whole sync, each at another moment after the answer. */
export function killPoints(count: number, requests: number): KillPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    afterRequests: 1 + Math.floor((index * requests) / count),
    thenMs: (index * 7) % 23,
  }))
}

async function syncToTheEnd(workplace: Workplace): Promise<void> {
  const { code, stderr } = await workplace.run('sync')
  if (code !== 0) throw new Error(`cchc sync ended with ${code}: ${stderr}`)
}

/** The whole content; cursors hold the instant and the day on which their pass began, which differ between two runs. */
export async function contentOf(url: string): Promise<StoreDump> {
  const dump = await dumpStore(url)
  const checkpoint = dump.checkpoint.map((row) =>
    row.replace(/\d{4}-[\d-]+T[\d:.]+Z/g, 'INSTANT').replace(/\d{4}-\d\d-\d\d/g, 'DAY'),
  )
  return { ...dump, checkpoint }
}
