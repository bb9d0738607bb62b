import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs'
import { say, UsageError } from '@cchc/domain'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { createSqliteCopying } from '../sqlite/sqlite-copying.ts'
import { explainSqliteFailure } from '../sqlite/sqlite-failures.ts'
import type { Tables } from '../tables.ts'
import type { ContentSums } from './content.ts'
import type { Content } from './copy-content.ts'

/** What an archive says of itself. */
export interface ArchiveFacts {
  /** When the store was as it stands there, epoch ms. */
  readonly madeAt: number
  /** The version of CCHC Hub that wrote it. */
  readonly hubVersion: string
  /** The steps by which its tables were made. */
  readonly steps: readonly string[]
  readonly tables: ContentSums
}

/** An archive that is open for reading. */
export interface Archive extends Content {
  readonly facts: ArchiveFacts
  close(): Promise<void>
}

/** Writes what an archive says of itself and brings the file whole to the disk; nobody else may have it open. */
export function sealArchive(path: string, facts: ArchiveFacts): void {
  const database = new Database(path)
  try {
    database.exec('create table archive (content text not null, sha256 text not null)')
    const content = JSON.stringify(facts)
    database.prepare('insert into archive values (?, ?)').run(content, sha256(content))
    database.pragma('wal_checkpoint(truncate)')
    database.pragma('journal_mode = delete')
  } finally {
    database.close()
  }
  bringToDisk(path)
}

/** Has the system write a file, or the names in a folder, to the disk. */
export function bringToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Opens an archive, which is only read. Throws UsageError for what is none, or cannot be opened; its tables are not read yet. */
export function openArchive(path: string): Archive {
  const database = openReadOnly(path)
  try {
    const facts = readFacts(database, path)
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
    return {
      facts,
      db,
      dialect: {
        copying: createSqliteCopying(database),
        explain: (error) => explainSqliteFailure(error, path),
      },
      async close() {
        await db.destroy()
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}

/** That a file is not what was once written as an archive. */
export function damagedArchive(path: string): UsageError {
  return new UsageError(
    say('The archive {path} is damaged: it was cut off or altered after it was written.', { path }),
    { fix: say('Nothing was changed. Take another backup.') },
  )
}

function openReadOnly(path: string): Database.Database {
  if (!existsSync(path)) {
    throw new UsageError(say('There is no archive at {path}.', { path }), {
      fix: say('Name another file, or make one there: cchc backup FILE'),
    })
  }
  // A pipe would hold whoever opens it for ever.
  if (!statSync(path).isFile()) throw cannotOpen(path)
  try {
    return new Database(path, { readonly: true, fileMustExist: true })
  } catch {
    throw cannotOpen(path)
  }
}

function cannotOpen(path: string): UsageError {
  return new UsageError(say('The archive {path} cannot be opened.', { path }), {
    fix: say('Check that the path is a file that this user may read.'),
  })
}

function readFacts(database: Database.Database, path: string): ArchiveFacts {
  const row = firstRow(database, path)
  if (!row || sha256(row.content) !== row.sha256) throw damagedArchive(path)
  return JSON.parse(row.content)
}

interface Sealed {
  readonly content: string
  readonly sha256: string
}

function firstRow(database: Database.Database, path: string): Sealed | undefined {
  try {
    return database.prepare<[], Sealed>('select content, sha256 from archive').get()
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) {
      throw damagedArchive(path)
    }
    throw new UsageError(say('{path} is no archive of CCHC Hub.', { path }), {
      fix: say('Name a file that cchc backup has written.'),
    })
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
