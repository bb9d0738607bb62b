import { PortalChanged, say } from '@cchc/domain'
import type { Row, RowPage } from './client.ts'

/** Rows whose state is new in this reading, and the offset at which the next page starts. */
export interface RangePage {
  readonly rows: readonly Row[]
  readonly next: number
}

export interface Range {
  /** For messages, e.g. `dossiers received from 2022-01-01 to 2022-01-07`. */
  readonly name: string
  readonly pageSize: number
  readonly start: number
  /** Rows of a page that are read again with the next one: a margin for lists that shrink while they are read. */
  readonly overlap: number
  identity(row: Row): string
  /** Tells the states of one record apart; a list may hold an older one beside the newest. */
  version(row: Row): number
  fetch(start: number, end: number): Promise<RowPage>
}

/**
 * Reads a list from `start` to its end, page by page, each state of a row once. Where fewer rows arrive than the portal's total
 * says, the list is read again from its beginning; PortalChanged when that gives too few as well.
 */
export async function* readRange(range: Range): AsyncGenerator<RangePage, void, undefined> {
  const missing = yield* readOnce(range)
  if (missing === 0) return
  const stillMissing = yield* readOnce({ ...range, start: 0 })
  if (stillMissing === 0) return
  throw new PortalChanged(
    say('{list}: the portal counts {count} more than it hands out, twice in a row', {
      list: range.name,
      count: stillMissing,
    }),
    {
      fix: say(
        'Lower windowDays in the configuration, or ask the administrator about broken records.',
      ),
    },
  )
}

/** Returns how many rows are missing; a page that ends a list with rows missing is not yielded. */
async function* readOnce(range: Range): AsyncGenerator<RangePage, number, undefined> {
  const seen = new Map<string, number>()
  let least = Number.POSITIVE_INFINITY
  for (let start = range.start; ; ) {
    const page = await range.fetch(start, start + range.pageSize)
    least = Math.min(least, page.total)
    const rows = page.rows.filter((row) => isNew(seen, { range, row }))
    const { reached, atEnd } = coverage(range, { page, start })
    const missing = least - range.start - seen.size
    if (atEnd && missing > 0) return missing
    start = atEnd ? reached : Math.max(start + 1, reached - range.overlap)
    if (rows.length > 0) yield { rows, next: start }
    if (atEnd) return 0
  }
}

/**
 * How far a page reaches. A portal may send fewer rows than it was asked for, or one row several times; and a total that
 * is too small does not end a list whose pages still come full.
 */
function coverage(range: Range, { page, start }: { page: RowPage; start: number }) {
  const distinct = new Set(page.rows.map((row) => range.identity(row))).size
  const reached = start + Math.min(distinct, range.pageSize)
  const isShort = distinct < range.pageSize
  return { reached, atEnd: distinct === 0 || (isShort && reached >= page.total) }
}

function isNew(seen: Map<string, number>, { range, row }: { range: Range; row: Row }): boolean {
  const identity = range.identity(row)
  const version = range.version(row)
  if (Object.is(seen.get(identity), version)) return false
  seen.set(identity, version)
  return true
}
