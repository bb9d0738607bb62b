import { isAppError } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { BrokenPromise, type Finding } from './finding.ts'
import { judgeFailure } from './judge.ts'
import type { Look } from './looks.ts'
import { PagesRead } from './pages-read.ts'
import { Portal, SOURCES, type SourceId } from './portal.ts'
import { type Blow, type Clock, SimulatedProcess } from './process.ts'
import { Province } from './province.ts'
import { Random } from './random.ts'
import { type Source, sourcesOf } from './sources.ts'
import { openStoreInTurns, type Plant } from './store-in-turns.ts'
import { VirtualTime } from './virtual-time.ts'

export const MACHINES = ['worker-1', 'worker-2', 'worker-3', 'people'] as const
export type MachineName = (typeof MACHINES)[number]

/** A machine on which one process of the hub lives until it dies, and does one thing at a time. */
export interface Machine {
  readonly clock: Clock
  readonly blows: Blow[]
  process: SimulatedProcess | undefined
  store: Store | undefined
  isBusy: boolean
  work: Promise<void>
}

type Job = (process: SimulatedProcess, store: Store) => Promise<void>

export const YEAR_BEGINS = Date.parse('2024-12-15T00:00:00+07:00')
export const DAY_MS = 86_400_000
export const YEAR_MS = 365 * DAY_MS

/** Calls after which the facts of the store may be others. */
const WRITING = new Set(['commit', 'completePass', 'recordPeriodEvent', 'setEnteredFigures'])

/** Everything of one simulated year: the province, its portals, the hub's machines, and what is remembered. */
export class Year {
  readonly time = new VirtualTime(YEAR_BEGINS)
  readonly province = new Province(() => this.time.now)
  readonly portals = Object.fromEntries(
    SOURCES.map((source) => [source, new Portal(source, this.province)]),
  ) as Readonly<Record<SourceId, Portal>>
  readonly sources: readonly Source[]
  /** How the database says that it cannot write or read. */
  readonly failures: readonly string[]
  readonly machines = Object.fromEntries(MACHINES.map((name) => [name, newMachine()])) as Readonly<
    Record<MachineName, Machine>
  >
  readonly databaseClock: Clock = { offset: 0 }
  readonly pages = new PagesRead()
  readonly looks: Look[] = []
  /** What was stored at the last look at rest, as `source stream key`. */
  storedBefore: ReadonlySet<string> = new Set()
  /** Closed months and what was frozen of them. */
  readonly frozen = new Map<string, string>()
  /** By source: when the pass that is not whole yet began, and up to when the last whole one has read; true time. */
  readonly passBegan = new Map<string, number>()
  readonly readUpTo = new Map<string, number>()
  readonly happened = new Map<string, number>()
  readonly #seed: string
  #url: string
  readonly #plant: Plant
  /** When the event that happens now was planned: what it sets going draws its own chances from it. */
  moment = 0
  #finding: Finding | undefined
  /** Whether a call wrote facts since it was last asked. */
  hasWritten = false
  /** Whether somebody worked at the last look. */
  wasBusy = false

  constructor(parts: {
    readonly seed: string
    readonly url: string
    readonly failures: readonly string[]
    readonly plant: Plant
  }) {
    this.failures = parts.failures
    this.#seed = parts.seed
    this.#url = parts.url
    this.#plant = parts.plant
    this.sources = sourcesOf(this.portals, new Random(`sources ${parts.seed}`))
  }

  source(id: SourceId): Source {
    const found = this.sources.find((source) => source.id === id)
    if (!found) throw new RangeError(`no source ${id}`)
    return found
  }

  count(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1)
  }

  /** Remembers the first broken promise; the year ends at the next look at it. */
  report(finding: Finding | undefined): void {
    this.#finding ??= finding
  }

  throwIfBroken(): void {
    if (this.#finding) throw new BrokenPromise(this.#finding)
  }

  /** Lets a machine do something; false where it is busy. */
  start(name: MachineName, job: Job): boolean {
    const machine = this.machines[name]
    if (machine.isBusy) return false
    machine.isBusy = true
    machine.work = this.#work(name, job)
    return true
  }

  async #work(name: MachineName, job: Job): Promise<void> {
    const machine = this.machines[name]
    const { clock, blows } = machine
    machine.process ??= new SimulatedProcess({ name, time: this.time, clock, blows })
    const { process } = machine
    process.random = new Random(`${this.#seed} ${name} ${this.moment}`)
    try {
      machine.store ??= await this.time.outside(() => this.#open(process))
      await job(process, machine.store)
    } catch (thrown) {
      this.count(`thrown ${isAppError(thrown) ? thrown.code : 'otherwise'}`)
      this.report(judgeFailure(thrown, process))
    }
    if (process.isDead) await this.#bury(machine)
    machine.isBusy = false
  }

  async #bury(machine: Machine): Promise<void> {
    const { store } = machine
    machine.process = undefined
    machine.store = undefined
    if (store) await this.time.outside(() => store.close())
  }

  /** Ends what goes wrong: portals behave, clocks are right, nothing befalls anybody. */
  mend(): void {
    for (const portal of Object.values(this.portals)) portal.mend()
    for (const { blows, clock } of Object.values(this.machines)) {
      blows.length = 0
      clock.offset = 0
    }
    this.databaseClock.offset = 0
  }

  /** Lets the machines work on another database for a while. */
  async inAnotherHub(url: string, work: () => Promise<void>): Promise<void> {
    const own = this.#url
    await this.end()
    this.#url = url
    await work()
    await this.end()
    this.#url = own
  }

  /** Ends every process. */
  async end(): Promise<void> {
    for (const machine of Object.values(this.machines)) {
      machine.process?.die()
      await machine.work
      await this.#bury(machine)
    }
  }

  #open(process: SimulatedProcess): Promise<Store> {
    return openStoreInTurns({
      url: this.#url,
      process,
      time: this.time,
      databaseNow: () => this.time.now + this.databaseClock.offset,
      plant: this.#plant,
      onCalled: (method) => {
        this.count(`call ${method}`)
        if (WRITING.has(method)) this.hasWritten = true
        this.wasBusy = true
      },
    })
  }

  /** A run holds its source; it may go on with a pass that began earlier. */
  passBegins(source: string, now: number): void {
    if (!this.passBegan.has(source)) this.passBegan.set(source, now)
  }

  /** A run read its source to the end; `fromScratch` = when a run began that read everything again. */
  passEnded(source: string, fromScratch: number | undefined): void {
    this.readUpTo.set(source, fromScratch ?? this.passBegan.get(source) ?? 0)
    this.passBegan.delete(source)
    if (fromScratch !== undefined && source === 'one-stop') this.province.reveal(fromScratch)
  }
}

function newMachine(): Machine {
  return {
    clock: { offset: 0 },
    blows: [],
    process: undefined,
    store: undefined,
    isBusy: false,
    work: Promise.resolve(),
  }
}
