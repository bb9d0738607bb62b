import { isAppError } from '@cchc/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListPage, type PagePlace, pages } from '../src/index.ts'

interface Row {
  readonly id: number
  readonly version: number
}

type Change = 'none' | 'delete' | 'insert' | 'reorder'

/** One portal that does not behave. */
interface Portal {
  readonly count: number
  readonly pageSize: number
  readonly by: 'offset' | 'number'
  readonly overlap: number
  readonly cap: number
  readonly beyond: 'empty' | 'last page' | 'first page'
  readonly total: 'right' | 'none' | 'too small' | 'growing' | 'too large'
  readonly doubled: boolean
  readonly changes: readonly (readonly [request: number, kind: Change, at: number])[]
}

const anyPortal: fc.Arbitrary<Portal> = fc.record({
  count: fc.nat(40),
  pageSize: fc.integer({ min: 1, max: 12 }),
  by: fc.constantFrom('offset', 'number'),
  overlap: fc.nat(4),
  cap: fc.integer({ min: 1, max: 15 }),
  beyond: fc.constantFrom('empty', 'last page', 'first page'),
  total: fc.constantFrom('right', 'none', 'too small', 'growing', 'too large'),
  doubled: fc.boolean(),
  changes: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<Change>('delete', 'insert', 'reorder'),
      fc.nat(40),
    ),
    { maxLength: 5 },
  ),
})

/** Answers as the portal does, and keeps what it did. */
function simulate(portal: Portal) {
  let rows: Row[] = Array.from({ length: portal.count }, (_, id) => ({ id, version: 0 }))
  let inserted = 1000
  const state = { requests: 0, gone: new Set<number>(), changed: new Set<Change>() }
  const change = (kind: Change, at: number) => {
    const place = rows.length === 0 ? 0 : at % rows.length
    state.changed.add(kind)
    if (kind === 'delete') for (const { id } of rows.splice(place, 1)) state.gone.add(id)
    if (kind === 'insert') rows.splice(place, 0, { id: inserted++, version: 0 })
    if (kind === 'reorder') rows = [...rows.slice(place), ...rows.slice(0, place)]
  }
  const fetch = async ({ start, page, size }: PagePlace): Promise<ListPage<Row>> => {
    state.requests += 1
    for (const [request, kind, at] of portal.changes) {
      if (request === state.requests) change(kind, at)
    }
    const length = Math.min(size, portal.cap)
    const from = placed(portal, {
      from: portal.by === 'offset' ? start : (page - 1) * length,
      length,
      all: rows.length,
    })
    const given = rows.slice(from, from + length)
    const last = given.slice(-1)
    const total = totalOf(portal, { all: rows.length, start })
    return { rows: portal.doubled ? [...given, ...last] : given, total }
  }
  return { state, fetch }
}

function placed(
  { beyond }: Portal,
  { from, length, all }: { from: number; length: number; all: number },
): number {
  if (from < all || beyond === 'empty') return from
  return beyond === 'first page' ? 0 : Math.floor(Math.max(0, all - 1) / length) * length
}

function totalOf({ total }: Portal, { all, start }: { all: number; start: number }) {
  if (total === 'none') return undefined
  if (total === 'growing') return all + start
  if (total === 'too small') return Math.floor(all / 2)
  return total === 'right' ? all : all + 2
}

async function readAll(
  { by, pageSize, overlap }: Portal,
  fetch: (place: PagePlace) => Promise<ListPage<Row>>,
) {
  const given: Row[] = []
  const list = {
    name: 'list',
    by,
    pageSize,
    overlap,
    identity: ({ id }: Row) => `row ${id}`,
    version: ({ version }: Row) => version,
    fetch,
  }
  try {
    for await (const { rows } of pages(list)) given.push(...rows)
  } catch (thrown) {
    if (!isAppError(thrown, 'portal_changed')) throw thrown
    return { given, error: thrown }
  }
  return { given, error: undefined }
}

const runs = { numRuns: 3000 }

test('however a portal misbehaves, the reading ends and gives no state twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyPortal, async (portal) => {
      const { state, fetch } = simulate(portal)
      const { given } = await readAll(portal, fetch)
      expect(state.requests).toBeLessThan(5 * (2 * (portal.count + 10) + 200))
      expect(new Set(given.map(({ id }) => id)).size).toBe(given.length)
    }),
    runs,
  )
})

/**
 * What can be seen from outside. Rows that go while others come need offsets; without a total only the end shows itself; one
 * page that is all that the portal counts looks like the whole list.
 */
function isJudgeable(portal: Portal, changed: ReadonlySet<Change>): boolean {
  const { by, total, cap, count, pageSize } = portal
  if (total === 'too small' && cap < pageSize && Math.floor(count / 2) === cap) return false
  if (total === 'right') return changed.size <= 1 && (by === 'offset' || !changed.has('insert'))
  return changed.size === 0
}

test('a reading that ends well has every row that stood still', async () => {
  await fc.assert(
    fc.asyncProperty(anyPortal, async (portal) => {
      const { state, fetch } = simulate(portal)
      const { given, error } = await readAll(portal, fetch)
      fc.pre(error === undefined && isJudgeable(portal, state.changed))
      const standing = Array.from({ length: portal.count }, (_, id) => id)
      const found = new Set(given.map(({ id }) => id))
      expect(standing.filter((id) => !found.has(id) && !state.gone.has(id))).toEqual([])
    }),
    runs,
  )
})

test('a portal that only caps pages, repeats its last page or its last row is read whole', async () => {
  const calm = anyPortal.map((portal) => ({ ...portal, changes: [] }))
  const honest = calm.filter(
    ({ total }) => total === 'right' || total === 'none' || total === 'growing',
  )
  await fc.assert(
    fc.asyncProperty(honest, async (portal) => {
      const { given, error } = await readAll(portal, simulate(portal).fetch)
      expect(error).toBeUndefined()
      expect(given).toHaveLength(portal.count)
    }),
    runs,
  )
})
