import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  type AppError,
  isAppError,
  PortalChanged,
  PortalDenied,
  PortalUnavailable,
  say,
} from '@cchc/domain'
import type { FilesSource } from './files-source.ts'
import type { Files, SourceFile } from './io.ts'
import { interrupted } from './pace.ts'

interface FilesOptions {
  readonly source: FilesSource
  readonly signal: AbortSignal
}

/** The files of one source; `traffic` counts the bytes that were handed out. */
export function createFiles(options: FilesOptions): Files & { traffic(): { bytes: number } } {
  const folder = new Folder(options)
  return {
    list: () => folder.list(),
    read: (file) => folder.read(file),
    traffic: () => ({ bytes: folder.bytes }),
  }
}

/** Neither through a link nor waiting for a pipe that took the place of a file. */
const AS_LISTED = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Where a file is, relative to the folder, as the system writes it. */
type Place = string

class Folder {
  bytes = 0
  readonly #source: FilesSource
  readonly #signal: AbortSignal
  /** Systems write names in more than one form; paths are told in one. */
  readonly #places = new Map<string, Place>()

  constructor({ source, signal }: FilesOptions) {
    this.#source = source
    this.#signal = signal
  }

  async list(): Promise<readonly SourceFile[]> {
    const root = await this.#root()
    const places = root.only === undefined ? await this.#walk(root.folder) : [root.only]
    const files: SourceFile[] = []
    for (const place of places) {
      const file = await this.#look(root.folder, place)
      if (file) files.push(file)
    }
    return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  async read(file: SourceFile): Promise<Uint8Array> {
    const { path, size, sha256 } = file
    if (size > this.#mostBytes) throw tooLarge(path)
    const place = this.#places.get(path)
    if (place === undefined) throw new RangeError(`${path}: was not listed`)
    const { folder } = await this.#root()
    const bytes = await this.#opened({ folder, place }, (handle) => readAtMost(handle, size + 1))
    if (hashOf(bytes) !== sha256) throw changed(path)
    this.bytes += bytes.byteLength
    return bytes
  }

  get #mostBytes(): number {
    return Math.floor(this.#source.files.maxMegabytes * 1_000_000)
  }

  /** The folder without links on the way, and the single file of it where one is configured. */
  async #root(): Promise<{ readonly folder: string; readonly only?: Place }> {
    const { path } = this.#source
    try {
      const found = await realpath(path)
      const about = await stat(found)
      if (about.isDirectory()) return { folder: found }
      if (!about.isFile()) throw noFile(path)
      return { folder: dirname(found), only: basename(found) }
    } catch (cause) {
      throw unreachable(path, cause)
    }
  }

  async #walk(root: string): Promise<Place[]> {
    const { most, depth } = this.#source.files
    const places: Place[] = []
    const pending: { readonly place: Place; readonly level: number }[] = [{ place: '', level: 0 }]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { place, level } = next
      if (level > depth) throw tooDeep(place, depth)
      const entries = await this.#entries(root, place)
      const inner = (entry: Dirent) => join(place, entry.name)
      const folders = entries.filter((entry) => entry.isDirectory()).map(inner)
      pending.push(...folders.map((folder) => ({ place: folder, level: level + 1 })))
      places.push(...entries.filter((entry) => entry.isFile()).map(inner))
      if (places.length + pending.length > most) throw tooMany(this.#source.path, most)
    }
    return places
  }

  async #entries(root: string, place: Place): Promise<Dirent[]> {
    if (this.#signal.aborted) throw interrupted()
    try {
      const entries = await readdir(join(root, place), { withFileTypes: true })
      return entries.filter(({ name }) => !name.startsWith('.'))
    } catch (cause) {
      throw unreachable(place === '' ? this.#source.path : place, cause)
    }
  }

  /** One that may not be read is listed, so that it can be told; one that has gone meanwhile is not. */
  async #look(folder: string, place: Place): Promise<SourceFile | undefined> {
    const path = place.replaceAll('\\', '/').normalize('NFC')
    this.#places.set(path, place)
    try {
      const { size, mtimeMs } = await stat(join(folder, place))
      const facts = { path, size, modifiedAt: Math.floor(mtimeMs) }
      const sha256 = await this.#hash({ folder, place }, facts)
      return { ...facts, sha256 }
    } catch (thrown) {
      if (isGone(thrown)) return undefined
      throw thrown
    }
  }

  async #hash(
    at: { readonly folder: string; readonly place: Place },
    { size, modifiedAt }: Pick<SourceFile, 'size' | 'modifiedAt'>,
  ): Promise<string> {
    const unread = hashOf(`${size} ${modifiedAt}`)
    if (size > this.#mostBytes) return unread
    try {
      return await this.#opened(at, hashOfFile)
    } catch (thrown) {
      if (isAppError(thrown, 'portal_denied')) return unread
      throw thrown
    }
  }

  /** A link is not followed, neither at the end of the path nor on its way. */
  async #opened<T>(
    { folder, place }: { readonly folder: string; readonly place: Place },
    use: (handle: FileHandle) => Promise<T>,
  ): Promise<T> {
    if (this.#signal.aborted) throw interrupted()
    const whole = join(folder, place)
    let handle: FileHandle | undefined
    try {
      if ((await realpath(whole)) !== whole) throw changed(place)
      handle = await open(whole, AS_LISTED)
      return await use(handle)
    } catch (cause) {
      throw unreachable(place, cause)
    } finally {
      await handle?.close()
    }
  }
}

async function hashOfFile(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of handle.createReadStream({ autoClose: false, start: 0 })) {
    hash.update(part as Uint8Array)
  }
  return hash.digest('hex')
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** No more than was listed, however much was written meanwhile. */
async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(most)
  let read = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, read, most - read, read)
    read += bytesRead
    if (bytesRead === 0 || read === most) return new Uint8Array(buffer.subarray(0, read))
  }
}

function isGone(thrown: unknown): boolean {
  const { code, cause } = thrown as { readonly code?: string; readonly cause?: unknown }
  return code === 'ENOENT' || (cause !== undefined && isGone(cause))
}

function unreachable(path: string, cause: unknown): unknown {
  const { code = '' } = cause as { readonly code?: string }
  if (!/^E[A-Z]+$/.test(code)) return cause
  const values = { path, code }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PortalDenied(say('{path}: may not be read ({code})', values), {
      cause,
      fix: say('Give the user that runs CCHC Hub the right to read it.'),
    })
  }
  return new PortalUnavailable(say('{path}: cannot be read ({code})', values), {
    cause,
    fix: say('Check path in the configuration, and that the folder is connected.'),
  })
}

/** A pipe or device would be waited for without end. */
function noFile(path: string): AppError {
  return new PortalUnavailable(say('{path}: is neither a folder nor an ordinary file', { path }), {
    fix: say('Check path in the configuration, and that the folder is connected.'),
  })
}

function changed(path: string): AppError {
  return new PortalUnavailable(say('{path}: changed while it was read', { path }), {
    fix: say('Run it again once the file has been written to its end.'),
  })
}

function tooLarge(path: string): AppError {
  return new PortalChanged(say('{path}: is larger than allowed', { path }), {
    fix: say('Raise files.maxMegabytes in the configuration if the file belongs there.'),
  })
}

function tooMany(path: string, most: number): AppError {
  return new PortalChanged(say('{path}: holds more than {most} files', { path, most }), {
    fix: say('Move old files away, or raise files.most in the configuration.'),
  })
}

function tooDeep(path: string, depth: number): AppError {
  return new PortalChanged(say('{path}: lies deeper than {depth} folders', { path, depth }), {
    fix: say('Move it up, or raise files.depth in the configuration.'),
  })
}
