import { PortalChanged } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { type ListPage, type NewRows, type PagedList, type PagePlace, pages } from '../src/index.ts'

interface Row {
  readonly id: number
}

type List = PagedList<Row>

const rowsOf = (ids: readonly number[]): Row[] => ids.map((id) => ({ id }))

/** A list of numbers that may be another one for each request. */
function range(list: (request: number) => readonly number[], options: Partial<List> = {}) {
  const asked: string[] = []
  const fetch = async ({ start, end }: PagePlace): Promise<ListPage<Row>> => {
    const ids = list(asked.push(`${start}-${end}`))
    return { total: ids.length, rows: rowsOf(ids.slice(start, end)) }
  }
  const identity = (row: Row) => String(row.id)
  const given: List = { name: 'list', by: 'offset', pageSize: 3, identity, fetch, ...options }
  return { asked, range: given }
}

/** A list whose answers are made from what is asked; counts the requests. */
function portal(answer: (place: PagePlace) => ListPage<Row>, options: Partial<List> = {}) {
  const counted = { requests: 0 }
  const fetch = async (place: PagePlace) => {
    counted.requests += 1
    if (counted.requests > 1000) throw new Error('the list is read for ever')
    return answer(place)
  }
  return { counted, list: range(() => [], { fetch, ...options }).range }
}

async function pagesOf(given: List): Promise<NewRows<Row>[]> {
  const all: NewRows<Row>[] = []
  for await (const page of pages(given)) all.push(page)
  return all
}

const read = async (given: List) =>
  (await pagesOf(given)).flatMap(({ rows }) => rows.map(({ id }) => id))

const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown as Error,
  )

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

test.each([0, 1, 2, 3, 4, 6, 7])('reads %i rows', async (count) => {
  expect(await read(range(() => upTo(count)).range)).toEqual(upTo(count))
})

test('goes on from an offset', async () => {
  const { range: given, asked } = range(() => upTo(7), { start: 4 })
  expect(await read(given)).toEqual([5, 6, 7])
  expect(asked).toEqual(['4-7', '6-9'])
})

test('takes pages that are smaller than it asked for', async () => {
  const { list } = portal(({ start }) => ({
    total: 5,
    rows: rowsOf(upTo(5).slice(start, start + 2)),
  }))
  expect(await read(list)).toEqual(upTo(5))
})

test('takes all rows from a portal that ignores the end', async () => {
  const { list } = portal(({ start }) => ({ total: 8, rows: rowsOf(upTo(8).slice(start)) }))
  expect(await read(list)).toEqual(upTo(8))
})

test('reads a list again that handed out one row twice and another not at all', async () => {
  const { range: given } = range((request) => (request === 2 ? [1, 2, 3, 3, 4] : upTo(5)))
  expect(new Set(await read(given))).toEqual(new Set(upTo(5)))
})

test('gives up when rows stay missing, and says how many', async () => {
  const { list } = portal(({ start, end }) => ({
    total: 6,
    rows: rowsOf(upTo(4).slice(start, end)),
  }))
  const error = await errorOf(read(list))
  expect(error).toBeInstanceOf(PortalChanged)
  expect(error.message).toBe('list: the portal counts 2 more than it hands out, twice in a row')
})

test('an overlap catches rows of a list that shrinks while it is read', async () => {
  const shrinking = (request: number) => (request === 1 ? upTo(6) : [2, 3, 4, 5, 6])
  expect(await read(range(shrinking, { overlap: 1 }).range)).toEqual(upTo(6))
})

test('a row that grew while the list was read does not count as missing', async () => {
  const growing = (request: number) => upTo(4 + request)
  expect(await read(range(growing).range)).toEqual(expect.arrayContaining(upTo(5)))
})

test('a list that shrank is read again: what hid behind a deleted row is found', async () => {
  const shrinking = (request: number) => (request === 1 ? upTo(6) : [2, 3, 4, 5, 6])
  expect(new Set(await read(range(shrinking).range))).toEqual(new Set(upTo(6)))
})

test('rows that were seen before a deletion do not stand in for others', async () => {
  const lists = [upTo(6), [2, 3, 4, 5, 6], [2, 3, 4, 4, 5], [2, 3, 4, 4, 5]]
  const changing = (request: number) => lists[request - 1] ?? [2, 3, 4, 5, 6]
  expect(new Set(await read(range(changing).range))).toEqual(new Set(upTo(6)))
})

test('one row goes and another comes: the total says nothing, the overlap does', async () => {
  const swapped = (request: number) => (request === 1 ? upTo(6) : [2, 3, 4, 5, 6, 7])
  expect(await read(range(swapped, { overlap: 1 }).range)).toContain(4)
})

test('a list that shrank below the next offset, answered with a page that is known, is read again', async () => {
  let requests = 0
  const { list } = portal(({ start, end }) => {
    requests += 1
    const ids = requests > 3 ? upTo(7).slice(2) : upTo(7)
    return {
      total: ids.length,
      rows: rowsOf(ids.slice(start < ids.length ? start : 0).slice(0, end - start)),
    }
  })
  expect(await read(list)).toEqual(upTo(7))
})

test('what one reading misses another one finds: together they hold every row', async () => {
  let readings = 0
  const { list } = portal(({ start, end }) => {
    if (start === 0) readings += 1
    const ids = readings % 2 === 1 ? [1, 2, 4, 4, 5, 6] : [1, 2, 3, 4, 6, 6]
    return { total: 6, rows: rowsOf(ids.slice(start, end)) }
  })
  expect(new Set(await read(list))).toEqual(new Set(upTo(6)))
  expect(readings).toBe(2)
})

test('ties in another order: two readings together hold every row', async () => {
  const tied = (request: number) => (request === 2 ? [1, 2, 4, 3, 5, 6] : upTo(6))
  const { range: given, asked } = range(tied)
  expect(new Set(await read(given))).toEqual(new Set(upTo(6)))
  expect(asked.length).toBeLessThan(8)
})

test('a reading that moved can only be gone on with from the beginning', async () => {
  const shrinking = (request: number) => (request === 1 ? upTo(9) : upTo(9).slice(2))
  const positions = (await pagesOf(range(shrinking).range)).map(({ next }) => next)
  expect(positions).toEqual([3, 0, 0, 0, 3])
})

test('a later reading goes on where the row before its offset is still the same', async () => {
  const [first] = await pagesOf(range(() => upTo(7)).range)
  expect(first).toMatchObject({ next: 3, mark: '3' })
  const { range: given, asked } = range(() => upTo(7), { start: 3, mark: '3' })
  expect(await read(given)).toEqual([4, 5, 6, 7])
  expect(asked[0]).toBe('2-3')
})

test('a list from which rows went away between two readings is read from its beginning', async () => {
  const { range: given } = range(() => upTo(7).slice(1), { start: 3, mark: '3' })
  expect(await read(given)).toEqual([2, 3, 4, 5, 6, 7])
})

test('a list that shrank below the offset of the last reading is read from its beginning', async () => {
  const { range: given } = range(() => upTo(4), { start: 6 })
  expect(await read(given)).toEqual(upTo(4))
})

describe('ends', () => {
  const clamped = (ids: readonly number[], { start, end }: PagePlace) => {
    const size = end - start
    const from = start < ids.length ? start : Math.floor((ids.length - 1) / size) * size
    return rowsOf(ids.slice(from, from + size))
  }

  test.each([3, 6, 7])(
    'a list of %i rows that answers beyond its end with its last page',
    async (n) => {
      for (const total of [n, undefined]) {
        for (const by of ['offset', 'number'] as const) {
          const { list, counted } = portal((place) => ({ total, rows: clamped(upTo(n), place) }), {
            by,
          })
          expect(await read(list)).toEqual(upTo(n))
          expect(counted.requests).toBeLessThan(8)
        }
      }
    },
  )

  test('a list whose total grows with each page', async () => {
    const { list } = portal((place) => ({
      total: 7 + place.start,
      rows: clamped(upTo(7), place),
    }))
    expect(await read(list)).toEqual(upTo(7))
  })

  test('a list that ignores the offset: too few rows is said, not stored as all', async () => {
    const { list, counted } = portal(() => ({ total: 30, rows: rowsOf(upTo(3)) }))
    expect((await errorOf(read(list))).message).toContain('27 more than it handed out')
    expect(counted.requests).toBeLessThan(25)
  })

  test('a list that gives two pages by turns', async () => {
    let turn = 0
    const { list, counted } = portal(() => {
      turn += 1
      return { total: 30, rows: rowsOf(turn % 2 ? [1, 2, 3] : [4, 5, 6]) }
    })
    expect((await errorOf(read(list))).message).toContain('24 more than it handed out')
    expect(counted.requests).toBeLessThan(40)
  })

  test('a list that gives another state of its rows each time', async () => {
    let version = 0
    const { list, counted } = portal(() => ({ total: 3, rows: rowsOf(upTo(3)) }), {
      version: () => (version += 1),
    })
    await read(list)
    expect(counted.requests).toBeLessThan(5)
  })

  test.each([6, undefined])('a list that has ever new rows, with total %s', async (total) => {
    const fetch = async ({ start }: PagePlace) => ({
      total: total === undefined ? total : total + start,
      rows: rowsOf([start + 1, start + 2, start + 3]),
    })
    const error = await errorOf(read(range(() => [], { fetch }).range))
    expect(error).toBeInstanceOf(PortalChanged)
    expect(error.message).toMatch(/^list: \d+ pages were read and the list has no end/)
    expect(error).toHaveProperty('fix', expect.stringContaining('Run again later'))
  })
})

describe('by page numbers', () => {
  const numbered = (count: number, cap: number, isAligned: boolean) =>
    portal(
      ({ page, size }) => {
        const from = (page - 1) * (isAligned ? Math.min(size, cap) : size)
        return { rows: rowsOf(upTo(count).slice(from, from + Math.min(size, cap))) }
      },
      { by: 'number', pageSize: 100 },
    ).list

  test.each([true, false])('reads pages that are capped at 50', async (isAligned) => {
    expect(await read(numbered(130, 50, isAligned))).toEqual(upTo(130))
  })

  test('reads one row a page', async () => {
    expect(await read(numbered(30, 1, true))).toEqual(upTo(30))
  })

  test('begins at the first page, wherever an earlier reading stopped', async () => {
    const list = { ...numbered(250, 100, true), start: 130, mark: '130' }
    expect(await read(list)).toEqual(upTo(250))
  })

  test('asks for smaller pages again where a later page was capped', async () => {
    const { list } = portal(
      ({ start, size }) => {
        const rows = rowsOf(upTo(250).slice(start, start + (start > 0 ? Math.min(size, 50) : size)))
        return { total: 250, rows }
      },
      { by: 'number', pageSize: 100 },
    )
    expect(new Set(await read(list))).toEqual(new Set(upTo(250)))
  })
})

test('a total that is too small does not end a list that is capped', async () => {
  for (const total of [1, 3, 10]) {
    const answer = ({ start }: PagePlace) => ({
      total,
      rows: rowsOf(upTo(12).slice(start, start + 2)),
    })
    expect(await read(portal(answer).list)).toEqual(upTo(12))
  }
})

test('rows without an identity are told apart by what they hold', async () => {
  expect(await read(range(() => upTo(5), { identity: () => '' }).range)).toEqual(upTo(5))
})
