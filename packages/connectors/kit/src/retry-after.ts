const SECONDS = /^\s*\d{1,9}\s*$/

/** Reads Retry-After (RFC 9110 §10.2.3), seconds or a date, as milliseconds from now; undefined when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (SECONDS.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** Exponential backoff with full jitter in its upper half: 0.25-0.5 s, 0.5-1 s, ... at most 15-30 s. */
export function backoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** attempt)
  return ceiling / 2 + (random() * ceiling) / 2
}
