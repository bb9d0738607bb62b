import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError, say } from '@cchc/domain'
import { makeFolder } from '@cchc/files/disk'
import { unwritable } from '../unwritable.ts'

/** Writes files by their paths into a folder that is empty or not there. Throws ConfigError, and never overwrites anything. */
export function writeNewFolder(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): void {
  requireEmpty(folder)
  try {
    for (const { path, text } of files) {
      makeFolder(dirname(join(folder, path)))
      writeFileSync(join(folder, path), text, { flag: 'wx' })
    }
  } catch (cause) {
    throw unwritable(folder, cause)
  }
}

function requireEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) return
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    if (code !== 'ENOTDIR') throw unwritable(folder, cause)
  }
  throw new ConfigError(say('{path} exists already', { path: folder }), {
    fix: say('Choose another name, or move it away and try again.'),
  })
}
