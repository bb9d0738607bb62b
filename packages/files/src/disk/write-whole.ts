import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { makeFolder } from './make-folder.ts'

/** Writes a file whole or not at all, in a folder that is made where it is not there; throws UsageError. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.${process.pid}.part`
  try {
    makeFolder(dirname(path))
    writeFileSync(part, bytes)
    renameSync(part, path)
  } catch (cause) {
    removeIfThere(part)
    throw unwritable(path, cause)
  }
}

/**
 * The same of what comes piece by piece, each asked for when the one before is written; returns what they return, and where
 * that is undefined no file is left. Throws UsageError, or what the pieces throw.
 */
export async function writePieces<R>(
  path: string,
  pieces: AsyncGenerator<Uint8Array, R | undefined>,
): Promise<R | undefined> {
  const part = `${path}.${process.pid}.part`
  const onDisk = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw unwritable(path, cause)
    }
  }
  onDisk(() => makeFolder(dirname(path)))
  const file = onDisk(() => openSync(part, 'w'))
  try {
    const told = await each(pieces, (piece) => onDisk(() => writeFileSync(file, piece)))
    closeSync(file)
    if (told !== undefined) onDisk(() => renameSync(part, path))
    return told
  } catch (thrown) {
    closeIfOpen(file)
    throw thrown
  } finally {
    removeIfThere(part)
  }
}

async function each<T, R>(
  pieces: AsyncGenerator<T, R | undefined>,
  take: (piece: T) => void,
): Promise<R | undefined> {
  try {
    for (;;) {
      const { value, done } = await pieces.next()
      if (done) return value
      take(value)
    }
  } finally {
    await pieces.return(undefined)
  }
}

function closeIfOpen(file: number): void {
  try {
    closeSync(file)
  } catch {
    // It was closed before.
  }
}

function unwritable(path: string, cause: unknown): UsageError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException
  return new UsageError(say('{path} cannot be written ({reason})', { path, reason: code }), {
    cause,
    fix: say('Name another folder with -o, or make room on the disk.'),
  })
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where the folder is none there is nothing to remove.
  }
}
