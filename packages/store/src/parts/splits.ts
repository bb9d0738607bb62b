import { StoreError, say } from '@cchc/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { writeCheckpoint } from '../checkpoints.ts'
import type { Dialect } from '../dialect.ts'
import { validBy } from '../lease.ts'
import { isDeadProcess } from '../process-identity.ts'
import type { Run } from '../run.ts'
import type { Place } from '../run-context.ts'
import { updateRun } from '../run-row.ts'
import type { Tables } from '../tables.ts'
import type { NewSplit, PartFailure, PartsState, PartTold, SavedSplit } from './split.ts'

const NOTHING_TOLD: PartTold = { fetched: 0, versionsAhead: 0, endless: 0 }

/** The split of a stream that is under way. */
export async function readSplit(
  transaction: Transaction<Tables>,
  { source, stream }: Place,
): Promise<SavedSplit | undefined> {
  const row = await transaction
    .selectFrom('stream_split')
    .selectAll()
    .where('source', '=', source)
    .where('stream', '=', stream)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    asked: { from: row.asked_from, to: row.asked_to },
    rest: { cursor: JSON.parse(row.rest), version: row.cursor_version },
  }
}

export async function insertSplit(
  transaction: Transaction<Tables>,
  place: Place,
  { asked, rest, windows }: NewSplit,
): Promise<void> {
  const { source, stream, runId } = place
  await deleteSplit(transaction, place)
  await transaction
    .insertInto('stream_split')
    .values({
      ...{ source, stream, run_id: runId, asked_from: asked.from, asked_to: asked.to },
      ...{ rest: JSON.stringify(rest.cursor), cursor_version: rest.version, at_once: 1 },
    })
    .execute()
  for (const [part, { from, to }] of windows.entries()) {
    await transaction
      .insertInto('stream_part')
      .values({
        ...{ source, stream, part, from_day: from, to_day: to },
        ...{ state: 'open', token: 0, owner: '', expires_at: 0 },
        ...{ cursor: null, cursor_version: 1, told: JSON.stringify(NOTHING_TOLD), failure: null },
      })
      .execute()
  }
}

/** Gives the split to this run: whoever had a part of it for another run cannot write it any more. */
export async function takeSplit(
  transaction: Transaction<Tables>,
  { source, stream, runId }: Place,
  atOnce: number,
): Promise<void> {
  await transaction
    .updateTable('stream_split')
    .set({ run_id: runId, at_once: atOnce })
    .where('source', '=', source)
    .where('stream', '=', stream)
    .execute()
  await transaction
    .updateTable('stream_part')
    .set({ state: 'open', owner: '', expires_at: 0, failure: null, token: sql`token + 1` })
    .where('source', '=', source)
    .where('stream', '=', stream)
    .where('state', '!=', 'done')
    .execute()
  await tellParts(transaction, { source, stream, runId })
}

export async function deleteSplit(
  transaction: Transaction<Tables>,
  { source, stream }: Pick<Place, 'source' | 'stream'>,
): Promise<void> {
  for (const table of ['stream_split', 'stream_part'] as const) {
    await transaction
      .deleteFrom(table)
      .where('source', '=', source)
      .where('stream', '=', stream)
      .execute()
  }
}

/** The stream's position is behind its parts from here on; throws StoreError where one of them is not done. */
export async function moveBehindParts(
  transaction: Transaction<Tables>,
  place: Place,
  { clock }: Pick<Dialect, 'clock'>,
): Promise<void> {
  const split = await readSplit(transaction, place)
  const { all, done } = await readParts(transaction, place, clock)
  if (!split || done < all) {
    const values = { stream: place.stream, done, all }
    throw new StoreError(say('{stream}: only {done} of {all} parts are read', values))
  }
  const { cursor, version: cursorVersion } = split.rest
  await writeCheckpoint(transaction, { ...place, cursor, cursorVersion })
}

/** Where the parts of a stream stand. */
export async function readParts(
  transaction: Transaction<Tables>,
  { source, stream, runId }: Pick<Place, 'source' | 'stream' | 'runId'>,
  clock: RawBuilder<number>,
): Promise<PartsState> {
  const rows = await transaction
    .selectFrom('stream_part')
    .select(['state', 'owner', 'told', 'failure', validBy(clock)])
    .where('source', '=', source)
    .where('stream', '=', stream)
    .execute()
  const { streams } = await transaction
    .selectFrom('run')
    .select('streams')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const told = rows.map((row) => JSON.parse(row.told) as PartTold)
  return {
    all: rows.length,
    done: rows.filter(({ state }) => state === 'done').length,
    held: rows.filter(isHeld).length,
    failures: rows.flatMap(({ failure }) =>
      failure === null ? [] : [JSON.parse(failure) as PartFailure],
    ),
    told: told.reduce(sumOf, NOTHING_TOLD),
    requests: (JSON.parse(streams) as Run['streams'])[stream]?.requests ?? 0,
  }
}

/** Whether a living process reads it. */
export function isHeld(row: {
  readonly state: string
  readonly owner: string
  readonly valid: number | boolean
}): boolean {
  return row.state === 'held' && Boolean(row.valid) && !isDeadProcess(row.owner)
}

export function sumOf(one: PartTold, other: PartTold): PartTold {
  return {
    fetched: one.fetched + other.fetched,
    versionsAhead: one.versionsAhead + other.versionsAhead,
    endless: one.endless + other.endless,
  }
}

/** Keeps with the run how many of the parts of a stream are done. */
export async function tellParts(
  transaction: Transaction<Tables>,
  { source, stream, runId }: Pick<Place, 'source' | 'stream' | 'runId'>,
): Promise<void> {
  const states = await transaction
    .selectFrom('stream_part')
    .select('state')
    .where('source', '=', source)
    .where('stream', '=', stream)
    .execute()
  const { parts } = await transaction
    .selectFrom('run')
    .select('parts')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const done = states.filter(({ state }) => state === 'done').length
  const told = { ...JSON.parse(parts), [stream]: { done, all: states.length } }
  await updateRun(transaction, runId, { parts: JSON.stringify(told) })
}
