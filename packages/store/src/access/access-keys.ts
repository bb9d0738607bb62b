import { instantText, NotFoundError, say, UsageError } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { plainText } from '../plain-text.ts'
import { parseId } from '../slice.ts'
import type { Tables } from '../tables.ts'
import type { AccessKey, NewAccessKey } from './access-key.ts'
import type { AccessKeyTable } from './access-tables.ts'

const MINUTE = 60_000

/** Keeps a new key. */
export async function createAccessKey(
  transaction: Transaction<Tables>,
  key: NewAccessKey,
  now: number,
): Promise<AccessKey> {
  const row = await transaction
    .insertInto('access_key')
    .values({
      name: plainText(key.name),
      digest: key.digest,
      scopes: JSON.stringify(key.scopes),
      organisations: key.organisations && JSON.stringify(key.organisations),
      is_public: Number(key.isPublic),
      created_at: now,
      created_by: plainText(key.createdBy),
      expires_at: key.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return decode(row)
}

/** All keys in the order in which they were made. */
export async function listAccessKeys(db: Kysely<Tables>): Promise<readonly AccessKey[]> {
  return (await db.selectFrom('access_key').selectAll().orderBy('id').execute()).map(decode)
}

/** Whether there is any. */
export async function hasAccessKeys(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('access_key').select('id').limit(1).execute()).length > 0
}

/** The key of an id. */
export async function findAccessKey(
  db: Kysely<Tables>,
  text: string,
): Promise<AccessKey | undefined> {
  const id = parseId(text)
  if (id === undefined) return undefined
  const row = await db.selectFrom('access_key').selectAll().where('id', '=', id).executeTakeFirst()
  return row && decode(row)
}

/** Ends a key at once. Throws NotFoundError for an unknown id, UsageError where it is revoked already. */
export async function revokeAccessKey(
  transaction: Transaction<Tables>,
  id: string,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<AccessKey> {
  const key = await findAccessKey(transaction, id)
  if (!key) throw noSuchKey(id)
  if (key.revokedAt !== null) throw revokedAlready(key, key.revokedAt)
  const row = await transaction
    .updateTable('access_key')
    .set({ revoked_at: now, revoked_by: plainText(by) })
    .where('id', '=', Number(id))
    .returningAll()
    .executeTakeFirstOrThrow()
  return decode(row)
}

/** Ends every key that is not revoked yet. */
export async function revokeAllKeys(
  transaction: Transaction<Tables>,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<void> {
  await transaction
    .updateTable('access_key')
    .set({ revoked_at: now, revoked_by: plainText(by) })
    .where('revoked_at', 'is', null)
    .execute()
}

/** Keeps that a key was used, at most once a minute. */
export async function noteAccessKeyUse(
  db: Kysely<Tables>,
  { id, lastUsedAt }: Pick<AccessKey, 'id' | 'lastUsedAt'>,
  now: number,
): Promise<void> {
  if (lastUsedAt !== null && now - lastUsedAt < MINUTE) return
  await db
    .updateTable('access_key')
    .set({ last_used_at: now })
    .where('id', '=', Number(id))
    .execute()
}

function decode(row: Selectable<AccessKeyTable>): AccessKey {
  return {
    id: String(row.id),
    name: row.name,
    digest: row.digest,
    scopes: JSON.parse(row.scopes) as string[],
    organisations: row.organisations === null ? null : (JSON.parse(row.organisations) as string[]),
    isPublic: row.is_public === 1,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
  }
}

function noSuchKey(id: string): NotFoundError {
  return new NotFoundError(say('No key has the id {id}.', { id: id.slice(0, 40) }), {
    fix: say('cchc keys list shows all of them.'),
  })
}

function revokedAlready({ id, revokedBy }: AccessKey, at: number): UsageError {
  const instant = instantText(Math.floor(at / 1000) * 1000)
  const told = { id, instant, person: revokedBy ?? '' }
  return new UsageError(say('The key {id} was revoked by {person} on {instant}.', told), {
    faults: [{ path: 'id', message: say('is revoked already') }],
  })
}
