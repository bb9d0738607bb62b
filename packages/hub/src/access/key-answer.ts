import { instantText } from '@cchc/domain'
import type { AccessKey } from '@cchc/store'
import { z } from 'zod'
import { textOrNull } from '../sources/run-answer.ts'

/** A key as it is shown: everything but its secret. Instants are ISO 8601 in Vietnam's time. */
export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(['good', 'expired', 'revoked']),
    scopes: z.array(z.string()),
    organisations: z
      .array(z.string())
      .nullable()
      .describe('Bound to these and what is below them; null = to none'),
    public: z.boolean().describe('It is shown no small counts'),
    createdAt: z.string(),
    createdBy: z.string(),
    expiresAt: z.string().nullable().describe('null = never'),
    lastUsedAt: z.string().nullable().describe('To the minute; null = never'),
    revokedAt: z.string().nullable(),
    revokedBy: z.string().nullable(),
  })
  .meta({ id: 'Key' })

/** A stored key as it is handed out. */
export function keyAnswer(key: AccessKey, now: number): z.output<typeof Key> {
  const { id, name, scopes, organisations, createdBy, revokedBy } = key
  return {
    ...{ id, name, state: stateOf(key, now), scopes: [...scopes] },
    organisations: organisations && [...organisations],
    public: key.isPublic,
    createdAt: instantText(key.createdAt),
    createdBy,
    expiresAt: textOrNull(key.expiresAt),
    lastUsedAt: textOrNull(key.lastUsedAt),
    revokedAt: textOrNull(key.revokedAt),
    revokedBy,
  }
}

function stateOf({ revokedAt, expiresAt }: AccessKey, now: number) {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'good'
}
