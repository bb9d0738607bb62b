import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import type { Dialect } from '../dialect.ts'
import { migrate, STEP_NAMES } from '../schema/migrate.ts'
import { withStoreErrors } from '../store-failure.ts'
import { type ArchiveFacts, bringToDisk, openArchive, sealArchive } from './archive-file.ts'
import type { ContentSums } from './content.ts'
import { copyContent, requireEqual } from './copy-content.ts'

/** Where a backup goes. */
export interface BackupRequest {
  readonly file: string
  /** It may take the place of an archive that is there. */
  readonly overwrite?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes all content as of one instant into an archive, while others go on writing. The file appears whole or not at all,
 * and only its owner may read it.
 * Throws UsageError where something else is in its place, StoreError where it cannot be written.
 */
export async function backUp(
  dialect: Dialect,
  { request, now }: { readonly request: BackupRequest; readonly now: () => number },
): Promise<ArchiveFacts> {
  const file = resolve(request.file)
  await requirePlace(file, { overwrite: request.overwrite ?? false, store: dialect.target })
  removeLeftovers(file)
  const part = `${file}.${process.pid}.part`
  try {
    closeSync(openSync(part, 'w', OWNER_ALONE))
    const madeAt = now()
    const tables = await copyInto(part, { dialect, signal: request.signal })
    const facts = { madeAt, hubVersion: ownVersion(), steps: STEP_NAMES, tables }
    sealArchive(part, facts)
    renameSync(part, file)
    bringToDisk(dirname(file))
    return facts
  } finally {
    removePart(part)
  }
}

/** Whatever the user's umask; SQLite gives its files beside it the same. */
const OWNER_ALONE = 0o600

/** The copy is read back, so that a disk that loses what it is given is noticed now. */
async function copyInto(
  part: string,
  { dialect, signal }: { readonly dialect: Dialect; readonly signal: AbortSignal | undefined },
): Promise<ContentSums> {
  const { openSqlite } = await import('../sqlite/sqlite-dialect.ts')
  const copy = await openSqlite(part)
  try {
    return await withStoreErrors(copy.explain, async () => {
      await migrate(copy)
      const sums = await copy.writer.transaction().execute(async (transaction) => {
        const snapshot = await dialect.openSnapshot()
        const from = { dialect, db: snapshot.db }
        return copyContent(from, { dialect: copy, transaction }, signal).finally(snapshot.close)
      })
      await requireEqual({ dialect: copy, db: copy.reader }, { sums, signal })
      return sums
    })
  } finally {
    await copy.close()
  }
}

async function requirePlace(
  file: string,
  { overwrite, store }: { readonly overwrite: boolean; readonly store: string },
): Promise<void> {
  if (!existsSync(dirname(file))) {
    throw new UsageError(say('The folder of {file} does not exist.', { file }), {
      fix: say('Create it, or name another file.'),
    })
  }
  if (!existsSync(file)) return
  if (existsSync(store) && realpathSync(store) === realpathSync(file)) {
    throw new UsageError(say('{file} is the database itself.', { file }), {
      fix: say('Name another file.'),
    })
  }
  if (!overwrite) {
    throw new UsageError(say('{file} is there already.', { file }), {
      fix: say('Name another file, or say --overwrite.'),
    })
  }
  // Nothing but an archive is ever written over.
  await openArchive(file).close()
}

/** What a backup that was killed has left beside its file. */
function removeLeftovers(file: string): void {
  const [folder, name] = [dirname(file), basename(file)]
  for (const found of readdirSync(folder)) {
    if (!found.startsWith(`${name}.`)) continue
    const pid = /^(\d+)\.part$/.exec(found.slice(name.length + 1))?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) removePart(join(folder, found))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function removePart(part: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true })
}

function ownVersion(): string {
  const manifest = join(import.meta.dirname, '../../package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}
