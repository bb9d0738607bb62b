import { cursorVersion, readCursor, type StreamSpec } from '@cchc/connector-kit'
import { isAppError, isPositionAhead } from '@cchc/domain'
import type { PartTold, PartWriter } from '@cchc/store'
import { COMMIT_LIMITS, CommitLane } from '../commit-lane.ts'
import { type ShapeWatch, watchShape } from '../drift/shape-watch.ts'
import { startHeartbeat } from '../heartbeat.ts'
import {
  beyondClocks,
  clockWarnings,
  isBeyondClocks,
  portalAheadMs,
  portalBehindMs,
} from '../portal-clock.ts'
import { readUntilStopped } from '../read-until-stopped.ts'
import { tellNotes } from '../tell-notes.ts'
import { warnOfTotal } from '../warn-of-total.ts'
import { partFailure } from './part-failure.ts'
import { NO_PARTS, type OpenedForParts, type PartsReading } from './parts-reading.ts'

/** A part that this process has, and the source that it is read from. */
interface TakenPart {
  readonly part: PartWriter
  readonly opened: OpenedForParts
}

const HEARTBEAT_MS = 5_000

/** Reads a part from its last commit to its end; returns whether it came there, and keeps why not. Throws StoreError. */
export async function readPart(reading: PartsReading, taken: TakenPart): Promise<boolean> {
  const { part, opened } = taken
  const { connector, limits, every, log } = reading
  const spec = connector.streams[part.stream]
  const windows = opened.source.streams[part.stream]?.windows
  if (!spec || !windows) {
    await part.release(NO_PARTS)
    return false
  }
  const shape = await watchShape(watchedBy(reading, part), { stream: part.stream, key: spec.key })
  const lost = new AbortController()
  const heartbeat = startHeartbeat(part, {
    everyMs: limits?.heartbeatMs ?? HEARTBEAT_MS,
    every,
    log,
    onLost: (reason) => lost.abort(reason),
  })
  const signal = AbortSignal.any([reading.signal, lost.signal])
  const cursor = startingCursor(reading, spec, part)
  const failed = new AbortController()
  const lane = createLane({ ...reading, signal }, { ...taken, spec, cursor, shape, failed })
  try {
    const pages = windows.read({ ...part.days, cursor: cursor as undefined })
    const stated = await addPages(pages, {
      part,
      lane,
      signal: AbortSignal.any([signal, failed.signal]),
    })
    await finish({ reading, taken, lane, shape, stated })
    return true
  } catch (thrown) {
    await giveBack({ reading: { ...reading, signal }, part, lane, shape, thrown })
    return false
  } finally {
    heartbeat.stop()
  }
}

/** A position that cannot be used means that the part is read from its beginning: what came twice changes nothing. */
function startingCursor({ now }: PartsReading, spec: StreamSpec, { position, stream }: PartWriter) {
  if (!position || isPositionAhead(position.cursor, now())) return undefined
  const read = readCursor(spec, position, stream)
  return 'cursor' in read ? read.cursor : undefined
}

function watchedBy({ sourceId, connector, drift }: PartsReading, part: PartWriter) {
  return {
    writer: {
      shape: () => part.shape(part.stream),
      keepShape: (_: string, seen: Awaited<ReturnType<PartWriter['shape']>> & object) =>
        part.learnShape(() => seen),
      warn: (message: Parameters<PartWriter['warn']>[0]) => part.warn(message),
    },
    settings: { sourceId, connector, ...(drift && { drift }) },
  }
}

type Pages = Parameters<
  typeof readUntilStopped<Parameters<CommitLane['add']>[0] & { total?: number }>
>[0]

/** Returns how many rows the portal says that there are, where it does. */
async function addPages(
  pages: Pages,
  {
    part,
    lane,
    signal,
  }: { readonly part: PartWriter; readonly lane: CommitLane; readonly signal: AbortSignal },
): Promise<number | undefined> {
  const told = { notes: 0, warnings: 0 }
  let stated: number | undefined
  for await (const page of readUntilStopped(pages, signal)) {
    stated = page.total ?? stated
    await lane.add(page)
    await tellNotes({ writer: part, stream: part.stream, told }, page)
  }
  await lane.flush()
  return stated
}

async function finish(done: {
  readonly reading: PartsReading
  readonly taken: TakenPart
  readonly lane: CommitLane
  readonly shape: ShapeWatch
  readonly stated: number | undefined
}): Promise<void> {
  const { reading, taken, lane, shape, stated } = done
  const { part, opened } = taken
  await shape.endPart((learn) => part.learnShape(learn))
  await warnOfTotal({ writer: part, stream: part.stream }, { stated, came: lane.fetched })
  if (lane.isBeyondClocks) await part.warn(beyondClocks(part.stream, lane.position))
  const clocked = { settings: reading, clockDifference: opened.source.clockDifference }
  for (const warning of clockWarnings(clocked)) await part.warn(warning)
  await part.end(toldOf(lane))
}

function toldOf({ fetched, versionsAhead, endless }: CommitLane): PartTold {
  return { fetched, versionsAhead, endless }
}

/** That the records of a portal changed is told by what ended the reading. */
function ifChanged(thrown: unknown): void {
  if (!isAppError(thrown, 'portal_changed')) throw thrown
}

/** Keeps the whole pages that came, and why no more did; a part that another process has is left to that one. */
async function giveBack(left: {
  readonly reading: PartsReading
  readonly part: PartWriter
  readonly lane: CommitLane
  readonly shape: ShapeWatch
  readonly thrown: unknown
}): Promise<void> {
  const { reading, part, lane, shape, thrown } = left
  const isOurs = !reading.signal.aborted && !isAppError(thrown, 'run_conflict')
  const failure = isOurs ? partFailure(thrown, reading.redact) : undefined
  try {
    await lane.flush().catch((flushing: unknown) => {
      if (isAppError(flushing, 'store_failed')) throw flushing
    })
    if (isAppError(thrown, 'store_failed')) throw thrown
    await shape.endPart((learn) => part.learnShape(learn)).catch(ifChanged)
    await part.release(toldOf(lane), failure)
  } catch (broken) {
    if (!isAppError(broken, 'run_conflict')) throw broken
    reading.log.warn('another process reads the part', { run: part.runId })
  }
}

function createLane(
  reading: PartsReading,
  parts: TakenPart & {
    readonly spec: StreamSpec
    readonly cursor: unknown
    readonly shape: ShapeWatch
    readonly failed: AbortController
  },
): CommitLane {
  const { part, opened, spec, cursor, shape, failed } = parts
  const { sourceId, now, limits, onFetched } = reading
  const { clockDifference } = opened.source
  const clocked = { beganAt: opened.beganAt, clockDifference, settings: reading }
  return new CommitLane({
    writer: {
      async commit(batch) {
        const counts = await part.commit(batch)
        onFetched?.(counts.fetched)
        return counts
      },
    },
    source: sourceId,
    stream: part.stream,
    spec,
    mode: 'upsert',
    cursor,
    cursorVersion: cursorVersion(spec),
    shape,
    limits: { ...COMMIT_LIMITS, ...limits },
    now,
    traffic: opened.traffic,
    isBeyondClocks: (position) => isBeyondClocks(position, clocked),
    portalBehindMs: () => portalBehindMs(clocked),
    portalAheadMs: () => portalAheadMs(clocked),
    onCommitted: () => undefined,
    onFailed: (failure) => failed.abort(failure),
  })
}
