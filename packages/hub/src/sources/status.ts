import type { StreamState } from '@cchc/store'
import type { ConfiguredSource, HubConfig } from '../config/check-config.ts'
import type { HubContext } from '../context.ts'
import type { SourceInfo, StreamStatus } from '../contract.ts'

/** What is configured, without secrets. */
export function describeSources({ sources }: HubConfig): readonly SourceInfo[] {
  return sources.map(({ id, connector, maxAgeHours }) => ({
    id,
    connector: connector.id,
    connectorVersion: connector.version,
    title: connector.title,
    streams: Object.keys(connector.streams),
    maxAgeHours,
  }))
}

/** How fresh every stream of every configured source is; one that was never read whole is stale. */
export async function sourceStatus({
  store,
  config,
  now,
}: HubContext): Promise<readonly StreamStatus[]> {
  const at = now()
  const states = await store.listStreams()
  const rows: StreamStatus[] = []
  for (const source of config.sources) {
    const runs = await store.listRuns({ source: source.id, limit: 1 })
    const lastRun = runs.items[0] ?? null
    for (const stream of Object.keys(source.connector.streams)) {
      const state = states.find((one) => one.source === source.id && one.stream === stream)
      rows.push({ ...freshness({ source, stream, state, now: at }), lastRun })
    }
  }
  return rows
}

const HOUR_MS = 3_600_000

function freshness(one: {
  readonly source: ConfiguredSource
  readonly stream: string
  readonly state: StreamState | undefined
  readonly now: number
}): Omit<StreamStatus, 'lastRun'> {
  const { source, stream, state, now } = one
  const completedAt = state?.completedAt ?? null
  return {
    source: source.id,
    stream,
    records: state?.records ?? 0,
    quarantined: state?.quarantined ?? 0,
    completedAt,
    stale: completedAt === null || now - completedAt > source.maxAgeHours * HOUR_MS,
  }
}
