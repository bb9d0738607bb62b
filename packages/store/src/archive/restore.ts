import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isAppError } from '@cchc/domain'
import { revokeAllKeys } from '../access/access-keys.ts'
import type { Dialect } from '../dialect.ts'
import { endRunsOfBackup } from '../runs.ts'
import { migrate, STEP_NAMES } from '../schema/migrate.ts'
import { type Archive, type ArchiveFacts, damagedArchive, openArchive } from './archive-file.ts'
import { type Content, readContent, unequalTables } from './copy-content.ts'
import { replaceContent } from './replace-content.ts'
import type { RestoreRequest } from './restore-request.ts'

/**
 * Puts the content of an archive into a database, whole or not at all; an archive of an earlier version is brought up to
 * date on the way, and runs that went on while it was made are interrupted ones. Throws UsageError for a file that is no
 * archive or is damaged, and for a database that is not empty unless `overwrite`; StoreError for an archive of a newer
 * version; RunConflict while a run lives.
 */
export async function restore(
  dialect: Dialect,
  { request, now }: { readonly request: RestoreRequest; readonly now: () => number },
): Promise<ArchiveFacts> {
  const { file, overwrite = false, signal, keysRevokedBy: by } = request
  const path = resolve(file)
  const archive = openArchive(path)
  try {
    await requireWhole(archive, { path, signal })
    const from = await upToDate(archive, path)
    try {
      await replaceContent(dialect, {
        ...{ from, overwrite, signal },
        async beforeCommit(transaction) {
          await endRunsOfBackup(transaction, archive.facts.madeAt)
          if (by !== undefined) await revokeAllKeys(transaction, { by, now: now() })
        },
      })
    } finally {
      await from.close?.()
    }
    return archive.facts
  } finally {
    await archive.close()
  }
}

async function requireWhole(
  archive: Archive,
  { path, signal }: { readonly path: string; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const { tables } = archive.facts
  const read = readContent(archive, { tables: Object.keys(tables), signal })
  const found = await read.catch((error: unknown) => {
    throw isAppError(error, 'store_failed') ? damagedArchive(path) : error
  })
  if (unequalTables(tables, found).length > 0) throw damagedArchive(path)
}

/** The archive itself where its tables are of this version; otherwise a copy of it with such tables. */
async function upToDate(
  archive: Archive,
  path: string,
): Promise<Content & { close?(): Promise<void> }> {
  if (archive.facts.steps.join() === STEP_NAMES.join()) {
    return { dialect: archive.dialect, db: archive.db }
  }
  const folder = mkdtempSync(join(tmpdir(), 'cchc-archive-'))
  const { openSqlite } = await import('../sqlite/sqlite-dialect.ts')
  let copy: Dialect | undefined
  const close = async () => {
    await copy?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    copyFileSync(path, join(folder, 'copy.db'))
    copy = await openSqlite(join(folder, 'copy.db'))
    await migrate({ ...copy, target: path })
    return { dialect: copy, db: copy.reader, close }
  } catch (failure) {
    await close()
    throw failure
  }
}
