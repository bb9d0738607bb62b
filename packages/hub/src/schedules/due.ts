import { createHash } from 'node:crypto'
import type { Instant } from '@cchc/domain'
import { type Hours, hoursAt } from './hours.ts'

/** What moves a slot: by how much it may be put off, and the hours in which it may begin. */
export interface Delaying {
  readonly jitterMs: number
  readonly between: Hours | undefined
}

/**
 * When a slot may begin: the slot itself, put off by its jitter, within the hours of its schedule. The same slot of the
 * same schedule is put off by the same on every machine.
 */
export function dueAt(
  schedule: string,
  { at, delaying }: { readonly at: Instant; readonly delaying: Delaying },
): Instant {
  const { jitterMs, between } = delaying
  const hours = between && hoursAt(between, at)
  const begin = Math.max(at, hours?.from ?? at)
  const room = hours ? Math.min(jitterMs, hours.to - begin) : jitterMs
  return begin + Math.floor(room * shareOf(`${schedule} ${at}`))
}

/** A number from 0 up to 1 that follows from a text. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
}
