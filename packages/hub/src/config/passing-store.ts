import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A database to open, and what is done when it is closed. */
interface PassingStore {
  readonly url: string
  remove(): void
}

/** For what leaves nothing: the database itself, or where its file is not there yet an empty one that is gone afterwards. */
export function passingStore(url: string): PassingStore {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  if (file === undefined || existsSync(file)) return { url, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'cchc-passing-'))
  return {
    url: `sqlite:${join(folder, 'empty.db')}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
