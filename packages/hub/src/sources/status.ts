import {
  type DossierCount,
  DRIFT_POLICIES,
  dayText,
  instantText,
  isAhead,
  isPositionAhead,
  joinedDays,
  type Message,
  MinistrySystem,
  type Text,
} from '@cchc/domain'
import type { Store, StreamCoverage, StreamState } from '@cchc/store'
import { z } from 'zod'
import type { HubConfig } from '../config/check-config.ts'
import type { HubContext } from '../context.ts'
import { type ConfiguredSource, isRead } from './configured-source.ts'
import { textOrNull } from './run-answer.ts'

/** A configured source and what its connector declares; holds no secret. */
export const Source = z
  .object({
    id: z.string(),
    connector: z.string(),
    connectorVersion: z.string(),
    title: z.string(),
    ministry: MinistrySystem.optional().describe("Whose central system it is; absent = nobody's"),
    streams: z.array(z.string()),
    maxAgeHours: z
      .number()
      .describe('A stream that was not read whole, or of which nothing came, for longer is stale'),
    drift: z
      .enum(DRIFT_POLICIES)
      .describe('What happens where the records of the portal look otherwise than before'),
  })
  .meta({ id: 'Source' })

/** Newer data of a source that wait for a person; instants are ISO 8601 in Vietnam's time. */
const Waiting = z.object({
  since: z.string(),
  shownAsOf: z.string().describe('When what is shown of the source was learnt'),
  reasons: z.array(z.string()),
})

/** Freshness of one stream of one source. */
export const StreamStatus = z
  .object({
    source: z.string(),
    stream: z.string(),
    records: z.int(),
    quarantined: z.int(),
    missing: z.int().describe('Stored dossiers that the portal no longer holds; they still count'),
    completedAt: z.string().nullable(),
    covered: z
      .object({
        from: z.string().nullable().describe('First day; null = all that the portal has'),
        to: z.string().describe('When the last whole pass began'),
      })
      .nullable()
      .describe('From when to when the stream was read whole; null = never'),
    lastCameAt: z
      .string()
      .nullable()
      .describe(
        'When something last came of a source that sends by itself; null = never, or it is read',
      ),
    stated: z
      .array(
        z.object({
          unit: z.string(),
          days: z.array(z.object({ from: z.string(), to: z.string() })),
        }),
      )
      .optional()
      .describe('Of a stream of stated counts: which days of which unit are stated'),
    gate: Waiting.nullable().describe('Newer data of the source wait at its gate; null = none do'),
    stale: z.boolean(),
    lastRun: z
      .object({
        id: z.string(),
        status: z.enum(['running', 'done', 'partial', 'failed', 'interrupted', 'abandoned']),
      })
      .nullable(),
  })
  .meta({ id: 'StreamStatus' })

/** What is configured, without secrets. */
export function describeSources({ sources }: HubConfig) {
  return sources.map(({ id, connector, maxAgeHours, drift, ministry }) => ({
    id,
    connector: connector.id,
    connectorVersion: connector.version,
    title: ministry ? `Hệ thống của ${ministry.name} (${connector.title})` : connector.title,
    ...(ministry && { ministry }),
    streams: Object.keys(connector.streams),
    maxAgeHours,
    drift,
  }))
}

/** How fresh every stream of every configured source is; one that was never read whole, or of which nothing came, is stale. */
export async function sourceStatus(hub: HubContext): Promise<z.output<typeof StreamStatus>[]> {
  const { store, config, now } = hub
  const at = now()
  const gates = await closedGates(hub)
  const states = await store.listStreams()
  const completions = await store.listCompletions()
  const rows: z.output<typeof StreamStatus>[] = []
  for (const source of config.sources) {
    const [run] = (await store.listRuns({ source: source.id, limit: 1 })).items
    const lastRun = run ? { id: run.id, status: run.status } : null
    for (const stream of Object.keys(source.connector.streams)) {
      const state = states.find((one) => one.source === source.id && one.stream === stream)
      const known = completions.find((one) => one.source === source.id && one.stream === stream)
      const covered = coveredDays(known?.covered ?? null)
      const stated = await statedDays(store, { source, stream })
      const gate = gates.get(source.id) ?? null
      const fresh = freshness({ source, stream, state, now: at })
      const stale = fresh.stale || gate !== null
      rows.push({ ...fresh, covered, ...stated, gate, stale, lastRun })
    }
  }
  return rows
}

/** The gates that are closed, by source; those that are switched off hold nothing. */
async function closedGates({ store, config, words }: HubContext) {
  const gated = config.sources.filter(({ gate }) => gate !== 'off').map(({ id }) => id)
  const closed = (await store.listClosedGates()).filter(({ source }) => gated.includes(source))
  return new Map(
    closed.map(({ source, since, asOf, reasons }) => [
      source,
      {
        since: instantText(since),
        shownAsOf: instantText(asOf),
        reasons: reasons.map(words),
      },
    ]),
  )
}

/** Which days of which unit a stream states, joined where they touch; nothing for streams of other records. */
async function statedDays(
  store: Store,
  { source, stream }: { readonly source: ConfiguredSource; readonly stream: string },
) {
  if (source.connector.streams[stream]?.entity !== 'dossier-count') return {}
  const records = await store.listRecords<DossierCount>('dossier-count', { sources: [source.id] })
  const own = records.filter((record) => record.stream === stream)
  const byUnit = Map.groupBy(own, ({ value }) => value.organisationCode)
  const stated = [...byUnit]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, rows]) => ({ unit, days: joinedDays(rows.map(({ value }) => value)) }))
  return { stated }
}

function coveredDays(covered: StreamCoverage | null) {
  if (covered === null) return null
  const { from, to } = covered
  return { from: from === null ? null : dayText(from), to: instantText(to) }
}

/** What is stored with a time ahead of now: nothing can be said of how fresh it is. */
export async function clockFaults({ store, config, now }: HubContext): Promise<Message[]> {
  const { clockFindings } = await import('@cchc/sync')
  const states = await store.listStreams()
  const lastCommitAt = await store.lastCommitAt()
  const known = config.sources.map(({ id }) => id)
  const streams = states
    .filter(({ source }) => known.includes(source))
    .map((state) => ({ ...state, stream: `${state.source} ${state.stream}` }))
  return clockFindings({ streams, lastCommitAt, now: now() })
}

/** What the newest run of each source said of the clocks of this machine and of its portal. */
export async function clockWarnings({ store, config }: HubContext): Promise<Text[]> {
  const { isClockWarning } = await import('@cchc/sync')
  const newest = config.sources.map(({ id }) => store.listRuns({ source: id, limit: 1 }))
  const runs = (await Promise.all(newest)).flatMap(({ items }) => items)
  return runs.flatMap(({ warnings }) => warnings.filter(isClockWarning))
}

const HOUR_MS = 3_600_000

/** How fresh one stream is, without asking the store. */
export function freshness(one: {
  readonly source: ConfiguredSource
  readonly stream: string
  readonly state: StreamState | undefined
  readonly now: number
}) {
  const { source, stream, state, now } = one
  const completedAt = state?.completedAt ?? null
  const lastCameAt = isRead(source) ? null : (state?.committedAt ?? null)
  const freshAt = isRead(source) ? completedAt : lastCameAt
  return {
    source: source.id,
    stream,
    records: state?.records ?? 0,
    quarantined: state?.quarantined ?? 0,
    missing: state?.missing ?? 0,
    stale:
      freshAt === null ||
      isAhead(freshAt, now) ||
      isPositionAhead(state?.cursor, now) ||
      now - freshAt > source.maxAgeHours * HOUR_MS,
    completedAt: textOrNull(completedAt),
    lastCameAt: textOrNull(lastCameAt),
  }
}
