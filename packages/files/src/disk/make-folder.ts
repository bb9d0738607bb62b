import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder with those above it, where it is not there. Throws what the system says, at once also where a folder
 * can be seen and nothing be made in it (`/proc`), for which `mkdir` of Node never ends.
 */
export function makeFolder(path: string): void {
  if (isThere(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (cause) {
    if (!isThere(path)) throw cause
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
