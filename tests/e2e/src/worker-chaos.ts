import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openStore, type Store } from '@cchc/store'
import { dumpStore, type PostgresServer, type SlotWatch, watchSlots } from '@cchc/store/testing'
import { type ChaosCounts, judgeSlots, slotsUpTo } from './judge-slots.ts'
import { until, within } from './within-limits.ts'
import { DEEDS, type DeedCounts, type Happening } from './worker-deeds.ts'
import { endWorker, openWorkerPlace, startWorker } from './worker-place.ts'
import type { Workplace } from './workplace.ts'

/** What was done to workers, and what became of their slots. */
export interface ChaosResult extends ChaosCounts, DeedCounts {
  /** Leases that were taken from living workers before they were over. */
  readonly robbed: number
  /** Whether dossiers, catalogues and ledger are those of an undisturbed sync. */
  readonly sameContent: boolean
}

interface Watching {
  readonly store: Store
  readonly watch: SlotWatch
}

interface Asked {
  readonly slots: number
  readonly log: (line: string) => void
}

/** Three workers on one PostgreSQL, to one of which something happens again and again until so many slots are done. */
export async function workInChaos(
  postgres: PostgresServer,
  { slots, log }: Asked,
): Promise<ChaosResult> {
  const { place, close } = await openWorkerPlace()
  const url = await postgres.url('cchc_chaos')
  place.useStore(url)
  const store = await openStore({ url })
  const watch = await watchSlots(url)
  const start = () => startWorker(place, log)
  const workers = Array.from({ length: 3 }, start)
  try {
    const counts = { kills: 0, pauses: 0, stops: 0, restarts: 0 }
    const robbed = await disturb({ workers, start, watch, postgres, counts }, { slots, log })
    const end = await doTheRest({ store, watch })
    await Promise.all(workers.map((worker) => endWorker(worker, 'SIGTERM')))
    const judged = await judgeSlots({ store, watch, end })
    const sameContent = (await contentOf(url)) === (await undisturbed(place))
    return { ...judged, ...counts, robbed, sameContent }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await watch.close()
    await store.close()
    await close()
  }
}

/** Lets everything happen at least once; tells how many leases were taken from living workers. */
async function disturb(happening: Happening, { slots, log }: Asked): Promise<number> {
  const { workers, start, watch, counts } = happening
  let [ended, seen, robbed] = [0, 0, 0]
  for (let round = 0; round < DEEDS.length || ended < slots; round += 1) {
    ended = await moreEnded(watch, ended)
    log(`${JSON.stringify(counts)}, ${ended} slots have ended`)
    // Another moment of what the workers are doing, each time.
    await delay((round * 370) % 1_500)
    await DEEDS[round % DEEDS.length]?.(happening)
    const taken = await watch.taken()
    robbed += taken.slice(seen).filter(({ process }) => isLiving(workers, process)).length
    seen = taken.length
    for (const [index, worker] of workers.entries()) if (hasEnded(worker)) workers[index] = start()
  }
  return robbed
}

function isLiving(workers: readonly ChildProcess[], process: number): boolean {
  return workers.some((worker) => worker.pid === process && !hasEnded(worker))
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

/** Waits until slots ended since, and tells how many ends there are. */
async function moreEnded(watch: SlotWatch, before: number): Promise<number> {
  return until('the workers get on', async () => {
    const { length } = await watch.ends()
    return length > before ? length : undefined
  })
}

/** The workers, undisturbed now, end every slot up to the newest that has ended, which is given; later ones may be late. */
async function doTheRest({ store, watch }: Watching): Promise<number> {
  const end = Math.max(...(await watch.ends()).map(({ at }) => at))
  for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
    const before = left
    left = await until('the workers do what is left', async () => {
      // A run that the database left in the lurch is tried again after minutes.
      await watch.endDelays()
      const open = (await slotsUpTo(store, end)).filter(({ state }) => OPEN.has(state))
      return open.length < before ? open.length : undefined
    })
  }
  return end
}

const OPEN: ReadonlySet<string> = new Set(['due', 'running'])

async function undisturbed(place: Workplace): Promise<string> {
  const url = `sqlite:${join(place.folder, 'reference.db')}`
  place.useStore(url)
  await within('a sync that nothing disturbs', place.run('sync'))
  return contentOf(url)
}

async function contentOf(url: string): Promise<string> {
  const { dossier, ledger, record } = await dumpStore(url)
  return JSON.stringify({ dossier, ledger, record })
}
