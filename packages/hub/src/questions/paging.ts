import { z } from 'zod'
import { wholeNumber } from './parts.ts'

/** Which part of a list: `limit` items after the position that ended the part before. */
export const page = {
  after: z.string().max(500).optional().meta({
    description: 'the `next` of the page before',
    vi: '`next` của trang trước',
    placeholder: 'text',
  }),
  limit: wholeNumber({ min: 1, max: 1000 }).optional().meta({
    description: 'items per page',
    vi: 'số mục mỗi trang',
    placeholder: 'count',
  }),
}

/** A part of a list; `next` is the position at its end, null where the list ends. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).describe('One page')
}

/** All of a list at once. */
export function listOfAll<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item) }).describe('All of them')
}

interface Part {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** Cuts a part out of a whole list by key, so that items that come or go shift nothing; all of it without a limit. */
export function pageByKey<T>(
  items: readonly T[],
  { after, limit = items.length }: Part,
  keyOf: (item: T) => string,
) {
  const rest = items
    .filter((item) => after === undefined || keyOf(item) > after)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const part = rest.slice(0, limit)
  const last = part.at(-1)
  return { items: part, next: rest.length > limit && last ? keyOf(last) : null }
}
