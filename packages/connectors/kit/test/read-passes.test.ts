import { describe, expect, test } from 'vitest'
import {
  type DossierPass,
  type PassBegin,
  type PassCursor,
  type Passes,
  DossierPass as PassSchema,
  passCursor,
  readPasses,
} from '../src/index.ts'

const DAY_MS = 86_400_000
const NOON = Date.parse('2023-03-10T05:00:00Z')
const DAYS = { since: '2023-03-01', overlapDays: 2, now: NOON }

/** A portal of windows of five days and one list of open dossiers; every list holds two pages of one row. */
function portal(change: Partial<Passes<DossierPass, Lists[number], string>> = {}) {
  const asked: { list: string; start: number; mark: string | undefined }[] = []
  const begun: (DossierPass & PassBegin<DossierPass>)[] = []
  const passes: Passes<DossierPass, Lists[number], string> = {
    ...DAYS,
    begin: (pass, begin) => {
      begun.push({ ...pass, ...begin })
      return pass
    },
    lists: (pass) => listsOf(pass),
    rows: async function* ({ phase, at }, { start, mark }) {
      const list = `${phase} ${at ?? ''}`.trim()
      asked.push({ list, start, mark })
      for (let row = start; row < 2; row += 1) {
        yield { rows: [{ code: `${list} ${row}` }], next: row + 1, mark: `m${row}` }
      }
    },
    map: (rows) => rows.map(({ code }) => String(code)),
    ...change,
  }
  return { asked, begun, passes }
}

type Lists = ReturnType<typeof listsOf>
function listsOf({ from, to }: DossierPass) {
  return [
    { phase: 'received', at: from, whole: { from, to } },
    { phase: 'open', at: 'new' },
    { phase: 'open', at: 'waiting' },
  ]
}

const read = async (
  passes: ReturnType<typeof portal>['passes'],
  request: { cursor?: PassCursor; from?: string; to?: string } = {},
) => Array.fromAsync(readPasses(passes, { cursor: undefined, ...request }))
type Pages = Awaited<ReturnType<typeof read>>
const rowsOf = (pages: Pages) => pages.flatMap(({ records }) => records)
const cursorOf = (pages: Pages) => pages.at(-1)?.cursor as PassCursor

describe('a first pass', () => {
  test('reads all lists from the first day on, says what is whole, and is then complete', async () => {
    const { passes, asked } = portal()
    const pages = await read(passes)
    expect(asked.map(({ list }) => list)).toEqual([
      'received 2023-03-01',
      'open new',
      'open waiting',
    ])
    expect(pages.flatMap(({ whole }) => whole ?? [])).toEqual([
      { from: '2023-03-01', to: '2023-03-10' },
    ])
    expect(cursorOf(pages)).toMatchObject({
      complete: { startedAt: '2023-03-10T05:00:00.000Z', wholeAt: '2023-03-10T05:00:00.000Z' },
      pass: null,
      limited: null,
    })
  })

  test('goes on from every page, and every position is one of its schema', async () => {
    const pages = await read(portal().passes)
    for (const [index, { cursor }] of pages.slice(0, -1).entries()) {
      const saved = passCursor(PassSchema).parse(JSON.parse(JSON.stringify(cursor)))
      const { passes, asked } = portal()
      const rest = await read(passes, { cursor: saved })
      expect(rowsOf(rest)).toEqual(rowsOf(pages.slice(index + 1)))
      expect(asked[0]).toMatchObject({ start: cursor.pass?.start, mark: cursor.pass?.mark })
    }
  })

  test('says nothing of days whose list was gone on with, and ends with today', async () => {
    const [first] = await read(portal().passes)
    const { passes } = portal({ now: NOON + 3 * DAY_MS })
    const rest = await read(passes, { cursor: first?.cursor as PassCursor })
    expect(rest.flatMap(({ whole }) => whole ?? [])).toEqual([])
    expect(rest[0]?.cursor.pass?.to).toBe('2023-03-13')
    expect(cursorOf(rest).complete?.startedAt).toBe('2023-03-10T05:00:00.000Z')
  })

  test('whose list is none any more reads its phase from the beginning', async () => {
    const pages = await read(portal().passes)
    const { cursor } = pages.find((page) => page.cursor.pass?.at === 'waiting') as Pages[number]
    const gone = { ...cursor, pass: { ...(cursor.pass as DossierPass), at: 'posting', start: 1 } }
    const { passes, asked } = portal()
    await read(passes, { cursor: gone as PassCursor })
    expect(asked).toEqual([
      { list: 'open new', start: 0, mark: undefined },
      { list: 'open waiting', start: 0, mark: undefined },
    ])
  })

  test('says how many it will bring; a later one is not counted', async () => {
    const { passes } = portal({ count: async ({ from }) => Number(from.slice(-2)) + 6 })
    const pages = await read(passes)
    expect(new Set(pages.map(({ expected }) => expected))).toEqual(new Set([7]))
    const later = await read(passes, { cursor: cursorOf(pages) })
    expect(new Set(later.map(({ expected }) => expected))).toEqual(new Set([undefined]))
  })
})

describe('a later pass', () => {
  test('looks back before the beginning of the last one, never before the first day', async () => {
    const complete = cursorOf(await read(portal().passes))
    for (const [overlapDays, from] of [
      [2, '2023-03-08'],
      [30, '2023-03-01'],
    ] as const) {
      const { passes, begun } = portal({ overlapDays, now: NOON + 4 * DAY_MS })
      await read(passes, { cursor: complete })
      expect(begun).toMatchObject([{ from, to: '2023-03-14', last: complete.complete }])
    }
  })

  test('reads everything when the last one that did is old, and keeps its date until then', async () => {
    let cursor = cursorOf(await read(portal().passes))
    const firstDays: string[] = []
    for (const day of [4, 9, 10, 12, 20]) {
      const { passes, begun } = portal({ wholeEveryDays: 10, now: NOON + day * DAY_MS })
      cursor = cursorOf(await read(passes, { cursor }))
      firstDays.push(begun[0]?.from ?? '')
    }
    expect(firstDays).toEqual([
      '2023-03-08',
      '2023-03-12',
      '2023-03-01',
      '2023-03-18',
      '2023-03-01',
    ])
  })
})

test('days that a person asks for are read beside the position, and gone on with when they are the same', async () => {
  const cursor = (await read(portal().passes))[3]?.cursor as PassCursor
  const days = { from: '2023-03-02', to: '2023-03-03' }
  const { passes, begun } = portal()
  const pages = await read(passes, { cursor, ...days })
  expect(begun).toMatchObject([{ ...days, last: null, isLimited: true }])
  expect(pages.slice(0, -1).every((page) => page.cursor.pass === cursor.pass)).toBe(true)
  expect(cursorOf(pages)).toEqual(cursor)
  const brokenOff = pages[1]?.cursor as PassCursor
  expect(rowsOf(await read(portal().passes, { cursor: brokenOff, ...days }))).toEqual(
    rowsOf(pages.slice(2)),
  )
  const others = await read(portal().passes, { cursor: brokenOff, ...days, to: '2023-03-04' })
  expect(rowsOf(others)).toEqual(rowsOf(pages))
})
