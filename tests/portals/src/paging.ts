/** A range of rows that is asked for: from `start` up to, not including, `end`. */
export interface AskedRows {
  readonly start: number
  readonly end: number
}

/** What a portal hands out of a list: positions in it, and the total that it states. */
export interface ServedRows {
  readonly positions: Iterable<number>
  readonly total: number | undefined
}

/** One request for a list of `count` rows; `nth` is counted from 1 for each list. */
interface ListRequest extends AskedRows {
  readonly count: number
  readonly nth: number
}

type Paging = (request: ListRequest) => ServedRows

const LARGEST_PAGE = 50

/** How portals page wrongly, by name. */
const PAGINGS = {
  /** An offset at or beyond the end is answered with the last page, as Liferay does. */
  'clamped-offsets': (request) => served(request, clamped(request)),
  'ignored-offsets': (request) => served(request, { start: 0, end: request.end - request.start }),
  /** Pages are never larger than a third of the list, nor than 50 rows. */
  'capped-pages': (request) => {
    const cap = Math.min(LARGEST_PAGE, Math.max(1, Math.ceil(request.count / 3)))
    return served(request, { ...request, end: Math.min(request.end, request.start + cap) })
  },
  'one-row-pages': (request) =>
    served(request, { ...request, end: Math.min(request.end, request.start + 1) }),
  /** After the first request for a list its first row is deleted. */
  deletions: (request) => {
    const gone = request.nth > 1 && request.count > 1 ? 1 : 0
    const { start, end } = request
    const rows = served(request, { start: start + gone, end: end + gone })
    return { ...rows, total: request.count - gone }
  },
  /** At the 2nd, 4th, 8th, 16th ... request for a list rows that lie beside each other come in another order. */
  'moving-order': (request) => {
    const { positions, total } = served(request, request)
    if (request.nth < 2 || !Number.isInteger(Math.log2(request.nth))) return { positions, total }
    return { positions: Array.from(positions, (at) => withinTie(at, request.count)), total }
  },
  /** First page and second page by turns, whatever is asked for. */
  'alternating-pages': (request) => {
    const size = request.end - request.start
    const start = request.nth % 2 === 1 ? 0 : size
    return served(request, { start, end: start + size })
  },
  /** The total grows with each page, and the last page comes for ever. */
  'growing-totals': (request) => ({
    ...served(request, clamped(request)),
    total: request.count + request.start,
  }),
  'missing-totals': (request) => ({ ...served(request, request), total: undefined }),
} satisfies Readonly<Record<string, Paging>>

/** A name of a way in which portals page wrongly. */
export type PagingFault = keyof typeof PAGINGS

/** All names of ways in which portals page wrongly. */
export const PAGING_FAULTS = Object.keys(PAGINGS) as readonly PagingFault[]

const wellBehaved: Paging = (request) => served(request, request)

/** Pages the lists of one portal; `list` names one, so that each has its own course of things. */
export function createPaging(fault: PagingFault | undefined) {
  const paging: Paging = fault === undefined ? wellBehaved : PAGINGS[fault]
  const requests = new Map<string, number>()
  return (list: string, request: AskedRows & { readonly count: number }): ServedRows => {
    const nth = (requests.get(list) ?? 0) + 1
    if (fault !== undefined) requests.set(list, nth)
    return paging({ ...request, nth })
  }
}

function served({ count }: ListRequest, { start, end }: AskedRows): ServedRows {
  return { positions: between(start, Math.min(end, count)), total: count }
}

function* between(start: number, end: number): Generator<number> {
  for (let position = start; position < end; position += 1) yield position
}

function clamped({ count, start, end }: ListRequest): AskedRows {
  const size = end - start
  if (start < count || !Number.isFinite(size)) return { start, end }
  const last = Math.floor(Math.max(0, count - 1) / size) * size
  return { start: last, end: last + size }
}

const TIE = 7

/** Rows in groups of seven change places within their group. */
function withinTie(position: number, count: number): number {
  const first = position - (position % TIE)
  const length = Math.min(TIE, count - first)
  return first + length - 1 - (position - first)
}
