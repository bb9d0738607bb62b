import { instantText, isAppError } from '@cchc/domain'
import type { Run, Store, StreamCompletion } from '@cchc/store'
import { oldestPass } from '../filling/source-passes.ts'
import { type CellOrigin, type OriginCell, operandsOf } from './cell-origin.ts'
import type { RunOrigin, SourceFreshness } from './origin-answer.ts'

/** Every run that a tree of cells names, oldest first; one that the store does not know is left out. */
export async function runsOf(store: Store, cell: OriginCell): Promise<RunOrigin[]> {
  const ids = [...new Set(runIds(cell))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
  const runs: RunOrigin[] = []
  for (const id of ids) {
    const run = await knownRun(store, id)
    if (run) runs.push(runOrigin(run))
  }
  return runs
}

function runIds({ origin }: OriginCell): string[] {
  return [...ownRunIds(origin), ...operandsOf(origin).flatMap(runIds)]
}

function ownRunIds(origin: CellOrigin): string[] {
  if (origin.kind === 'counted') {
    return origin.shares.flatMap(({ runs }) => runs.map(({ run }) => run))
  }
  return origin.kind === 'portal' ? origin.records.map(({ run }) => run) : []
}

async function knownRun(store: Store, id: string): Promise<Run | undefined> {
  try {
    return await store.getRun(id)
  } catch (error) {
    if (isAppError(error, 'not_found')) return undefined
    throw error
  }
}

function runOrigin(run: Run): RunOrigin {
  const { id, source, connector, connectorVersion, status, startedAt, finishedAt } = run
  return {
    id,
    source,
    connector,
    connectorVersion,
    status,
    startedAt: instantText(startedAt),
    finishedAt: textOrNull(finishedAt),
  }
}

/** How fresh each source is, with its portal's title. */
export function freshnessOf(
  streams: readonly StreamCompletion[],
  titles: ReadonlyMap<string, string>,
): SourceFreshness[] {
  return [...Map.groupBy(streams, ({ source }) => source)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, states]) => ({
      source,
      title: titles.get(source) ?? null,
      lastCompletedAt: textOrNull(oldestPass(states)),
    }))
}

function textOrNull(instant: number | null): string | null {
  return instant === null ? null : instantText(instant)
}
