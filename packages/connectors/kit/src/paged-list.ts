import type { Message } from '@cchc/domain'

/** One page as the portal answered it; `total` = rows of the whole list, where it states that. */
export interface ListPage<R> {
  readonly rows: readonly R[]
  readonly total?: number | undefined
}

/** The same page by offsets, `start` up to, not including, `end`, and by its number from 1 on, of `size` rows each. */
export interface PagePlace {
  readonly start: number
  readonly end: number
  readonly page: number
  readonly size: number
}

/** A list that a portal hands out in pages. */
export interface PagedList<R> {
  /** For messages, e.g. `dossiers received from 2022-01-01 to 2022-01-07`. */
  readonly name: string
  readonly by: 'offset' | 'number'
  readonly pageSize: number
  /** Offset at which an earlier reading stopped; by numbers of pages the list is read from its beginning all the same. */
  readonly start?: number
  /** The key of the row before `start`, as that reading saw it: with another one there the list is read from its beginning. */
  readonly mark?: string | undefined
  /**
   * Rows of a page that are read again with the next one, and when a later reading goes on; only with offsets, where one row
   * at least shows that nothing slipped by between two pages. More of them spare a list that shrinks a second reading.
   */
  readonly overlap?: number
  /** Tells rows apart; a row for which it is empty is known by its content. */
  identity(row: R): string
  /** Tells the states of one row apart; a list may hold an older one beside the newest. */
  version?(row: R): number
  fetch(place: PagePlace): Promise<ListPage<R>>
  /** What to do when the list does not come out whole. */
  readonly fix?: Message
}

/** Rows whose state is new, and the offset from which a later reading can go on, with the key of the row before it. */
export interface NewRows<R> {
  readonly rows: readonly R[]
  readonly next: number
  readonly mark: string | undefined
}
