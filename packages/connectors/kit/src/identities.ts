import { createHash } from 'node:crypto'
import { detach } from './remember.ts'

const LONGEST = 48

/** A short key for a row of a list; it keeps no page alive. A row without an identity is known by its content. */
export function compactKey(identity: string, row: unknown): string {
  const text = identity === '' ? JSON.stringify(row) : identity
  if (text.length <= LONGEST) return detach(text)
  return createHash('sha256').update(text).digest('base64url')
}
