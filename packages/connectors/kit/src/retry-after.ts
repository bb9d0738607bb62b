import { serverDate } from './http-date.ts'

const SECONDS = /^\d+(?:\.\d*)?$/
/** No portal means more than a year; an instant beyond it could not be told. */
const LONGEST_MS = 366 * 86_400_000

/**
 * Reads Retry-After (RFC 9110 §10.2.3), seconds or a date in any form that servers write, as milliseconds from now: 0 to
 * one year, rounded up. Undefined when it is absent or says no wait, such as a negative number.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.slice(0, 100).trim()
  if (text === undefined) return undefined
  const waitMs = SECONDS.test(text) ? Math.ceil(Number(text) * 1000) : serverDate(text, now) - now
  return Number.isNaN(waitMs) ? undefined : Math.min(LONGEST_MS, Math.max(0, waitMs))
}

/** Exponential backoff with full jitter in its upper half: 0.25-0.5 s, 0.5-1 s, ... at most 15-30 s. */
export function backoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** attempt)
  return ceiling / 2 + (random() * ceiling) / 2
}
