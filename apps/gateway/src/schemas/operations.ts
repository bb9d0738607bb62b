import { z } from '@hono/zod-openapi'

const Count = z.int()
const Counts = z.object({
  pages: Count,
  fetched: Count,
  new: Count,
  changed: Count,
  unchanged: Count,
  outdated: Count,
  removed: Count,
  refused: Count,
  requests: Count,
  retries: Count,
  bytes: Count,
})

/** What a run of a source did; instants are ISO 8601 in Vietnam's time. */
export const RunItem = z
  .object({
    id: z.string(),
    source: z.string(),
    connector: z.string(),
    connectorVersion: z.string(),
    trigger: z.enum(['manual', 'schedule', 'retry']),
    status: z.enum(['running', 'done', 'partial', 'failed', 'interrupted', 'abandoned']),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    seconds: z.number().nullable(),
    counts: Counts,
    streams: z.record(z.string(), Counts).readonly(),
    error: z
      .object({ code: z.string(), message: z.string(), fix: z.string().nullable() })
      .nullable(),
    warnings: z.array(z.string()).readonly(),
  })
  .openapi('Run')

/** A refused record and why; holds no personal data. */
export const QuarantineItem = z
  .object({
    id: z.string(),
    source: z.string(),
    stream: z.string(),
    key: z.record(z.string(), z.string()).readonly().nullable(),
    reasons: z.array(z.object({ path: z.string(), message: z.string() })).readonly(),
    fields: z.record(z.string(), z.any()).readonly(),
    firstRunId: z.string(),
    lastRunId: z.string(),
    firstSeenAt: z.string(),
    lastSeenAt: z.string(),
    timesSeen: Count,
    resolvedAt: z.string().nullable(),
  })
  .openapi('QuarantinedRecord')

/** A configured source; holds no secret. */
export const SourceItem = z
  .object({
    id: z.string(),
    connector: z.string(),
    connectorVersion: z.string(),
    title: z.string(),
    streams: z.array(z.string()).readonly(),
    maxAgeHours: z.number(),
  })
  .openapi('Source')

/** Freshness of a stream. */
export const StreamItem = z
  .object({
    source: z.string(),
    stream: z.string(),
    records: Count,
    quarantined: Count,
    completedAt: z.string().nullable(),
    stale: z.boolean(),
    lastRun: z.object({ id: z.string(), status: z.string() }).nullable(),
  })
  .openapi('StreamStatus')
