import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { say } from '@cchc/domain'
import { TooLarge } from '../grid/grid.ts'

/** Reads a part by its name; undefined = there is none. */
export type ReadPart = (name: string) => Promise<Uint8Array | undefined>

/** What is in a zip. */
export interface ZipParts {
  readonly read: ReadPart
  has(name: string): boolean
}

interface Entry {
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly at: number
}

const MOST_ENTRIES = 5000
const MOST_UNPACKED = 128_000_000
const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

const inflate = promisify(inflateRaw)

/**
 * Looks into a zip by its directory and unpacks only what is asked for: never more than a part claims to hold, never
 * more than 128 MB in all. Throws TooLarge, or an Error where the file is no whole zip.
 */
export function zipParts(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  let left = MOST_UNPACKED
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return undefined
      left -= entry.unpacked
      if (left < 0) throw tooLong(MOST_UNPACKED - left)
      return unpacked(bytes, view, entry)
    },
  }
}

function tooLong(bytes: number): TooLarge {
  const unpacked = (size: number) =>
    say('{size} MB when unpacked', { size: Math.ceil(size / 1_000_000) })
  return new TooLarge(unpacked(bytes), unpacked(MOST_UNPACKED))
}

function readDirectory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) {
    const most = say('{count} parts', { count: MOST_ENTRIES })
    throw new TooLarge(say('{count} parts', { count }), most)
  }
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('the directory is damaged')
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.set(name.toLowerCase().replaceAll('\\', '/'), entryAt(view, at))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new Error('there is no directory')
}

function entryAt(view: DataView, at: number): Entry {
  return {
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  }
}

/** A part that holds more, or less, than the directory claims is damaged. */
async function unpacked(bytes: Uint8Array, view: DataView, entry: Entry): Promise<Uint8Array> {
  const { at, packed, unpacked: claimed, method } = entry
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const raw = bytes.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw new Error('a part is packed in an unknown way')
  const part = method === 0 ? raw : await inflate(raw, { maxOutputLength: Math.max(1, claimed) })
  if (part.length !== claimed) throw new Error('a part is not as long as it claims')
  return part
}
