import type { Transaction } from 'kysely'
import { forgetMissing, listMissing } from './missing-dossiers.ts'
import { listOpen, resolveNamed } from './quarantine.ts'
import { acceptedContents, refusedContent } from './refusal-content.ts'
import type { Batch } from './run.ts'
import type { Place } from './run-context.ts'
import type { Tables } from './tables.ts'

/** What a stream waits for to come again: refused records by key or content, and missing dossiers by code. */
export interface Awaited {
  readonly keys: Set<string>
  readonly contents: Set<string>
  readonly missing: Set<string>
}

interface Arrival {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  /** Keys of the records that came, and of those that were refused. */
  readonly keys: readonly string[]
  readonly refused: readonly string[]
  /** Undefined where it is not known yet. */
  readonly awaited: Awaited | undefined
}

/** Marks what came with a batch as resolved or no longer missing; returns what the stream still waits for. */
export async function awaitedAfter(batch: Batch, arrival: Arrival): Promise<Awaited> {
  const { transaction, place, keys, refused } = arrival
  const { refusals, keyFields = [] } = batch
  const known = arrival.awaited ?? (await readAwaited(transaction, place))
  const contents = refusals.flatMap((refusal) => refusedContent(refusal, keyFields) ?? [])
  const left: Awaited = {
    keys: new Set([...known.keys, ...refused]),
    contents: new Set([...known.contents, ...contents]),
    missing: new Set(known.missing),
  }
  const arrived = left.contents.size === 0 ? [] : recordsOf(batch)
  const accepted = arrived.flatMap((record) => acceptedContents(record, keyFields))
  await resolveNamed(transaction, { names: taken(left.keys, keys), by: 'key_text', place })
  await resolveNamed(transaction, { names: taken(left.contents, accepted), by: 'content', place })
  await forgetMissing(transaction, place, taken(left.missing, [...keys, ...refused]))
  return left
}

function recordsOf({ content }: Batch): readonly object[] {
  return content.entity === 'dossier' ? content.records : content.records.map(({ value }) => value)
}

/** Takes names out of a set and returns those that were in it. */
function taken(names: Set<string>, wanted: readonly string[]): string[] {
  return names.size === 0 ? [] : wanted.filter((name) => names.delete(name))
}

async function readAwaited(transaction: Transaction<Tables>, place: Place): Promise<Awaited> {
  return {
    keys: await listOpen(transaction, place, 'key_text'),
    contents: await listOpen(transaction, place, 'content'),
    missing: new Set(await listMissing(transaction, place)),
  }
}
