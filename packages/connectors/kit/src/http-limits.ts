import { z } from 'zod'
import { networkFields } from './network-config.ts'

/** Requests of one run unless a configuration says otherwise: no portal can keep a run busy for ever. */
export const MOST_REQUESTS = 100_000

/** How a source may be asked; part of every connector's configuration, under `http`. Times are in seconds. */
export const HttpLimits = z.object({
  timeoutSeconds: z.number().min(1).max(3600).default(60),
  /** Further attempts after a network fault, a time-out, a 5xx or a short 429. */
  retries: z.int().min(0).max(20).default(5),
  /** A longer Retry-After than this ends the run softly instead of waiting. */
  longestWaitSeconds: z.number().min(0).max(3600).default(60),
  requestsPerSecond: z.number().min(0.01).max(1000).optional(),
  concurrency: z.int().min(1).max(64).default(2),
  maxMegabytes: z.number().min(0.01).max(500).default(64),
  /** Requests of one run; when they are used up it stops softly. Far more than a first pass over a province needs. */
  maxRequests: z.int().min(1).default(MOST_REQUESTS),
  ...networkFields,
})
export type HttpLimits = z.output<typeof HttpLimits>

/** The limits of `createHttp` that a configuration states. */
export function httpLimits(limits: HttpLimits) {
  return {
    timeoutMs: limits.timeoutSeconds * 1000,
    retries: limits.retries,
    longestWaitMs: limits.longestWaitSeconds * 1000,
    requestsPerSecond: limits.requestsPerSecond,
    concurrency: limits.concurrency,
    maxBytes: Math.floor(limits.maxMegabytes * 1_000_000),
    maxRequests: limits.maxRequests,
    network: { proxy: limits.proxy, tls: limits.tls },
  }
}

/** What the configuration of every source over HTTP holds: where the portal is, and how it may be asked. */
export const HttpSource = z.object({ baseUrl: z.url(), http: HttpLimits.prefault({}) })
export type HttpSource = z.output<typeof HttpSource>
