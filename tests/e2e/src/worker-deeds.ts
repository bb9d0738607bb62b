import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresServer, SlotOfProcess, SlotWatch } from '@cchc/store/testing'
import { until, within } from './within-limits.ts'
import { endWorker } from './worker-place.ts'

/** How often what was done to workers and to their database. */
export interface DeedCounts {
  kills: number
  pauses: number
  stops: number
  restarts: number
}

/** Workers, and what they work on. */
export interface Happening {
  readonly workers: ChildProcess[]
  start(): ChildProcess
  readonly watch: SlotWatch
  readonly postgres: PostgresServer
  readonly counts: DeedCounts
}

/** What happens in turn, each to a worker that is at a slot. */
export const DEEDS: readonly ((happening: Happening) => Promise<void>)[] = [
  kill,
  pause,
  restart,
  kill,
  stop,
]

async function kill(happening: Happening): Promise<void> {
  await replace(happening, 'SIGKILL')
  happening.counts.kills += 1
}

async function stop(happening: Happening): Promise<void> {
  await replace(happening, 'SIGTERM')
  happening.counts.stops += 1
}

async function replace(happening: Happening, signal: NodeJS.Signals): Promise<void> {
  const { workers, start } = happening
  const { worker } = await atWork(happening)
  await endWorker(worker, signal)
  workers[workers.indexOf(worker)] = start()
}

/** A worker sleeps until its leases are over and another has done its slot. */
async function pause(happening: Happening): Promise<void> {
  const { watch, counts } = happening
  const { worker, slot } = await until('a worker that can be paused', () => asleep(happening))
  const ended = async () => (await hasEnded(watch, slot)) || undefined
  await until('another worker does the slot of one that is paused', ended)
  worker.kill('SIGCONT')
  counts.pauses += 1
}

/** A worker that sleeps at a slot, its leases over; none where it sleeps within a transaction, which has a limit of its own. */
async function asleep(happening: Happening): Promise<AtWork | undefined> {
  const { watch } = happening
  const atSlot = await atWork(happening)
  const { worker, slot } = atSlot
  worker.kill('SIGSTOP')
  await delay(100)
  const between = !(await watch.isWithinTransaction())
  if (between && (await watch.endLeases(slot.process)) && !(await hasEnded(watch, slot))) {
    return atSlot
  }
  worker.kill('SIGCONT')
  return undefined
}

async function hasEnded(watch: SlotWatch, { schedule, at }: SlotOfProcess): Promise<boolean> {
  return (await watch.ends()).some((end) => end.schedule === schedule && end.at === at)
}

async function restart(happening: Happening): Promise<void> {
  const { postgres, watch, counts } = happening
  await atWork(happening)
  await within('the database starts again', postgres.restart())
  // Runs that could not say that they had ended hold their sources for as long as a lease lasts.
  await until('the database answers', () =>
    watch.endLeases().then(
      () => true,
      () => undefined,
    ),
  )
  counts.restarts += 1
}

interface AtWork {
  readonly worker: ChildProcess
  readonly slot: SlotOfProcess
}

async function atWork({ workers, watch }: Happening): Promise<AtWork> {
  return until('a worker is at a slot', async () => {
    for (const slot of await watch.held()) {
      const worker = workers.find(({ pid }) => pid === slot.process)
      if (worker) return { worker, slot }
    }
    return undefined
  })
}
