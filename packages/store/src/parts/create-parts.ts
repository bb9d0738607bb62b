import { sql } from 'kysely'
import type { Acting } from '../audit-log/acting.ts'
import { processIdentity } from '../process-identity.ts'
import { refuseNewer } from '../schema/migrate.ts'
import type { Store } from '../store.ts'
import { withStoreErrors } from '../store-failure.ts'
import { claimPart } from './held-part.ts'
import type { PartRequest, RunWithParts } from './part.ts'
import { StorePartWriter } from './part-writer.ts'
import type { PartTold } from './split.ts'
import { isHeld } from './splits.ts'

/** What a store says of parts of runs. */
export function createParts(
  dialect: Acting,
  now: () => number,
): Pick<Store, 'claimPart' | 'listRunsWithParts'> {
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    claimPart: (request) => attempt(() => take(dialect, request, now)),
    listRunsWithParts: () => attempt(() => listRunsWithParts(dialect)),
  }
}

async function take(dialect: Acting, request: PartRequest, now: () => number) {
  const { clock } = dialect
  const taken = await dialect.writer.transaction().execute(async (transaction) => {
    await refuseNewer(transaction, dialect.target)
    return claimPart(transaction, { ...request, clock })
  })
  if (!taken) return undefined
  const { held, row, ...facts } = taken
  const cursor = row.cursor === null ? undefined : JSON.parse(row.cursor)
  return new StorePartWriter({
    ...{ dialect, now, held, ...facts, source: request.source, runId: held.runId },
    gate: request.gate,
    days: { from: row.from_day, to: row.to_day },
    position: cursor === undefined ? undefined : { cursor, version: row.cursor_version },
    told: JSON.parse(row.told) as PartTold,
  })
}

/** Runs of other processes that go on and have a part which no living process reads. */
async function listRunsWithParts({ reader, clock }: Acting): Promise<readonly RunWithParts[]> {
  const rows = await reader
    .selectFrom('stream_part')
    .innerJoin('stream_split', (join) =>
      join
        .onRef('stream_split.source', '=', 'stream_part.source')
        .onRef('stream_split.stream', '=', 'stream_part.stream'),
    )
    .innerJoin('lease', 'lease.run_id', 'stream_split.run_id')
    .select(['stream_part.source', 'stream_split.run_id', 'state', 'at_once', 'stream_part.owner'])
    .select(sql<number | boolean>`stream_part.expires_at > ${clock}`.as('valid'))
    .where('lease.owner', '!=', processIdentity())
    .where('state', 'in', ['open', 'held', 'failed'])
    .execute()
  const runs = Map.groupBy(rows, ({ run_id: id }) => id)
  return [...runs.values()].flatMap((parts) => {
    const [first] = parts
    const held = parts.filter(isHeld).length
    const isStopping = parts.some(({ state }) => state === 'failed')
    if (!first || isStopping || held >= Math.min(first.at_once, parts.length)) return []
    return { source: first.source, runId: String(first.run_id) }
  })
}
