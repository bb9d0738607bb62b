import type { OpenStream, StreamSpec } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import type { QuarantinedRecord, Run, Store } from '@cchc/store'
import { type ActiveRun, type RunSettings, type Traffic, withRun } from './active-run.ts'
import { COMMIT_LIMITS, CommitLane } from './commit-lane.ts'
import { watchShape } from './drift/shape-watch.ts'
import { portalAheadMs, portalBehindMs } from './portal-clock.ts'
import { readUntilStopped } from './read-until-stopped.ts'
import { createTrafficMeter } from './traffic.ts'

export interface RetryOptions extends Omit<RunSettings, 'trigger'> {
  /** Ids of refused records; absent = all of the source that are not resolved. */
  readonly ids?: readonly string[]
}

/**
 * Reads refused records again by their keys and commits them; cursors stay as they are. Returns the run, or undefined
 * when the source has none to retry. What cannot be read again (no key, or a stream without lookup) is a warning.
 */
export async function retryQuarantine(options: RetryOptions): Promise<Run | undefined> {
  const refused = await unresolved(options)
  if (refused.length === 0) return undefined
  return withRun({ ...options, trigger: 'retry' }, async (run) => {
    const source = run.open(options.open)
    const traffic = createTrafficMeter(source)
    for (const [name, spec] of Object.entries(options.connector.streams)) {
      const records = refused.filter(({ stream }) => stream === name)
      if (records.length === 0) continue
      const step = () =>
        retryStream({ run, name, spec, stream: source.streams[name], records, traffic })
      if (!(await run.outcome.watchStream(name, step))) return
    }
  })
}

type Refused = Pick<QuarantinedRecord, 'key' | 'stream'>

async function unresolved({ store, sourceId, ids }: RetryOptions): Promise<Refused[]> {
  const found: Refused[] = []
  for await (const { id, key, stream } of listAll(store, sourceId)) {
    if (!ids || ids.includes(id)) found.push({ key, stream })
  }
  return found
}

async function* listAll(store: Pick<Store, 'listQuarantine'>, source: string) {
  let slice = await store.listQuarantine({ source })
  yield* slice.items
  while (slice.next !== null) {
    slice = await store.listQuarantine({ source, after: slice.next })
    yield* slice.items
  }
}

interface StreamRetry {
  readonly run: ActiveRun
  readonly name: string
  readonly spec: StreamSpec
  readonly stream: OpenStream | undefined
  readonly records: readonly Refused[]
  readonly traffic: () => Traffic
}

async function retryStream({ run, name, spec, stream, records, traffic }: StreamRetry) {
  const keys = stream?.lookup ? records.flatMap(({ key }) => (key === null ? [] : [key])) : []
  const unreadable = records.length - keys.length
  if (unreadable > 0) {
    await run.writer.warn(
      say(
        '{stream}: {count} refused records cannot be read one by one; once the portal has mended them, run: cchc sync {source} --full',
        { stream: name, count: unreadable, source: run.settings.sourceId },
      ),
    )
  }
  const found = keys.length > 0 ? stream?.lookup?.(keys) : undefined
  if (!found) return
  const { cursor, version } = (await run.writer.position(name)) ?? {}
  const failed = new AbortController()
  const shape = await watchShape(run, { stream: name, key: spec.key })
  const lane = new CommitLane({
    writer: run.writer,
    source: run.settings.sourceId,
    stream: name,
    spec,
    mode: 'upsert',
    cursor,
    cursorVersion: version,
    shape,
    limits: { ...COMMIT_LIMITS, ...run.settings.limits },
    now: run.settings.now,
    traffic,
    portalBehindMs: () => portalBehindMs(run),
    portalAheadMs: () => portalAheadMs(run),
    onCommitted: ({ refused }) => run.outcome.noteRefused(refused),
    onFailed: (failure) => failed.abort(failure),
  })
  const signal = AbortSignal.any([run.signal, failed.signal])
  try {
    for await (const records of readUntilStopped(found, signal)) {
      await lane.add({ records, cursor: cursor as undefined })
    }
  } finally {
    await lane.flush()
  }
}
