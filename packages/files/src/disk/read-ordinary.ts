import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { refuseLongFile } from '../grid/long-file.ts'

/**
 * The bytes of a file that someone names. A pipe, socket or device is never opened: it may hold a command for ever.
 * Throws a UsageError for those, for a folder and for what is too large; otherwise what the system says.
 */
export function readOrdinary(path: string): Uint8Array {
  const found = statSync(path)
  if (!found.isFile()) throw found.isDirectory() ? isFolder(path) : noOrdinaryFile(path)
  refuseLongFile({ name: basename(path), size: found.size })
  return readFileSync(path)
}

const NAME_ONE = say('Name a file that exists and that you may read.')

function isFolder(path: string): UsageError {
  return new UsageError(say('{path} is a folder and no file', { path }), { fix: NAME_ONE })
}

function noOrdinaryFile(path: string): UsageError {
  const said = say('{path} is no ordinary file (a pipe, socket or device)', { path })
  return new UsageError(said, { fix: NAME_ONE })
}
