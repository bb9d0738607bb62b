import {
  type ClockDifference,
  type Connector,
  type Log,
  NO_DIFFERENCE,
  type OpenStream,
  type Redact,
} from '@cchc/connector-kit'
import { type DriftPolicy, isAppError } from '@cchc/domain'
import type { Batch, GateLimits, HeldSlot, Run, RunWriter, Store } from '@cchc/store'
import type { CommitLimits } from './commit-lane.ts'
import { holdHeapGrowth } from './heap-growth.ts'
import { type Every, startHeartbeat } from './heartbeat.ts'
import { keepSums } from './keep-sums.ts'
import { clockWarnings } from './portal-clock.ts'
import { RunOutcome } from './run-outcome.ts'

/** What went over the line so far: totals since the source was opened. */
export type Traffic = Batch['traffic']

/** A source whose connector has been opened. */
export interface OpenedSource {
  readonly streams: Readonly<Record<string, OpenStream>>
  traffic(): Traffic
  /** Takes requests that others made from what it may still ask; absent where nothing limits it. */
  charge?(requests: number): void
  clockDifference(): ClockDifference
}

/** One event of a running sync. `fetched` counts the records of this pass of the stream, refused ones included. */
export interface SyncProgress {
  readonly source: string
  readonly stream: string
  readonly phase: 'started' | 'committed' | 'completed'
  readonly fetched: number
  readonly expected: number | null
}

/** A run as it is named when it has begun. */
export interface BegunRun {
  readonly id: string
  readonly source: string
}

/** What every run needs, whether it reads or receives. */
export interface WritingSettings {
  readonly store: Pick<
    Store,
    'beginRun' | 'listStreams' | 'listQuarantine' | 'lastCommitAt' | 'rollUp'
  >
  readonly connector: Pick<Connector, 'id' | 'kind' | 'version' | 'streams'>
  readonly sourceId: string
  readonly log: Log
  /** Masks secrets in what the run keeps of failures. */
  readonly redact?: Redact
  readonly now: () => number
  /** What the heartbeat runs on; the process's timers unless given. */
  readonly every?: Every
  /** How it waits for a store that is away when the end of the run is to be kept; it does not wait unless given. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined
  readonly trigger: Run['trigger']
  /** The slot of a schedule that the run is of, while this process has it. */
  readonly slot?: HeldSlot | undefined
  /** What the source may bring without a person's word; anything unless told. */
  readonly gate?: GateLimits | undefined
  /** What happens where records look otherwise than before; `evolve` unless told. */
  readonly drift?: DriftPolicy
  /** What records look like now is usual from here on. */
  readonly acceptDrift?: boolean
  readonly signal?: AbortSignal
  /** Called once, when the run holds the source. */
  readonly onBegun?: (run: BegunRun) => void
  readonly onProgress?: (progress: SyncProgress) => void
  readonly limits?: Partial<CommitLimits> & {
    readonly heartbeatMs?: number
    /** With how many new states the store's sums are kept. */
    readonly leastToSum?: number
  }
}

/** How long readings are split into parts that several processes read at once. */
export interface PartsSettings {
  /** So many may read a part at once; with one alone nothing is split, and a split that is under way is gone on with. */
  readonly atOnce: number
  readonly claim: Store['claimPart']
  /** Opens the source with one share of what it may be asked. */
  readonly open: (
    signal: AbortSignal,
    now: () => number,
    share: { readonly of: number; readonly spent: number },
  ) => OpenedSource
}

/** What a run needs that reads. */
export interface RunSettings extends WritingSettings {
  /** Absent = nothing is read in parts. */
  readonly parts?: PartsSettings
  /** Called once a run, with the clock that the source is to ask; the signal aborts when the run ends for whatever reason. */
  readonly open: (signal: AbortSignal, now: () => number) => OpenedSource
}

/** A run that holds the source's lease. */
export interface ActiveRun {
  readonly settings: WritingSettings & Pick<RunSettings, 'parts'>
  readonly writer: RunWriter
  readonly outcome: RunOutcome
  readonly signal: AbortSignal
  /** By the clock of this machine. */
  readonly beganAt: number
  /** The earliest instant that the source was told: where a clock was set back, nothing later may have been asked for. */
  readonly readUpTo: () => number
  /** Opens the source; called at most once. */
  open(how: RunSettings['open']): OpenedSource
  /** By how much the portal's clock was another so far; 0 before the source is opened. */
  clockDifference(): ClockDifference
  /** Takes requests that others made for this run from what it may still ask. */
  charge(requests: number): void
}

const HEARTBEAT_MS = 5_000

/**
 * Takes the source's lease, does the work and writes down how it ended. Failures of the portal end in the run's
 * status; RunConflict and a store that cannot even record the end are thrown.
 */
export async function withRun(
  settings: ActiveRun['settings'],
  work: (run: ActiveRun) => Promise<void>,
): Promise<Run> {
  const { connector, sourceId, trigger, gate, slot } = settings
  const writer = await settings.store.beginRun({
    source: sourceId,
    connector: connector.id,
    connectorVersion: connector.version,
    trigger,
    gate,
    ...(slot && { slot }),
  })
  settings.onBegun?.({ id: writer.runId, source: sourceId })
  const ended = new AbortController()
  const run = createRun({ settings, writer, ended })
  const heartbeat = startHeartbeat(writer, {
    everyMs: settings.limits?.heartbeatMs ?? HEARTBEAT_MS,
    every: settings.every,
    log: settings.log,
    onLost: (reason) => ended.abort(reason),
  })
  const releaseMemory = holdHeapGrowth()
  try {
    await run.outcome.watch(() => work(run))
    await run.outcome.watch(() => tellOfClock(run))
    const done = await record(run)
    await keepSums(settings)
    return done
  } finally {
    releaseMemory()
    heartbeat.stop()
    ended.abort()
  }
}

function createRun(parts: {
  readonly settings: ActiveRun['settings']
  readonly writer: RunWriter
  readonly ended: AbortController
}): ActiveRun {
  const { settings, writer, ended } = parts
  const signal = settings.signal ? AbortSignal.any([settings.signal, ended.signal]) : ended.signal
  let opened: OpenedSource | undefined
  const clock = noteEarliest(settings.now)
  return {
    settings,
    writer,
    outcome: new RunOutcome(signal, settings.redact),
    signal,
    beganAt: clock.now(),
    readUpTo: clock.earliest,
    open(how) {
      opened = how(signal, clock.now)
      return opened
    },
    clockDifference: () => opened?.clockDifference() ?? NO_DIFFERENCE,
    charge: (requests) => opened?.charge?.(requests),
  }
}

function noteEarliest(now: () => number) {
  let earliest = Number.POSITIVE_INFINITY
  return {
    earliest: () => earliest,
    now(): number {
      const instant = now()
      earliest = Math.min(earliest, instant)
      return instant
    },
  }
}

async function tellOfClock(run: ActiveRun): Promise<void> {
  for (const warning of clockWarnings(run)) await run.writer.warn(warning)
}

/** How often and after how long a store that is away is asked again: about as long as a lease lasts. */
const ATTEMPTS = 30
const WAIT_MS = 3_000

/** A run that stays open keeps others from its source until its lease is over, as long as its process lives. */
async function record({ writer, outcome, settings: { pause, log } }: ActiveRun): Promise<Run> {
  const { status, error, failures, thrown } = outcome.result()
  if (thrown?.code === 'run_conflict') throw thrown
  const broken = thrown?.code === 'store_failed' ? thrown : undefined
  for (let attempt = 1; ; attempt += 1) {
    const run = await writer.finish({ status, error, failures }).catch((failure: unknown) => {
      const isAway = isAppError(failure, 'store_failed')
      if (!isAway || !pause || attempt >= ATTEMPTS) throw broken ?? failure
      log.warn('the end of a run could not be stored', { run: writer.runId })
    })
    if (run && attempt > 1 && broken) throw broken
    if (run) return run
    await pause?.(WAIT_MS)
  }
}
