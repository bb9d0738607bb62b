import { type Message, PortalChanged, say } from '@cchc/domain'
import { compactKey } from './identities.ts'
import type { ListPage, PagedList, PagePlace } from './paged-list.ts'

/** Pages in a row that bring nothing new, after which a reading ends although the portal counts more. */
const MOST_BARREN = 3
/** Pages beyond what the stated total allows. */
const MARGIN = 200
/** Pages of a list that states no total, and of any list at most. */
const MOST_UNCLAIMED = 10_000
const MOST = 100_000

/** A row with the key that it is known by. */
export interface KeyedRow<R> {
  readonly key: string
  readonly row: R
}

/** One way through a list from `start` to its end: where it stands, what it has seen and whether the list held still. */
export class Reading<R> {
  readonly keys = new Set<string>()
  /** The list may have moved while it was read: nothing shows that a page goes on where the one before it ended. */
  moved = false
  /** The stated total fell, so that rows may be gone that were seen. */
  fell = false
  atEnd = false
  /** The smallest total that was stated; undefined where none was. */
  total: number | undefined
  /** The first and the last total that were stated. */
  claimed: number | undefined
  latest: number | undefined
  /** Where a later reading can go on, and the key of the row before that. */
  resume: number
  mark: string | undefined
  readonly start: number
  readonly #list: PagedList<R>
  #size: number
  #at: number
  #pages = 0
  #barren = 0
  #overlap = 0
  #largest: number | undefined
  #smallest = Number.POSITIVE_INFINITY
  #smallestBeforeLast = Number.POSITIVE_INFINITY

  constructor(list: PagedList<R>, { start, size }: { start: number; size: number }) {
    this.#list = list
    this.start = start
    this.resume = start
    this.#at = start
    this.#size = size
  }

  /** The least rows that a page before the last one brought; a later reading by page numbers asks for no more. */
  get smallestPage(): number {
    return Math.min(this.#size, this.#smallestBeforeLast)
  }

  /** Where the next page lies. PortalChanged when more have been read than the list can have. */
  place(): PagePlace {
    if (this.#pages >= this.#allowed()) throw this.#endless()
    const size = this.#size
    const start = this.#at
    return { start, end: start + size, page: Math.floor(start / size) + 1, size }
  }

  /** Takes in a page and moves on behind it. */
  take(page: ListPage<R>): KeyedRow<R>[] {
    const rows = page.rows.map((row) => ({ key: compactKey(this.#list.identity(row), row), row }))
    const distinct = new Set(rows.map(({ key }) => key))
    const before = this.keys.size
    this.#pages += 1
    this.#compare(distinct)
    this.#noteTotal(page.total)
    for (const key of distinct) this.keys.add(key)
    const from = this.#at
    const reached = from + Math.min(distinct.size, this.#size)
    this.#barren = this.keys.size === before ? this.#barren + 1 : 0
    if (this.#barren > 0 && distinct.size > this.#overlap)
      this.moved ||= this.fell || this.#isShort()
    this.atEnd = this.#isEnd(rows.length, reached)
    this.#measure(rows.length)
    this.resume = reached
    if (!this.atEnd) this.#at = this.#after(rows.length, { reached, count: distinct.size })
    this.mark = [...distinct][this.resume - from - 1]
    return rows
  }

  /** A page has as many rows of those before it as pages overlap, or all where the portal repeats itself. */
  #compare(distinct: ReadonlySet<string>): void {
    const known = [...distinct].filter((key) => this.keys.has(key)).length
    if (known === 0) this.moved ||= this.#overlap > 0
    else this.moved ||= known > this.#overlap && known < distinct.size
  }

  #isShort(): boolean {
    return this.total !== undefined && this.start + this.keys.size < this.total
  }

  #noteTotal(stated: number | undefined): void {
    const total = stated !== undefined && stated >= 0 ? Math.floor(stated) : undefined
    if (total !== undefined) {
      if (total < (this.latest ?? this.start)) this.fell = true
      if (this.fell && this.#overlap === 0) this.moved = true
      this.total = Math.min(total, this.total ?? total)
      this.claimed ??= total
    }
    this.latest = total
  }

  /**
   * A short page ends a list only where it reaches exactly what the portal counts: pages may be capped, totals too small.
   * Short means shorter than a page before it, or, for the first one, than was asked.
   */
  #isEnd(rows: number, reached: number): boolean {
    if (rows === 0 || this.#barren >= MOST_BARREN) return true
    if (this.latest === undefined) return false
    if (this.#barren > 0) return reached >= this.latest
    return rows < (this.#largest ?? this.#size) && reached === this.latest
  }

  #measure(rows: number): void {
    this.#smallestBeforeLast = this.#smallest
    this.#largest = Math.max(rows, this.#largest ?? 0)
    if (rows > 0) this.#smallest = Math.min(rows, this.#smallest)
  }

  #after(rows: number, { reached, count }: { reached: number; count: number }): number {
    if (this.#list.by === 'offset') {
      const { overlap = 0 } = this.#list
      const half = Math.floor(count / 2)
      this.#overlap = Math.min(Math.max(1, overlap), half)
      this.resume = Math.max(this.#at + 1, reached - Math.min(overlap, half))
      return Math.max(this.#at + 1, reached - this.#overlap)
    }
    if (this.#pages === 1) this.#size = Math.min(this.#size, rows)
    return this.#at + this.#size
  }

  #allowed(): number {
    if (this.claimed === undefined) return MOST_UNCLAIMED
    const smallest = Number.isFinite(this.#smallest) ? this.#smallest : this.#size
    return Math.min(MOST, 2 * Math.ceil(this.claimed / smallest) + MARGIN)
  }

  #endless(): PortalChanged {
    const { name, fix } = this.#list
    return new PortalChanged(
      say('{list}: {pages} pages were read and the list has no end; the portal counts {total}', {
        list: name,
        pages: this.#pages,
        total: this.claimed ?? say('nothing'),
      }),
      { fix: fix ?? ASK },
    )
  }
}

/** What to do about a list that does not come out whole, where the connector knows no better. */
export const ASK: Message = say(
  'Run again later; if it stays, lower the page size or ask the administrator of the portal about this list.',
)
