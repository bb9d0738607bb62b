import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openStore, type Store } from '@cchc/store'
import { dumpStore, endLeases, type PostgresServer } from '@cchc/store/testing'
import {
  EVERY_SECONDS,
  endWorker,
  openWorkerPlace,
  SCHEDULES,
  startWorker,
} from './worker-place.ts'
import type { Workplace } from './workplace.ts'

/** What was done to workers, and what became of their slots. */
export interface ChaosResult {
  readonly slots: number
  readonly kills: number
  readonly pauses: number
  readonly stops: number
  readonly restarts: number
  /** Runs that a kill, a stop, a pause or a restart of the database broke off. */
  readonly broken: number
  /** Slots that were not done, that have no row, or that were done twice. */
  readonly undone: number
  readonly lost: number
  readonly doubled: number
  /** Whether dossiers, catalogues and ledger are those of an undisturbed sync. */
  readonly sameContent: boolean
}

type Deeds = Record<'kills' | 'pauses' | 'stops' | 'restarts', number>

/** Three workers on one PostgreSQL, to each of which something happens again and again until so many slots are done. */
export async function workInChaos(
  postgres: PostgresServer,
  { slots: wanted, log }: { readonly slots: number; readonly log: (line: string) => void },
): Promise<ChaosResult> {
  const { place, close } = await openWorkerPlace()
  const url = await postgres.url('cchc_chaos')
  place.useStore(url)
  const store = await openStore({ url })
  const start = () => startWorker(place, log)
  const workers = Array.from({ length: 3 }, start)
  const deeds: Deeds = { kills: 0, pauses: 0, stops: 0, restarts: 0 }
  const happening = { workers, start, url, postgres, deeds }
  try {
    let done = 0
    for (let round = 0; done < wanted; round += 1) {
      done = await moreEnded(store, done)
      log(`${JSON.stringify(deeds)}, ${done} slots have ended`)
      // Another moment of what the workers are doing, each time.
      await delay((round * 370) % 1_500)
      const doing = DEEDS[round % DEEDS.length]
      await doing?.({ ...happening, index: (round * 7) % workers.length })
    }
    await Promise.all(workers.map((worker) => endWorker(worker, 'SIGTERM')))
    const until = Date.now()
    await doTheRest(place, { store, url, until })
    const reference = join(place.folder, 'reference.db')
    place.useStore(`sqlite:${reference}`)
    await place.run('sync')
    const sameContent = (await contentOf(url)) === (await contentOf(`sqlite:${reference}`))
    return { ...(await judge(store, until)), ...deeds, sameContent }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await store.close()
    await close()
  }
}

interface Happening {
  readonly workers: ChildProcess[]
  start(): ChildProcess
  readonly url: string
  readonly postgres: PostgresServer
  readonly deeds: Deeds
  readonly index: number
}

/** What happens, in turn. */
const DEEDS: readonly ((happening: Happening) => Promise<void>)[] = [
  async ({ workers, start, deeds, index }) => {
    await replace(workers, { index, start, signal: 'SIGKILL' })
    deeds.kills += 1
  },
  // Paused until its leases are over and others have taken its slot.
  async ({ workers, url, deeds, index }) => {
    workers[index]?.kill('SIGSTOP')
    await delay(500)
    await endLeases(url)
    await delay(3_000)
    workers[index]?.kill('SIGCONT')
    deeds.pauses += 1
  },
  async ({ postgres, url, deeds }) => {
    await postgres.restart()
    // Runs that could not say that they had ended hold their sources for as long as a lease lasts.
    await endLeases(url)
    deeds.restarts += 1
  },
  async ({ workers, start, deeds, index }) => {
    await replace(workers, { index, start, signal: 'SIGKILL' })
    deeds.kills += 1
  },
  async ({ workers, start, deeds, index }) => {
    await replace(workers, { index, start, signal: 'SIGTERM' })
    deeds.stops += 1
  },
]

async function replace(
  workers: ChildProcess[],
  how: Pick<Happening, 'start'> & { readonly index: number; readonly signal: NodeJS.Signals },
): Promise<void> {
  const { index, start, signal } = how
  const worker = workers[index]
  if (worker) await endWorker(worker, signal)
  workers[index] = start()
}

/** What was under way when the last workers were stopped is done by one that does what is due. */
async function doTheRest(
  place: Workplace,
  how: { readonly store: Store; readonly url: string; readonly until: number },
): Promise<void> {
  await endLeases(how.url)
  for (let round = 0; round < 20; round += 1) {
    await place.run('worker', '--once')
    const { undone } = await judge(how.store, how.until)
    if (undone === 0) return
    await delay(3_000)
  }
}

async function slotsOf(store: Store, schedule: string) {
  return store.listSlots({ schedule, limit: 10_000 })
}

/** Waits until more slots are done than before, and tells how many. */
async function moreEnded(store: Store, before: number): Promise<number> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const all = await Promise.all(SCHEDULES.map((schedule) => slotsOf(store, schedule)))
    const done = all.flat().filter(({ state }) => state === 'done').length
    if (done > before) return done
    await delay(500)
  }
  throw new Error('the workers do not get on')
}

/** Counts the slots up to an instant, by what must be of each: a row, one end, one run that ended. */
async function judge(store: Store, until: number) {
  const runs = await allRuns(store)
  const counts = { slots: 0, undone: 0, lost: 0, doubled: 0 }
  for (const schedule of SCHEDULES) {
    const slots = (await slotsOf(store, schedule)).filter(({ at }) => at <= until)
    const [newest, oldest] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0]
    const expected = (newest - oldest) / (EVERY_SECONDS * 1000) + 1
    const done = slots.filter(({ state }) => state === 'done').length
    const endedRuns = runs.filter(({ source, status }) => source === schedule && status === 'done')
    counts.slots += expected
    counts.undone += slots.length - done
    counts.lost += expected - slots.length
    counts.doubled += Math.max(0, endedRuns.length - (await slotsWithRuns(store, schedule)))
  }
  return { ...counts, broken: runs.filter(({ status }) => status !== 'done').length }
}

/** Slots that began a run which ended, those after the instant too. */
async function slotsWithRuns(store: Store, schedule: string): Promise<number> {
  const slots = await slotsOf(store, schedule)
  const runs = await Promise.all(slots.map((slot) => store.listSlotRuns(slot)))
  return runs.filter((own) => own.some(({ status }) => status === 'done')).length
}

async function allRuns(store: Store) {
  const all = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await store.listRuns({ limit: 1000, after })
    all.push(...items)
    if (next === null) return all
    after = next
  }
}

async function contentOf(url: string): Promise<string> {
  const { dossier, ledger, record } = await dumpStore(url)
  return JSON.stringify({ dossier, ledger, record })
}
