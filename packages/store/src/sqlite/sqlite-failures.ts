import { say } from '@cchc/domain'
import type { Failure } from '../dialect.ts'

type Explain = (at: { readonly path: string; readonly code: string }) => Failure

const damaged: Explain = (at) => ({
  message: say('The database file {path} is damaged or is no SQLite database ({code}).', at),
  fix: say('Put a backup in its place, or move the file away and sync again from the beginning.'),
})

const full: Explain = (at) => ({
  message: say('There is no room left to write to the database file {path} ({code}).', at),
  fix: say(
    'Free some disk space and run the same command again; nothing that was committed is lost.',
  ),
})

/** By the beginning of SQLite's extended result code. */
const FAILURES: readonly (readonly [string, Explain])[] = [
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_FULL', full],
  ['ENOSPC', full],
  [
    'SQLITE_READONLY',
    (at) => ({
      message: say('The database file {path} or its directory cannot be written to ({code}).', at),
      fix: say(
        'Give this user the right to write to the file and its directory, or configure another path.',
      ),
    }),
  ],
  [
    'SQLITE_CANTOPEN',
    (at) => ({
      message: say('The database file {path} cannot be opened ({code}).', at),
      fix: say('Check that the path is a file in a directory that this user may read and write.'),
    }),
  ],
  [
    'SQLITE_BUSY',
    (at) => ({
      message: say('Another process keeps the database file {path} locked ({code}).', at),
      fix: say('Wait for it to end and run the same command again.'),
    }),
  ],
  [
    'SQLITE_IOERR',
    (at) => ({
      message: say(
        'The database file {path} could not be read or written by the operating system ({code}).',
        at,
      ),
      fix: say('Check the disk and its free space, then run the same command again.'),
    }),
  ],
  [
    'SQLITE_',
    (at) => ({
      message: say('The database file {path} refused a statement ({code}).', at),
      fix: say('Check that the file was made by CCHC Hub and that no other program changed it.'),
    }),
  ],
]

/** What an error of better-sqlite3 means for a person; undefined for an error of ours. */
export function explainSqliteFailure(
  error: { readonly code?: unknown },
  path: string,
): Failure | undefined {
  const code = String(error.code ?? '')
  return FAILURES.find(([prefix]) => code.startsWith(prefix))?.[1]({ path, code })
}
