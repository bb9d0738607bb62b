import { existsSync } from 'node:fs'
import { sep } from 'node:path'

/** Whether a path is that of a folder; never throws, whatever the path is. */
export function isFolder(path: string): boolean {
  return existsSync(`${path}${sep}`)
}
