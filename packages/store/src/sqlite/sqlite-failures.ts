import type { Failure } from '../dialect.ts'

type Explain = (path: string) => Failure

const damaged: Explain = (path) => ({
  message: `The database file ${path} is damaged or is no SQLite database`,
  fix: 'Put a backup in its place, or move the file away and sync again from the beginning.',
})

const full: Explain = (path) => ({
  message: `There is no room left to write to the database file ${path}`,
  fix: 'Free some disk space and run the same command again; nothing that was committed is lost.',
})

/** By the beginning of SQLite's extended result code. */
const FAILURES: readonly (readonly [string, Explain])[] = [
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_FULL', full],
  ['ENOSPC', full],
  [
    'SQLITE_READONLY',
    (path) => ({
      message: `The database file ${path} or its directory cannot be written to`,
      fix: 'Give this user the right to write to the file and its directory, or configure another path.',
    }),
  ],
  [
    'SQLITE_CANTOPEN',
    (path) => ({
      message: `The database file ${path} cannot be opened`,
      fix: 'Check that the path is a file in a directory that this user may read and write.',
    }),
  ],
  [
    'SQLITE_BUSY',
    (path) => ({
      message: `Another process keeps the database file ${path} locked`,
      fix: 'Wait for it to end and run the same command again.',
    }),
  ],
  [
    'SQLITE_IOERR',
    (path) => ({
      message: `The database file ${path} could not be read or written by the operating system`,
      fix: 'Check the disk and its free space, then run the same command again.',
    }),
  ],
  [
    'SQLITE_',
    (path) => ({
      message: `The database file ${path} refused a statement`,
      fix: 'Check that the file was made by CCHC Hub and that no other program changed it.',
    }),
  ],
]

/** What an error of better-sqlite3 means for a person; undefined for an error of ours. */
export function explainSqliteFailure(
  error: { readonly code?: unknown },
  path: string,
): Failure | undefined {
  const code = String(error.code ?? '')
  const match = FAILURES.find(([prefix]) => code.startsWith(prefix))
  if (!match) return undefined
  const { message, fix } = match[1](path)
  return { message: `${message} (${code}).`, fix }
}
