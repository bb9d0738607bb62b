import type { createPaging, ServedRows } from '../paging.ts'

/** A list of which a page is asked for. */
interface PagedRows {
  /** Names it: the same name, the same list. */
  readonly list: string
  readonly count: number
  readonly rows: (served: ServedRows) => readonly unknown[]
}

export type SpringPage = (query: URLSearchParams, paged: PagedRows) => Response

const DEFAULT_SIZE = 20
const LARGEST_SIZE = 2000

/** Pages as Spring makes them, counted from 0: `spec=page` states how many rows there are, `spec=slice` nothing of the kind. */
export function springPage(paging: ReturnType<typeof createPaging>): SpringPage {
  return (query, { list, count, rows }) => {
    const number = wholeOr(query.get('page'), 0)
    const size = Math.min(LARGEST_SIZE, Math.max(1, wholeOr(query.get('size'), DEFAULT_SIZE)))
    const start = number * size
    const served = paging(list, { start, end: start + size, count })
    const content = rows(served)
    const stated =
      query.get('spec') === 'slice' || served.total === undefined
        ? {}
        : { totalElements: served.total, numberOfElements: content.length }
    return Response.json({ content, number, size, ...stated })
  }
}

function wholeOr(text: string | null, otherwise: number): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : otherwise
}
