import { isAppError } from '@cchc/domain'
import { YEAR_BEGINS } from './calendar.ts'
import { BrokenPromise, type Finding } from './finding.ts'
import { judgeFailure } from './judge.ts'
import type { Look } from './looks.ts'
import { type Job, type MachineName, Machines } from './machines.ts'
import { PagesRead } from './pages-read.ts'
import { Portal, SOURCES, type SourceId } from './portal.ts'
import { Province } from './province.ts'
import { Random } from './random.ts'
import { type Source, sourcesOf } from './sources.ts'
import type { Plant } from './store-in-turns.ts'
import { VirtualTime } from './virtual-time.ts'

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
  readonly machines: Machines
  readonly pages = new PagesRead(() => this.time.now)
  readonly looks: Look[] = []
  /** What was stored at the last look at rest, as `source stream key`. */
  storedBefore: ReadonlySet<string> = new Set()
  /** Closed months and what was frozen of them. */
  readonly frozen = new Map<string, string>()
  /** By source: when the pass that is not whole yet began, and up to when the last whole one has read; true time. */
  readonly passBegan = new Map<string, number>()
  readonly readUpTo = new Map<string, number>()
  readonly happened = new Map<string, number>()
  /** When the event that happens now was planned: what it sets going draws its own chances from it. */
  moment = 0
  /** Whether a call wrote facts since it was last asked. */
  hasWritten = false
  /** Whether somebody worked at the last look. */
  wasBusy = false
  readonly #seed: string
  #finding: Finding | undefined

  constructor(parts: {
    readonly seed: string
    readonly url: string
    readonly failures: readonly string[]
    readonly plant: Plant
  }) {
    const { seed, url, failures, plant } = parts
    this.#seed = seed
    this.failures = failures
    this.sources = sourcesOf(this.portals, new Random(`sources ${seed}`))
    this.machines = new Machines(url, {
      time: this.time,
      plant,
      onCalled: (method) => this.#noteCall(method),
      onThrown: (thrown, process) => {
        this.count(`thrown ${isAppError(thrown) ? thrown.code : 'otherwise'}`)
        this.report(judgeFailure(thrown, process))
      },
    })
  }

  source(id: SourceId): Source {
    const found = this.sources.find((source) => source.id === id)
    if (!found) throw new RangeError(`no source ${id}`)
    return found
  }

  /** Lets a machine do something; false where it is busy. */
  start(name: MachineName, job: Job): boolean {
    return this.machines.start(name, `${this.#seed} ${name} ${this.moment}`, job)
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

  /** A run holds its source; it may go on with a pass that began earlier, or begin it anew by a clock that is slow. */
  passBegins(source: string, now: number): void {
    this.passBegan.set(source, Math.min(now, this.passBegan.get(source) ?? now))
  }

  /** A run read its source to the end; `fromScratch` = when a run began that read everything again. */
  passEnded(source: string, fromScratch: number | undefined): void {
    this.readUpTo.set(source, fromScratch ?? this.passBegan.get(source) ?? 0)
    this.passBegan.delete(source)
    if (fromScratch !== undefined && source === 'one-stop') this.province.reveal(fromScratch)
  }

  #noteCall(method: string): void {
    this.count(`call ${method}`)
    if (WRITING.has(method)) this.hasWritten = true
    this.wasBusy = true
  }
}
