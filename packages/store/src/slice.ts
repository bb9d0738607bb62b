import { type Message, say, UsageError } from '@cchc/domain'

const DEFAULT_LIMIT = 50
const MAXIMUM_LIMIT = 1000

/** Ids are 32-bit integers on PostgreSQL, which refuses to compare them with anything larger. */
const LARGEST_ID = 2 ** 31 - 1

/** One page of a list and where the next one starts. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Which page of a list: after the place where another one ended, so many items at most. */
export interface SliceRequest {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** A list's bounds: ids smaller than `before`, newest first. Throws UsageError for a cursor or limit that is none. */
export function pageBounds({ after, limit = DEFAULT_LIMIT }: SliceRequest): {
  readonly before: number
  readonly limit: number
} {
  const before = after === undefined ? LARGEST_ID : parseId(after)
  if (before === undefined) {
    throw badRequest('after', say('is not a cursor that a list gave out'))
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > MAXIMUM_LIMIT) {
    const message = say('must be a whole number from 1 to {most}', { most: MAXIMUM_LIMIT })
    throw badRequest('limit', message)
  }
  return { before, limit }
}

/** Makes a page of `rows`, of which one more than `limit` was read to see whether there is another page. */
export function toSlice<Row extends { readonly id: number }, T>(
  rows: readonly Row[],
  { limit, decode }: { readonly limit: number; readonly decode: (row: Row) => T },
): Slice<T> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map(decode),
    next: rows.length > limit && last ? String(last.id) : null,
  }
}

/** The number behind an id; undefined for a text that no id has. */
export function parseId(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}

function badRequest(name: string, message: Message): UsageError {
  return new UsageError(say('{name} {message}.', { name, message }), {
    faults: [{ path: name, message }],
    fix: say('Leave it out to start from the beginning with the usual size.'),
  })
}
