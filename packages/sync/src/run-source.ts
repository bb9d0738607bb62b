import { ConfigError, say } from '@cchc/domain'
import type { Run } from '@cchc/store'
import { type ActiveRun, type RunSettings, withRun } from './active-run.ts'
import { clockFindings } from './clock-findings.ts'
import { passStream } from './stream-pass.ts'
import { createTrafficMeter } from './traffic.ts'
import { unacknowledged } from './unacknowledged.ts'

export interface RunSourceOptions extends RunSettings {
  /** Names of streams; absent = all, in the connector's order. */
  readonly streams?: readonly string[]
  /** First and last day (inclusive) to read; streams whose removals show by absence are read whole all the same. */
  readonly from?: string
  readonly to?: string
  /** Forget the cursors and read everything again. */
  readonly full?: boolean
  /** What is absent is gone, whatever speaks against it. */
  readonly acceptRemovals?: boolean
  /** The store is a rehearsal: nothing is kept, so nothing is acknowledged at the portal. */
  readonly dryRun?: boolean
}

/**
 * Runs one source to its end and returns what the run did. A stream fails alone: only a refused login, throttling and
 * the store end the run. Its status tells: `partial` at a limit, with refused records or where some streams failed,
 * `interrupted` on abort, otherwise `failed`; what was committed stays and the next run goes on from there. Throws RunConflict when another run holds the source, StoreError when the store cannot be written.
 */
export function runSource(options: RunSourceOptions): Promise<Run> {
  return withRun(options, (run) => readStreams(run, options))
}

async function readStreams(run: ActiveRun, options: RunSourceOptions): Promise<void> {
  const { from, to, full = false, acceptRemovals = false, dryRun = false } = options
  const source = run.open(options.open)
  const traffic = createTrafficMeter(source)
  await warnOfClock(run)
  for (const [name, spec] of Object.entries(options.connector.streams)) {
    if (options.streams && !options.streams.includes(name)) continue
    const goOn = await run.outcome.watchStream(name, async () => {
      const opened = source.streams[name]
      if (!opened) throw withoutReader(options.connector.id, name)
      const stream = dryRun ? unacknowledged(opened) : opened
      await passStream({ run, name, spec, stream, traffic, from, to, full, acceptRemovals })
    })
    if (!goOn) return
  }
}

async function warnOfClock({ settings, writer }: ActiveRun): Promise<void> {
  const { store, sourceId, now } = settings
  const streams = (await store.listStreams()).filter(({ source }) => source === sourceId)
  const stored = { streams, lastCommitAt: await store.lastCommitAt(), now: now() }
  for (const finding of clockFindings(stored)) await writer.warn(finding)
}

function withoutReader(connector: string, stream: string): ConfigError {
  return new ConfigError(say('connector {connector} has no reader {stream}', { connector, stream }))
}
