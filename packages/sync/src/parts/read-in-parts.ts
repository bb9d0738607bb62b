import { setTimeout as wait } from 'node:timers/promises'
import { cursorVersion, dayWindows } from '@cchc/connector-kit'
import type { PartsState, PartTold } from '@cchc/store'
import type { PartsSettings } from '../active-run.ts'
import { watchShape } from '../drift/shape-watch.ts'
import { requestOf, type StreamPass } from '../pass.ts'
import { stopReason } from '../stop-reason.ts'
import { createProgress } from '../stream-progress.ts'
import { failureOfParts } from './part-failure.ts'
import { readParts } from './read-parts.ts'
import { askedDays, type StartingPlace } from './starting-place.ts'

/** What the parts of a stream brought, and from where it is read on. */
interface ReadInParts {
  readonly rest: unknown
  readonly told: PartTold
}

/** How often it is looked whether others are done with their parts, or have left one behind. */
const LOOK_EVERY_MS = 1_000

/**
 * Reads what is split of a stream beside any number of other processes, and ends when every part is done; undefined where
 * nothing is split. Throws what ended a part, as soon as nobody reads any.
 */
export async function readInParts(
  pass: StreamPass,
  place: StartingPlace,
): Promise<ReadInParts | undefined> {
  const { run, name, spec } = pass
  const { parts, acceptDrift = false } = run.settings
  const rest = place.rest ?? (await beginSplit(pass, place))
  if (rest === undefined || !parts) return undefined
  if (acceptDrift) await watchShape(run, { stream: name, key: spec.key })
  await run.writer.takeSplit(name, parts.atOnce)
  const { told, requests } = await readAll(pass, parts)
  run.charge(requests)
  await run.writer.endSplit(name)
  return { rest, told }
}

/** Splits a reading of more than one window; returns where it goes on behind its parts. */
async function beginSplit(pass: StreamPass, { cursor, maySplit }: StartingPlace): Promise<unknown> {
  const { run, name, spec, stream } = pass
  const { windows } = stream
  const { atOnce = 1 } = run.settings.parts ?? {}
  if (!windows || !maySplit || atOnce < 2) return undefined
  const split = await windows.split(requestOf(pass, cursor))
  const days = split ? dayWindows(split.days, windows.days) : []
  if (!split || days.length < 2) return undefined
  const rest = { cursor: split.rest, version: cursorVersion(spec) }
  await run.writer.beginSplit(name, { asked: askedDays(pass), rest, windows: days })
  return split.rest
}

async function readAll(pass: StreamPass, parts: PartsSettings): Promise<PartsState> {
  const { run, name } = pass
  const { settings, writer, signal } = run
  const progress = createProgress(pass)
  const onFetched = (fetched: number) => progress.tell('committed', fetched)
  for (;;) {
    await readParts({ ...settings, parts, signal, runId: writer.runId, onFetched })
    const state = await writer.parts(name)
    const failure = failureOfParts(state.failures)
    if (failure && state.held === 0) throw failure
    if (state.done === state.all) return state
    if (signal.aborted) throw stopReason(signal)
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}
