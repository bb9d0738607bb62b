import { cursorVersion } from '@cchc/connector-kit'
import { dayNumber, say } from '@cchc/domain'
import { COMMIT_LIMITS, CommitLane } from './commit-lane.ts'
import { type ShapeWatch, watchShape } from './drift/shape-watch.ts'
import { NO_PARTS } from './parts/parts-reading.ts'
import { readInParts } from './parts/read-in-parts.ts'
import { startingPlace } from './parts/starting-place.ts'
import { isStaged, readsWhole, requestOf, type StreamPass } from './pass.ts'
import { beyondClocks, isBeyondClocks, portalAheadMs, portalBehindMs } from './portal-clock.ts'
import { readUntilStopped } from './read-until-stopped.ts'
import { createProgress } from './stream-progress.ts'
import { tellNotes } from './tell-notes.ts'
import { warnOfTotal } from './warn-of-total.ts'

/**
 * Reads one stream from its saved cursor to its end. Whatever ends the reading, the whole pages that came before are
 * committed; the pass counts as complete only when the reader has ended by itself, and as whole without limits.
 */
export async function passStream(pass: StreamPass): Promise<void> {
  const place = await startingPlace(pass)
  await begin(pass)
  createProgress(pass).tell('started', 0)
  const parts = await readInParts(pass, place)
  const cursor = parts ? parts.rest : place.cursor
  const before = parts?.told ?? NO_PARTS
  const failed = new AbortController()
  const progress = createProgress(pass, before.fetched)
  const told = { notes: 0, warnings: 0 }
  const shape = await watchShape(pass.run, { stream: pass.name, key: pass.spec.key })
  const lane = createLane({ pass, cursor, failed, progress, shape })
  const signal = AbortSignal.any([pass.run.signal, failed.signal])
  let isWhole = false
  try {
    for await (const page of readUntilStopped(believedPages(pass, cursor), signal)) {
      progress.see(page)
      await lane.add(page)
      await tellNotes({ writer: pass.run.writer, stream: pass.name, told }, page)
    }
    isWhole = readsWhole(pass)
  } finally {
    await lane.flush()
    await warnOfVersions(pass, before.versionsAhead + lane.versionsAhead)
    await warnOfEnds(pass, before.endless + lane.endless)
    if (lane.isBeyondClocks) await pass.run.writer.warn(beyondClocks(pass.name, lane.position))
    const stated = lane.statedFaults.told(pass.name)
    if (stated) await pass.run.writer.warn(stated)
    const ending = { isWhole, isEverything: cursor === undefined, refused: lane.refusals.many }
    await shape.end(ending)
  }
  const came = { stated: progress.stated(), came: lane.fetched }
  await warnOfTotal({ writer: pass.run.writer, stream: pass.name }, came)
  await complete(pass, lane, before.fetched + lane.fetched)
  progress.tell('completed', lane.fetched)
}

async function begin(pass: StreamPass): Promise<void> {
  if (readsWhole(pass)) await pass.run.writer.beginPass(pass.name, reachOf(pass))
}

/** The pages after a position, or all of them once it is seen to name an instant that has not come. */
async function* believedPages(pass: StreamPass, cursor: unknown) {
  const { run, name, stream } = pass
  for await (const page of stream.read(requestOf(pass, cursor))) {
    if (isBeyondClocks(cursor, run)) {
      await run.writer.warn(beyondClocks(name, cursor))
      await run.writer.reset(name)
      await begin(pass)
      yield* stream.read(requestOf(pass, undefined))
      return
    }
    yield page
  }
}

function reachOf({ spec: { entity }, stream: { since, openBefore = false } }: StreamPass) {
  return { entity, from: since === undefined ? null : dayNumber(since), openBefore }
}

async function complete(pass: StreamPass, lane: CommitLane, fetched: number): Promise<void> {
  const { run, name, spec, acceptRemovals } = pass
  if (fetched === 0) await warnWhenEmpty(pass)
  // A stream whose removals show by absence starts every pass from the beginning.
  const cursor = isStaged(spec) ? undefined : lane.cursor
  const isWhole = readsWhole(pass)
  const full = pass.full && isWhole
  if (full || acceptRemovals) await askForMissing(pass, lane)
  const end = { cursor, cursorVersion: cursorVersion(spec), full, acceptRemovals }
  await run.writer.completePass(name, {
    ...end,
    limited: !isWhole,
    held: lane.held,
    readUpTo: run.readUpTo(),
  })
  if (isStaged(spec)) await pass.stream.committed?.(lane.position as undefined)
}

async function warnOfVersions({ run, name }: StreamPass, count: number): Promise<void> {
  if (count === 0) return
  await run.writer.warn(
    say(
      '{stream}: {count} dossiers bear a date of change that is later than now; it is not believed. Tell the administrator of the portal.',
      { stream: name, count },
    ),
  )
}

async function warnOfEnds({ run, name }: StreamPass, count: number): Promise<void> {
  if (count === 0) return
  await run.writer.warn(
    say(
      '{stream}: {count} dossiers are over, and no day says when they ended: they count as in process, and later as overdue. Ask the administrator of the portal for the day.',
      { stream: name, count },
    ),
  )
}

/** A portal is not asked for more: that so many are missing, a guard or a person has to judge. */
const MOST_ASKED = 1000

/** Before missing dossiers are taken for gone, they are asked for one by one: those that come are there. */
async function askForMissing({ run, name, stream }: StreamPass, lane: CommitLane): Promise<void> {
  if (!stream.lookup) return
  const missing = await run.writer.listMissing(name)
  if (missing.length === 0) return
  const keys = missing.slice(0, MOST_ASKED).map((code) => ({ code }))
  const { position: cursor } = lane
  for await (const records of readUntilStopped(stream.lookup(keys), run.signal)) {
    await lane.add({ records, cursor: cursor as undefined })
  }
  await lane.flush()
}

/** Whether no dossiers are news is said by the stream: some pages hold only what changed, others what is open too. */
async function warnWhenEmpty(pass: StreamPass): Promise<void> {
  const { entity, quiet = 'suspicious' } = pass.spec
  if (entity !== 'dossier' || quiet === 'usual') return
  if (!readsWhole(pass)) return
  const { store, sourceId } = pass.run.settings
  const states = await store.listStreams()
  const state = states.find(({ source, stream }) => source === sourceId && stream === pass.name)
  if (!state || state.records === 0) return
  await pass.run.writer.warn(
    say('{stream}: the portal returned no dossiers, though {count} are stored from earlier runs', {
      stream: pass.name,
      count: state.records,
    }),
  )
}

function createLane(parts: {
  readonly pass: StreamPass
  readonly cursor: unknown
  readonly failed: AbortController
  readonly progress: ReturnType<typeof createProgress>
  readonly shape: ShapeWatch
}): CommitLane {
  const { pass, cursor, failed, progress, shape } = parts
  const { run, name, spec, traffic } = pass
  return new CommitLane({
    writer: run.writer,
    source: run.settings.sourceId,
    stream: name,
    spec,
    mode: isStaged(spec) ? 'staged' : 'upsert',
    cursor,
    cursorVersion: cursorVersion(spec),
    shape,
    acknowledge: isStaged(spec) ? undefined : pass.stream.committed,
    limits: { ...COMMIT_LIMITS, ...run.settings.limits },
    now: run.settings.now,
    traffic,
    isBeyondClocks: (position) => isBeyondClocks(position, run),
    portalBehindMs: () => portalBehindMs(run),
    portalAheadMs: () => portalAheadMs(run),
    onCommitted: ({ fetched, refused }) => {
      run.outcome.noteRefused(refused)
      progress.tell('committed', fetched)
    },
    onFailed: (failure) => failed.abort(failure),
  })
}
