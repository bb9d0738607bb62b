import {
  isRow,
  type ListPage,
  looseText,
  type NewRows,
  type PagePlace,
  pages,
  type Row,
  rowsIn,
} from '@cchc/connector-kit'
import { type Message, PortalChanged, say } from '@cchc/domain'
import type { IgateClient, Query } from './client.ts'

/** A list of one of the services. */
interface SpringList {
  /** For messages. */
  readonly name: string
  readonly path: string
  readonly query: Query
  readonly pageSize: number
  /** Where an earlier reading stopped, and the row before it. */
  readonly start?: number
  readonly mark?: string | undefined
  /** Tells the states of one row apart. */
  readonly version?: (row: Row) => number
  /** Rows behind the last one that this holds for are none of the list; all belong to it unless told. */
  readonly isIn?: (row: Row) => boolean
  /** Throws where rows cannot be those of the list. */
  readonly check?: (rows: readonly Row[]) => void
  /** What to do when the list does not come out whole. */
  readonly fix?: Message
}

/**
 * Reads a list to its end by pages of Spring, each row once. Slices state no total: the end is where no more comes than
 * the row that was asked for again. PortalChanged where that never comes.
 */
export async function* springList(
  client: IgateClient,
  list: SpringList,
): AsyncGenerator<NewRows<Row>, void, undefined> {
  const source = springPages(client, list)
  yield* pages<Row>({
    ...list,
    by: 'offset',
    identity: (row) => looseText(row.id) || looseText(row.code),
    fetch: source.fetch,
  })
  if (!source.isAtEnd()) throw notMoving(list.name)
}

/** Some rows from the beginning of a list. */
export async function firstRows(client: IgateClient, list: SpringList): Promise<readonly Row[]> {
  const { rows } = await springPages(client, list).fetch({ start: 0, end: list.pageSize })
  return rows
}

/** Fetches ranges of a list, whose pages begin at multiples of their size. */
function springPages(client: IgateClient, list: SpringList) {
  let largest = Number.POSITIVE_INFINITY
  let first: string | undefined
  let isAtEnd = false
  const fetch = async ({ start, end }: Pick<PagePlace, 'start' | 'end'>) => {
    const { page, size } = springPlace(start, Math.min(end - start, largest))
    const rows = rowsOf(await client.get(list.path, { ...list.query, page, size }), list.name)
    const head = JSON.stringify(rows[0])
    if (page === 0) {
      first = head
      largest = Math.max(1, rows.length)
    } else if (rows.length > 1 && head === first) throw notMoving(list.name)
    list.check?.(rows)
    const asked = (page + 1) * size - start
    const range = rangeOf(list, { start, asked, rows: rows.slice(start - page * size) })
    isAtEnd = range.rows.length === 0 || range.total !== undefined
    return range
  }
  return { fetch, isAtEnd: () => isAtEnd }
}

function rangeOf(
  { isIn = () => true }: SpringList,
  range: { readonly start: number; readonly asked: number; readonly rows: readonly Row[] },
): ListPage<Row> {
  const { start, asked } = range
  const rows = range.rows.slice(0, range.rows.findLastIndex(isIn) + 1)
  const isEnd = start > 0 && asked > 1 && rows.length <= 1
  return isEnd ? { rows, total: start + rows.length } : { rows }
}

/** The page that begins at an offset, or so little before it that it reaches furthest behind it; at most so many rows. */
export function springPlace(start: number, most: number): { page: number; size: number } {
  let best = { page: 0, size: most, end: start < most ? most : 0 }
  for (let size = most; size >= Math.max(1, most / 2); size -= 1) {
    const page = Math.floor(start / size)
    const end = (page + 1) * size
    if (end > best.end) best = { page, size, end }
  }
  return { page: best.page, size: best.size }
}

function rowsOf(answer: unknown, list: string): Row[] {
  const rows = rowsIn(isRow(answer) ? answer.content : undefined)
  if (rows) return rows
  throw new PortalChanged(say('{list}: the answer of iGate holds no page of a list', { list }), {
    fix: say('Check the base URL and the paths in the configuration of this source.'),
  })
}

function notMoving(list: string): PortalChanged {
  return new PortalChanged(
    say('{list}: iGate hands out the same rows, whichever page is asked for', { list }),
    { fix: say('Ask the administrator of the one-stop system about the pages of this list.') },
  )
}
