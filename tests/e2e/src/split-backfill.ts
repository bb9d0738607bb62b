import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { openStore, type Run } from '@cchc/store'
import { dumpStore, type PartWatch, type PostgresServer, watchParts } from '@cchc/store/testing'
import { until, within } from './within-limits.ts'
import { endWorker, oneStopSource, secret, startWorker } from './worker-place.ts'
import { answerOf, openWorkplace, type Workplace } from './workplace.ts'

/** What became of a back-fill that many processes read. */
export interface BackfillResult {
  readonly run: Run | undefined
  /** How many processes were seen at its parts. */
  readonly readers: number
  /** Whether the content is that of an undisturbed sync by one process. */
  readonly sameContent: boolean
}

const WORKERS = 3

/** How often all together may ask: a reading takes seconds, so that everybody comes to read a part of it. */
const REQUESTS_PER_SECOND = 20

/** A sync whose parts three workers help to read, of which one is killed and one sleeps until its part is another's. */
export async function backfillByMany(postgres: PostgresServer): Promise<BackfillResult> {
  const portals = await servePortals({ world: smallWorld({ dossiers: 150 }) })
  const place = openWorkplace(portals)
  writeConfiguration(place, portals, WORKERS + 1)
  const url = await postgres.url('cchc_parts')
  place.useStore(url)
  const store = await openStore({ url })
  const watch = await watchParts(url)
  const workers = Array.from({ length: WORKERS }, () => startWorker(place, () => undefined))
  try {
    const sync = place.start('sync', 'a', '--format', 'json')
    const ended = answerOf(sync)
    const readers = await disturb(watch, workers)
    await within('the sync ends', ended)
    await Promise.all(workers.map((worker) => endWorker(worker, 'SIGTERM')))
    const { items } = await store.listRuns()
    const [run] = items
    const sameContent = (await contentOf(url)) === (await undisturbed(place, portals))
    return { run, readers, sameContent }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await watch.close()
    await store.close()
    await portals.close()
    place.remove()
  }
}

/** Kills a worker that reads a part, then puts one to sleep until its part is another's; tells how many read. */
async function disturb(watch: PartWatch, workers: ChildProcess[]): Promise<number> {
  const seen = new Set<number>()
  const reader = (words: string, but?: ChildProcess) =>
    until(words, async () => {
      const held = await watch.held()
      for (const { process } of held) seen.add(process)
      const living = workers.filter((one) => one !== but && isLiving(one))
      return living.find(({ pid }) => held.some(({ process }) => process === pid))
    })
  await endWorker(await reader('a worker reads a part'), 'SIGKILL')
  const asleep = await reader('another worker reads a part')
  asleep.kill('SIGSTOP')
  await watch.endLeases(asleep.pid ?? 0)
  await reader('a third worker reads a part', asleep)
  asleep.kill('SIGCONT')
  return seen.size
}

function isLiving({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

async function undisturbed(place: Workplace, portals: ServedPortals): Promise<string> {
  const url = `sqlite:${join(place.folder, 'reference.db')}`
  place.useStore(url)
  writeConfiguration(place, portals, 1)
  await within('a sync that nothing disturbs', place.run('sync', 'a'))
  return contentOf(url)
}

async function contentOf(url: string): Promise<string> {
  const { checkpoint: _, ...content } = await dumpStore(url)
  return JSON.stringify(content)
}

function writeConfiguration(
  { folder }: Workplace,
  { openCps }: ServedPortals,
  backfillWorkers: number,
): void {
  const configuration = {
    store: { url: secret('STORE_URL') },
    sync: { commitRows: 5, backfillWorkers },
    sources: {
      a: {
        ...oneStopSource(openCps),
        windowDays: 20,
        pageSize: 10,
        http: {
          concurrency: WORKERS + 1,
          ...(backfillWorkers > 1 && { requestsPerSecond: REQUESTS_PER_SECOND }),
        },
      },
    },
    schedules: { yearly: { sync: ['a'], at: '0 0 1 1 *' } },
  }
  writeFileSync(join(folder, 'cchc.config.yaml'), JSON.stringify(configuration))
}
