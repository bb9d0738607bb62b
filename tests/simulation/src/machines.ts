import type { Store } from '@cchc/store'
import { type Blow, type Clock, SimulatedProcess } from './process.ts'
import { Random } from './random.ts'
import { openStoreInTurns, type Plant } from './store-in-turns.ts'
import type { VirtualTime } from './virtual-time.ts'

export const MACHINES = ['worker-1', 'worker-2', 'worker-3', 'people'] as const
export type MachineName = (typeof MACHINES)[number]

/** A machine on which one process of the hub lives until it dies, and does one thing at a time. */
interface Machine {
  readonly clock: Clock
  readonly blows: Blow[]
  process: SimulatedProcess | undefined
  store: Store | undefined
  isBusy: boolean
  work: Promise<void>
}

export type Job = (process: SimulatedProcess, store: Store) => Promise<void>

interface Surroundings {
  readonly time: VirtualTime
  readonly plant: Plant
  /** Told of each store call that has been answered. */
  readonly onCalled: (method: string) => void
  /** Told of what ends a job, except its end. */
  readonly onThrown: (thrown: unknown, process: SimulatedProcess) => void
}

/** The machines of the hub, all on one database. */
export class Machines {
  readonly databaseClock: Clock = { offset: 0 }
  readonly #surroundings: Surroundings
  readonly #machines = new Map(MACHINES.map((name) => [name, newMachine()]))
  #url: string
  #areMended = false

  constructor(url: string, surroundings: Surroundings) {
    this.#url = url
    this.#surroundings = surroundings
  }

  get areAtRest(): boolean {
    return [...this.#machines.values()].every(({ isBusy }) => !isBusy)
  }

  get areMended(): boolean {
    return this.#areMended
  }

  clock(name: MachineName | 'database'): Clock {
    return name === 'database' ? this.databaseClock : this.#machine(name).clock
  }

  /** What befalls the processes of a machine, one after the other. */
  blows(name: MachineName): Blow[] {
    return this.#machine(name).blows
  }

  /** Lets a machine do something that takes its chances from `seed`; false where it is busy. */
  start(name: MachineName, seed: string, job: Job): boolean {
    const machine = this.#machine(name)
    if (machine.isBusy) return false
    const { time } = this.#surroundings
    machine.isBusy = true
    machine.process ??= new SimulatedProcess({ name, time, ...machine })
    machine.process.random = new Random(seed)
    machine.work = this.#work(machine, machine.process, job)
    return true
  }

  async #work(machine: Machine, process: SimulatedProcess, job: Job): Promise<void> {
    const { time, onThrown } = this.#surroundings
    try {
      machine.store ??= await time.outside(() => this.#open(process))
      await job(process, machine.store)
    } catch (thrown) {
      onThrown(thrown, process)
    }
    if (process.isDead) await this.#bury(machine)
    machine.isBusy = false
  }

  async #bury(machine: Machine): Promise<void> {
    const { store } = machine
    machine.process = undefined
    machine.store = undefined
    if (store) await this.#surroundings.time.outside(() => store.close())
  }

  #open(process: SimulatedProcess): Promise<Store> {
    const { time } = this.#surroundings
    const databaseNow = () => time.now + this.databaseClock.offset
    return openStoreInTurns({ url: this.#url, process, databaseNow, ...this.#surroundings })
  }

  /** Nothing befalls anybody any more, and all clocks are right. */
  mend(): void {
    this.#areMended = true
    this.databaseClock.offset = 0
    for (const { blows, clock } of this.#machines.values()) {
      blows.length = 0
      clock.offset = 0
    }
  }

  /** Ends every process; the next ones work on another database where one is named. */
  async end(url = this.#url): Promise<void> {
    for (const machine of this.#machines.values()) {
      machine.process?.die()
      await machine.work
      await this.#bury(machine)
    }
    this.#url = url
  }

  #machine(name: MachineName): Machine {
    const machine = this.#machines.get(name)
    if (!machine) throw new RangeError(`no machine ${name}`)
    return machine
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
