import { say, UsageError } from '@cchc/domain'
import { z } from '@hono/zod-openapi'

/** Parameters of every list. */
export const PageParameters = z.strictObject({
  after: z.string().max(500).optional().describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Items per page'),
})

/** A page of a list; `next` is null on the last one. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item).readonly(), next: z.string().nullable() })
}

interface PageRequest<T> {
  readonly list: string
  readonly after: string | undefined
  readonly limit: number
  readonly keyOf: (item: T) => string
}

/** Cuts one page out of a whole list by key, so that items that come or go shift nothing. */
export function pageByKey<T>(items: readonly T[], request: PageRequest<T>) {
  const { list, after, limit, keyOf } = request
  const from = after === undefined ? undefined : readCursor(list, after)
  const rest = items
    .filter((item) => from === undefined || keyOf(item) > from)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  const more = rest.length > limit && last !== undefined
  return { items: page, next: more ? writeCursor(list, keyOf(last)) : null }
}

/** A position in a list as clients see it: opaque, and of use in that list only. */
export function writeCursor(list: string, position: string): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url')
}

/** Reads a cursor of that list; throws UsageError for anything else. */
export function readCursor(list: string, cursor: string): string {
  const read = Cursor.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
  if (read.success && read.data[0] === list) return read.data[1]
  throw new UsageError(say('The cursor is not one of this list.'), {
    fix: say('Send the `next` of the page before, or leave `after` out to begin again.'),
    faults: [{ path: 'after', message: say('is not a cursor of this list') }],
  })
}

const Cursor = z.tuple([z.string(), z.string()])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
