import { PortalChanged } from '@cchc/domain'
import { expect, test } from 'vitest'
import type { RowPage } from '../src/client.ts'
import { type Range, readRange } from '../src/read-range.ts'
import { errorOf, pagesOf } from './simulated.ts'

/** A list of numbers that may be another one for each request. */
function range(list: (request: number) => readonly number[], options: Partial<Range> = {}) {
  const asked: string[] = []
  const fetch = async (start: number, end: number): Promise<RowPage> => {
    const rows = list(asked.push(`${start}-${end}`))
    return { total: rows.length, rows: rows.slice(start, end).map((id) => ({ id })) }
  }
  const identity: Range['identity'] = (row) => String(row.id)
  const version = () => 1
  return {
    asked,
    range: {
      name: 'list',
      pageSize: 3,
      start: 0,
      overlap: 0,
      identity,
      version,
      fetch,
      ...options,
    },
  }
}

const read = async (given: Range) =>
  (await pagesOf(readRange(given))).flatMap((page) => page.rows.map((row) => row.id))

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

test.each([0, 1, 2, 3, 4, 6, 7])('reads %i rows', async (count) => {
  expect(await read(range(() => upTo(count)).range)).toEqual(upTo(count))
})

test('goes on from an offset', async () => {
  const { range: given, asked } = range(() => upTo(7), { start: 4 })
  expect(await read(given)).toEqual([5, 6, 7])
  expect(asked).toEqual(['4-7', '7-10'])
})

test('takes pages that are smaller than it asked for', async () => {
  const fetch = async (start: number): Promise<RowPage> => ({
    total: 5,
    rows: upTo(5)
      .slice(start, start + 2)
      .map((id) => ({ id })),
  })
  expect(await read(range(() => [], { fetch }).range)).toEqual(upTo(5))
})

test('takes all rows from a portal that ignores the end', async () => {
  const fetch = async (start: number): Promise<RowPage> => ({
    total: 8,
    rows: upTo(8)
      .slice(start)
      .map((id) => ({ id })),
  })
  expect(await read(range(() => [], { fetch }).range)).toEqual(upTo(8))
})

test('reads a list again that handed out one row twice and another not at all', async () => {
  const { range: given } = range((request) => (request === 2 ? [1, 2, 3, 3, 4] : upTo(5)))
  expect(new Set(await read(given))).toEqual(new Set(upTo(5)))
})

test('gives up when rows stay missing, and says how many', async () => {
  const fetch = async (start: number): Promise<RowPage> => ({
    total: 6,
    rows: upTo(4)
      .slice(start, start + 3)
      .map((id) => ({ id })),
  })
  const error = await errorOf(read(range(() => [], { fetch }).range))
  expect(error).toBeInstanceOf(PortalChanged)
  expect(error.message).toBe('list: the portal counts 2 more than it hands out, twice in a row')
})

test('an overlap catches rows of a list that shrinks while it is read', async () => {
  const shrinking = (request: number) => (request === 1 ? upTo(6) : [2, 3, 4, 5, 6])
  expect(await read(range(shrinking, { overlap: 1 }).range)).toEqual(upTo(6))
  expect(await read(range(shrinking).range)).not.toContain(4)
})

test('a row that grew while the list was read does not count as missing', async () => {
  const growing = (request: number) => upTo(4 + request)
  expect(await read(range(growing).range)).toEqual(expect.arrayContaining(upTo(5)))
})
