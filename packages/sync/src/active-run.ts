import type {
  ClockDifference,
  Connector,
  Http,
  Io,
  Log,
  OpenStream,
  StreamSpec,
} from '@cchc/connector-kit'
import type { Batch, Run, RunWriter, Store } from '@cchc/store'
import type { CommitLimits } from './commit-lane.ts'
import { holdHeapGrowth } from './heap-growth.ts'
import { type Every, startHeartbeat } from './heartbeat.ts'
import { clockWarnings } from './portal-clock.ts'
import { type Outcome, RunOutcome } from './run-outcome.ts'

/** What HTTP did so far: totals since it was opened. */
export type Traffic = Batch['traffic']

/** HTTP that counts its own requests, retries and bytes, and notes by how much the portal's clock is another. */
export interface MeteredHttp extends Http {
  traffic(): Traffic
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

/** What every run needs: the source, its connector with parsed configuration, and everything outside memory. */
export interface RunSettings {
  readonly store: Pick<Store, 'beginRun' | 'listStreams' | 'listQuarantine' | 'lastCommitAt'>
  readonly connector: Connector
  readonly sourceId: string
  /** Already parsed by the connector's own schema. */
  readonly config: unknown
  /** Called once a run; the signal aborts when the run ends for whatever reason. */
  readonly openHttp: (signal: AbortSignal) => MeteredHttp
  readonly log: Log
  readonly now: () => number
  /** What the heartbeat runs on; the process's timers unless given. */
  readonly every?: Every
  readonly trigger: Run['trigger']
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SyncProgress) => void
  readonly limits?: Partial<CommitLimits> & { readonly heartbeatMs?: number }
}

/** A run that holds the source's lease. */
export interface ActiveRun {
  readonly settings: RunSettings
  readonly writer: RunWriter
  readonly outcome: RunOutcome
  readonly signal: AbortSignal
  readonly http: MeteredHttp
  /** By the clock of this machine. */
  readonly beganAt: number
  /** Opens the connector; called at most once. */
  open(): Readonly<Record<string, OpenStream<StreamSpec>>>
}

const HEARTBEAT_MS = 5_000

/**
 * Takes the source's lease, does the work and writes down how it ended. Failures of the portal end in the run's
 * status; RunConflict and a store that cannot even record the end are thrown.
 */
export async function withRun(
  settings: RunSettings,
  work: (run: ActiveRun) => Promise<void>,
): Promise<Run> {
  const { connector, sourceId, trigger } = settings
  const writer = await settings.store.beginRun({
    source: sourceId,
    connector: connector.id,
    connectorVersion: connector.version,
    trigger,
  })
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
    return await record(writer, run.outcome.result())
  } finally {
    releaseMemory()
    heartbeat.stop()
    ended.abort()
  }
}

function createRun(parts: {
  readonly settings: RunSettings
  readonly writer: RunWriter
  readonly ended: AbortController
}): ActiveRun {
  const { settings, writer, ended } = parts
  const signal = settings.signal ? AbortSignal.any([settings.signal, ended.signal]) : ended.signal
  const http = settings.openHttp(signal)
  const io: Io = { http, log: settings.log, now: settings.now, signal }
  return {
    settings,
    writer,
    outcome: new RunOutcome(signal),
    signal,
    http,
    beganAt: settings.now(),
    open: () => settings.connector.open(settings.config, io),
  }
}

async function tellOfClock(run: ActiveRun): Promise<void> {
  for (const warning of clockWarnings(run)) await run.writer.warn(warning)
}

async function record(writer: RunWriter, outcome: Outcome): Promise<Run> {
  if (outcome.thrown?.code === 'run_conflict') throw outcome.thrown
  try {
    const { status, error, failures } = outcome
    return await writer.finish({ status, error, failures })
  } catch (failure) {
    throw outcome.thrown?.code === 'store_failed' ? outcome.thrown : failure
  }
}
