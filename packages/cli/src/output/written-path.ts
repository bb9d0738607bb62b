import { extname, relative } from 'node:path'
import { isFolder } from '@cchc/hub/disk'

/** A path as one would type it in a folder: relative to it, or whole where it lies outside. */
export function typedPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short.startsWith('..') ? path : short
}

/** Whether a place to write to is a file of a format, by the end of its name, rather than a folder. */
export function namesFile(path: string, format: string): boolean {
  return !isFolder(path) && extname(path).toLowerCase() === `.${format}`
}
