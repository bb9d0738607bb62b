import type { HttpSource } from '@cchc/connector-kit'

/** One of so many equal shares, where so many requests of the run were made before. */
export interface Share {
  readonly of: number
  readonly spent: number
}

/** Shares together ask no more and no faster than the source alone may be asked. */
export function shareOf(http: HttpSource['http'], { of, spent }: Share): HttpSource['http'] {
  const { requestsPerSecond, concurrency, maxRequests } = http
  return {
    ...http,
    ...(requestsPerSecond !== undefined && { requestsPerSecond: requestsPerSecond / of }),
    concurrency: Math.max(1, Math.floor(concurrency / of)),
    maxRequests: Math.max(0, Math.floor((maxRequests - spent) / of)),
  }
}
