import type { AccessKey } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type { Caller } from './caller.ts'
import { hasDigest, partsOfKey } from './key-text.ts'
import { SCOPES } from './scope.ts'

/** Who sends a key; undefined for one that is unknown, wrong, expired or revoked. Its use is kept, to the minute. */
export async function callerOfKey(hub: HubContext, text: string): Promise<Caller | undefined> {
  const parts = partsOfKey(text)
  if (!parts) return undefined
  const key = await hub.store.findAccessKey(parts.id)
  if (!key || !hasDigest(parts.secret, key.digest) || !isGood(key, hub.now())) return undefined
  // Nobody waits for it, and a database that cannot be written to still answers.
  hub.store.noteAccessKeyUse(key).catch(() => undefined)
  const { id, name, scopes, organisations, isPublic } = key
  return {
    id: `key ${id}`,
    person: name,
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    organisations,
    isPublic,
  }
}

/** Whether a key may still be used. */
export function isGood({ expiresAt, revokedAt }: AccessKey, now: number): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt)
}
