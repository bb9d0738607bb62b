import { renameSync, rmSync, writeFileSync } from 'node:fs'
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
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError(say('{path} cannot be written ({reason})', { path, reason: code }), {
      cause,
      fix: say('Name another folder with -o, or make room on the disk.'),
    })
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where the folder is none there is nothing to remove.
  }
}
