import type { WindowCounter } from '../limits/window-counter.ts'
import { Refusal } from '../refusal.ts'

/** Refuses whoever has sent too many wrong keys lately, so that none can be guessed. */
export function requireFewWrong(wrongKeys: WindowCounter, address: string): void {
  const { left, seconds } = wrongKeys.look(address)
  if (left <= 0) throw new Refusal('wrong_keys', { 'Retry-After': String(seconds) })
}
