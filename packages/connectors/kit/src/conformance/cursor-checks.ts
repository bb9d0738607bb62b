import type { StreamSpec } from '../contract/stream.ts'
import { type Bench, fromStore, type Reading, type Subject } from './bench.ts'
import { type Check, type Finding, firstOf, isKept } from './check.ts'
import { olderCursorCheck } from './older-cursors.ts'
import { codeOf, difference, isRest, keysOf, print, recordsOf, short } from './records.ts'

/** What cursors must carry. */
export const CURSOR_CHECKS: readonly Check[] = [
  {
    name: 'hands out cursors that come back from the store as they were',
    of: 'stream',
    applies: ({ cursor }) => cursor !== undefined,
    fix: 'Keep only JSON values in a cursor, also in the last one: instants as ISO text or epoch milliseconds.',
    run: async (bench, subject) => {
      const { pages } = await bench.whole(subject)
      return firstOf(pages, async ({ cursor }) => judgeStored(subject.spec as StreamSpec, cursor))
    },
  },
  {
    name: 'goes on from every cursor with the rest, nothing lost and nothing twice',
    of: 'stream',
    applies: ({ cursor }) => cursor !== undefined,
    fix: 'The cursor of a page covers exactly what was handed out up to it. With a single page the test portal is too small: give it more, or lower the page size.',
    run: async (bench, subject) => {
      const { pages } = await bench.whole(subject)
      if (pages.length < 2) return { expected: 'at least two pages', came: `${pages.length}` }
      const places = Array.from({ length: pages.length - 1 }, (_, i) => i + 1)
      return firstOf(places, (place) => judgeRest(bench, subject, { pages, place }))
    },
  },
  {
    name: 'reads from its last cursor on',
    of: 'stream',
    applies: isKept,
    fix: 'The next pass begins with the last cursor: it must be read without a failure when nothing changed.',
    run: async (bench, subject) => {
      const { error } = await readFrom(bench, subject, (await bench.whole(subject)).pages.at(-1))
      return error === undefined
        ? undefined
        : { expected: 'no failure', came: String(codeOf(error)) }
    },
  },
  olderCursorCheck<Bench>((bench, subject, cursor) =>
    bench.act(subject, bench.healthy, { cursor }),
  ),
  {
    name: 'leaves the main position alone when days are asked for',
    of: 'stream',
    applies: isKept,
    fix: 'With from or to keep the cursor that was given and note the reading of these days beside it.',
    run: async (bench, subject) => {
      const { pages } = await bench.whole(subject)
      const places = [undefined, pages[Math.floor((pages.length - 1) / 2)], pages.at(-1)]
      return firstOf(places, (place) => judgeDays(bench, subject, place))
    },
  },
]

function judgeStored(spec: StreamSpec, cursor: unknown): Finding | undefined {
  const before = print(cursor)
  const isPlain = before === print(plain(cursor)) && !holdsObjects(cursor)
  if (!isPlain) return { expected: 'JSON values', came: before }
  try {
    const after = print(fromStore(spec, cursor))
    return before === after ? undefined : { expected: before, came: after }
  } catch (thrown) {
    return { expected: 'a cursor that its schema accepts', came: `${before}: ${thrown}` }
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null')
}

/** A Date prints as text, and a Map as nothing. */
function holdsObjects(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  if (![Object.prototype, Array.prototype, null].includes(prototype)) return true
  return Object.values(value).some(holdsObjects)
}

type Place = Reading['pages'][number] | undefined

function readFrom(bench: Bench, subject: Subject, place: Place): Promise<Reading> {
  const spec = subject.spec as StreamSpec
  const cursor = place && fromStore(spec, place.cursor)
  return bench.act(subject, bench.later ?? bench.healthy, { cursor })
}

async function judgeRest(
  bench: Bench,
  subject: Subject,
  { pages, place }: { pages: Reading['pages']; place: number },
): Promise<Finding | undefined> {
  const spec = subject.spec as StreamSpec
  const cursor = fromStore(spec, pages[place - 1]?.cursor)
  const rest = await bench.act(subject, bench.healthy, { cursor })
  if (rest.error === undefined && rest.session.streams[subject.name]?.committed) {
    return isRest(spec, { rest, left: { pages: pages.slice(place) }, whole: { pages } })
  }
  const [expected, came] = [{ pages: pages.slice(place) }, rest].map((part) =>
    keysOf(spec, part).toSorted().join(', '),
  )
  if (rest.error === undefined && expected === came) return undefined
  const after = `after the cursor of page ${place} of ${pages.length}, ${short(print(cursor))},`
  const ending = codeOf(rest.error) ?? `${keysOf(spec, rest).length}: ${short(String(came))}`
  const count = keysOf(spec, { pages: pages.slice(place) }).length
  return { expected: `${after} ${count} records: ${short(String(expected))}`, came: ending }
}

/** What is read from a place must not become less because days were asked for in between. */
async function judgeDays(bench: Bench, subject: Subject, place: Place) {
  const spec = subject.spec as StreamSpec
  const cursor = place && fromStore(spec, place.cursor)
  const days = await someDays(bench, subject)
  const limited = await bench.act(subject, bench.healthy, { cursor, ...days })
  if (limited.error !== undefined) {
    return { expected: `records of ${days.from} to ${days.to}`, came: codeOf(limited.error) ?? '' }
  }
  const [undisturbed, after] = [
    await readFrom(bench, subject, place),
    await readFrom(bench, subject, limited.pages.at(-1) ?? place),
  ]
  if (after.error !== undefined) {
    return { expected: 'no failure afterwards', came: String(codeOf(after.error)) }
  }
  const lost = difference(recordsOf(spec, undisturbed), recordsOf(spec, limited, after))
  if (lost) return { expected: `${lost.expected}, as without from and to`, came: lost.came }
  return place ? undefined : missingOfDays(bench, subject, { limited, days })
}

interface Days {
  readonly from: string
  readonly to: string
}

/** The days of records that were touched within them only, from the first one on up to one in the middle. */
async function someDays(bench: Bench, subject: Subject): Promise<Days> {
  const spans = [...(await spansOf(bench, subject)).values()]
  const from = spans.map((span) => span.from).sort()[0]
  const lasts = spans.map((span) => span.to).sort()
  const to = lasts[Math.floor(lasts.length / 2)]
  const today = dayOf(bench.options.now)
  return { from: from ?? today, to: to ?? today }
}

async function missingOfDays(
  bench: Bench,
  subject: Subject,
  { limited, days }: { limited: Reading; days: Days },
): Promise<Finding | undefined> {
  const came = recordsOf(subject.spec as StreamSpec, limited)
  const spans = await spansOf(bench, subject)
  const within = [...spans].filter(([, { from, to }]) => from >= days.from && to <= days.to)
  const missing = within.find(([key]) => !came.has(key))
  return (
    missing && {
      expected: `every record of ${days.from} to ${days.to}, both days included`,
      came: `none of ${missing[0]}, of ${missing[1].from} to ${missing[1].to}`,
    }
  )
}

/** The days between which each record lies: its instants, or the days that it states. */
async function spansOf(bench: Bench, subject: Subject): Promise<Map<string, Days>> {
  const records = recordsOf(subject.spec as StreamSpec, await bench.whole(subject))
  const spans = [...records].flatMap(([key, text]): [string, Days][] => {
    const days = daysOf(JSON.parse(text)).sort()
    const [from, to] = [days[0], days.at(-1)]
    return from && to ? [[key, { from, to }]] : []
  })
  return new Map(spans)
}

const EARLIEST = Date.UTC(1990, 0)

function daysOf(record: Readonly<Record<string, unknown>>): string[] {
  const { receivedAt, finishedAt, returnedAt, version, from, to } = record
  const instants = [receivedAt, finishedAt, returnedAt, version].filter(
    (value): value is number => typeof value === 'number' && value > EARLIEST,
  )
  const days = [from, to].filter((value): value is string => typeof value === 'string')
  return [...instants.map(dayOf), ...days]
}

/** The day of an instant in Asia/Ho_Chi_Minh. */
export function dayOf(instant: number): string {
  return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)
}
