import { cursorVersion, type OpenStream, readCursor, type StreamSpec } from '@cchc/connector-kit'
import { dayNumber, dayNumberOf, dayText, isPositionAhead, say } from '@cchc/domain'
import type { ActiveRun, Traffic } from './active-run.ts'
import { COMMIT_LIMITS, CommitLane } from './commit-lane.ts'
import { type ShapeWatch, watchShape } from './drift/shape-watch.ts'
import { beyondClocks, isBeyondClocks, portalAheadMs, portalBehindMs } from './portal-clock.ts'
import { readUntilStopped } from './read-until-stopped.ts'
import { createProgress } from './stream-progress.ts'
import { tellNotes } from './tell-notes.ts'

/** One stream of a run, and how it is to be read. */
export interface StreamPass {
  readonly run: ActiveRun
  readonly name: string
  readonly spec: StreamSpec
  readonly stream: OpenStream
  readonly traffic: () => Traffic
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly full: boolean
  readonly acceptRemovals: boolean
}

/**
 * Reads one stream from its saved cursor to its end. Whatever ends the reading, the whole pages that came before are
 * committed; the pass counts as complete only when the reader has ended by itself, and as whole without limits.
 */
export async function passStream(pass: StreamPass): Promise<void> {
  const cursor = await startingCursor(pass)
  await begin(pass)
  const failed = new AbortController()
  const progress = createProgress(pass)
  const told = { notes: 0, warnings: 0 }
  const shape = await watchShape(pass.run, { stream: pass.name, key: pass.spec.key })
  const lane = createLane({ pass, cursor, failed, progress, shape })
  progress.tell('started', 0)
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
    await warnOfVersions(pass, lane)
    await warnOfEnds(pass, lane)
    if (lane.isBeyondClocks) await pass.run.writer.warn(beyondClocks(pass.name, lane.position))
    const stated = lane.statedFaults.told(pass.name)
    if (stated) await pass.run.writer.warn(stated)
    const ending = { isWhole, isEverything: cursor === undefined, refused: lane.refusals.many }
    await shape.end(ending)
  }
  await warnOfTotal(pass, { stated: progress.stated(), came: lane.fetched })
  await complete(pass, lane)
  progress.tell('completed', lane.fetched)
}

async function begin(pass: StreamPass): Promise<void> {
  if (readsWhole(pass)) await pass.run.writer.beginPass(pass.name, reachOf(pass))
}

/**
 * Days that a person asked for are no whole pass: nothing is fresher or reaches further by them. A stream whose removals
 * show by absence is read whole all the same.
 */
function readsWhole({ spec, from, to }: Pick<StreamPass, 'spec' | 'from' | 'to'>): boolean {
  return isStaged(spec) || (from === undefined && to === undefined)
}

/** The pages after a position, or all of them once it is seen to name an instant that has not come. */
async function* believedPages(pass: StreamPass, cursor: unknown) {
  const { run, name, stream } = pass
  for await (const page of stream.read(request(pass, cursor))) {
    if (isBeyondClocks(cursor, run)) {
      await run.writer.warn(beyondClocks(name, cursor))
      await run.writer.reset(name)
      await begin(pass)
      yield* stream.read(request(pass, undefined))
      return
    }
    yield page
  }
}

function reachOf({ spec: { entity }, stream: { since, openBefore = false } }: StreamPass) {
  return { entity, from: since === undefined ? null : dayNumber(since), openBefore }
}

/**
 * An absent record of a limited pass is not a removed one, so such streams are always read whole. Nothing is asked for
 * of days to come: a portal has nothing of them, or zeros.
 */
function request({ spec, from, to, run }: StreamPass, cursor: unknown) {
  const today = dayText(dayNumberOf(run.settings.now()))
  const last = to && [to, today].toSorted()[0]
  const days = isStaged(spec) ? {} : { from, to: last }
  return { cursor: cursor as undefined, ...days }
}

async function startingCursor({ run, name, spec, full }: StreamPass): Promise<unknown> {
  const { writer } = run
  const saved = full ? undefined : await writer.position(name)
  if (saved && !isPositionAhead(saved.cursor, run.settings.now())) {
    const read = readCursor(spec, saved, name)
    if ('cursor' in read) return read.cursor
    await writer.warn(read.unusable)
  }
  await writer.reset(name)
  return undefined
}

async function complete(pass: StreamPass, lane: CommitLane): Promise<void> {
  const { run, name, spec, acceptRemovals } = pass
  await warnWhenEmpty(pass, lane)
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

/** Records of a pass that is staged are the store's only when the whole pass is. */
function isStaged({ deletes }: StreamSpec): boolean {
  return deletes === 'absence'
}

async function warnOfTotal(
  { run, name }: StreamPass,
  { came, stated = came }: { readonly came: number; readonly stated: number | undefined },
): Promise<void> {
  const values = { stream: name, stated, came }
  if (stated > came)
    await run.writer.warn(
      say('{stream}: the portal states {stated} rows, and only {came} came', values),
    )
  if (stated < came)
    await run.writer.warn(say('{stream}: the portal states {stated} rows, and {came} came', values))
}

async function warnOfVersions({ run, name }: StreamPass, lane: CommitLane): Promise<void> {
  const count = lane.versionsAhead
  if (count === 0) return
  await run.writer.warn(
    say(
      '{stream}: {count} dossiers bear a date of change that is later than now; it is not believed. Tell the administrator of the portal.',
      { stream: name, count },
    ),
  )
}

async function warnOfEnds({ run, name }: StreamPass, { endless }: CommitLane): Promise<void> {
  if (endless === 0) return
  await run.writer.warn(
    say(
      '{stream}: {count} dossiers are over, and no day says when they ended: they count as in process, and later as overdue. Ask the administrator of the portal for the day.',
      { stream: name, count: endless },
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
async function warnWhenEmpty(pass: StreamPass, lane: CommitLane): Promise<void> {
  const { entity, quiet = 'suspicious' } = pass.spec
  if (entity !== 'dossier' || quiet === 'usual' || lane.fetched > 0) return
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
