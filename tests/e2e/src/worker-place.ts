import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { within } from './within-limits.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** How often each schedule has a slot, and what the schedules and the sources that they read are called. */
export const EVERY_SECONDS = 4
export const SCHEDULES = ['a', 'b']

/** A folder in which real workers read two sources, each by a schedule of its own that leaves no slot out. */
export async function openWorkerPlace() {
  const portals = await servePortals({ world: smallWorld({ dossiers: 100 }) })
  const place = openWorkplace(portals)
  writeConfiguration(place, portals)
  const close = async () => {
    await portals.close()
    place.remove()
  }
  return { place, close }
}

/** A worker whose complaints are told. */
export function startWorker(place: Workplace, log: (line: string) => void): ChildProcess {
  const worker = place.start('worker', '--format', 'json')
  worker.stdout?.resume()
  worker.stderr?.on('data', (text) => log(`  ${worker.pid}: ${String(text).trim()}`))
  return worker
}

/** Ends a worker, however, and gives its exit code. */
export async function endWorker(
  worker: ChildProcess,
  signal: NodeJS.Signals,
): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode
  const exited = once(worker, 'exit')
  worker.kill(signal)
  const [code] = await within('a worker ends', exited)
  return code
}

/** The simulated one-stop system as a source of a configuration. */
export function oneStopSource({ url, username, groupId }: ServedPortals['openCps']) {
  const password = secret('OPENCPS_PASSWORD')
  return { connector: 'opencps', baseUrl: url, username, password, groupId, since: '2021-09-01' }
}

/** How a configuration names a variable of the environment. */
export function secret(name: string): string {
  return ['$', `{env:${name}}`].join('')
}

function writeConfiguration({ folder }: Workplace, { openCps }: ServedPortals): void {
  const source = { ...oneStopSource(openCps), pageSize: 25 }
  const schedule = (id: string, second: number) => ({
    sync: [id],
    at: `${second}-59/${EVERY_SECONDS} * * * * *`,
    missed: 'each',
  })
  const configuration = {
    store: { url: secret('STORE_URL') },
    sync: { commitRows: 25 },
    sources: { a: source, b: source },
    schedules: { a: schedule('a', 0), b: schedule('b', 2) },
  }
  writeFileSync(join(folder, 'cchc.config.yaml'), JSON.stringify(configuration))
}
