import type { OpenStream } from '../contract/page.ts'
import type { StreamSpec } from '../contract/stream.ts'
import { dayWindows } from '../day-windows.ts'
import { type Bench, fromStore, type Reading, type Subject } from './bench.ts'
import type { Check, Finding } from './check.ts'
import { dayOf } from './cursor-checks.ts'
import { difference, print, recordsOf } from './records.ts'

type Windows = NonNullable<OpenStream['windows']>

/** What windows of days must bring, of streams that can be split. */
export const WINDOW_CHECKS: readonly Check[] = [
  {
    name: 'brings by windows in any order, each gone on with from its middle, what one reading brings',
    of: 'stream',
    applies: ({ entity, cursor }) => entity === 'dossier' && cursor !== undefined,
    fix: 'A window holds every dossier that was received in its days, of which both are its own, and no other; the reading from rest on brings whatever no window does.',
    run: async (bench, subject) => {
      const split = await splitOf(bench, subject)
      return split && judgeSplit(bench, subject, split)
    },
  },
  {
    name: 'ends behind its windows at the position where one reading ends',
    of: 'stream',
    applies: ({ entity, cursor }) => entity === 'dossier' && cursor !== undefined,
    fix: 'The position of rest is dated when the reading was split, before its windows were read: what changes meanwhile is met by the next pass.',
    run: async (bench, subject) => {
      const split = await splitOf(bench, subject)
      if (!split) return undefined
      const [whole, rest] = [await bench.whole(subject), await readRest(bench, subject, split.rest)]
      const [expected, came] = [whole, rest].map(({ pages }) => print(pages.at(-1)?.cursor))
      return expected === came ? undefined : { expected: String(expected), came: String(came) }
    },
  },
]

interface Split {
  readonly days: { readonly from: string; readonly to: string }
  readonly rest: unknown
  readonly longest: number
}

/** How a first reading is split; undefined where the stream cannot be. */
async function splitOf(bench: Bench, { name }: Subject): Promise<Split | undefined> {
  const windows = bench.open().streams[name]?.windows
  if (!windows) return undefined
  const split = await windows.split({ cursor: undefined })
  if (!split) throw new Error(`${name}: a first reading cannot be split`)
  return { ...split, longest: windows.days }
}

/** So many windows at least, so that their borders are looked at. */
const LEAST_WINDOWS = 4

async function judgeSplit(bench: Bench, subject: Subject, split: Split) {
  const spec = subject.spec as StreamSpec
  const { from, to } = split.days
  const count = dayWindows({ from, to }, 1).length
  const length = Math.min(split.longest, Math.max(1, Math.floor(count / LEAST_WINDOWS)))
  const readings: Reading[] = []
  for (const window of dayWindows({ from, to }, length).toReversed()) {
    const reading = await readWindow(bench, subject, window)
    const foreign = foreignIn(spec, reading, window)
    if (foreign) return foreign
    readings.push(reading, await goneOn(bench, subject, { window, reading }))
  }
  readings.push(await readRest(bench, subject, split.rest))
  const failed = readings.find(({ error }) => error !== undefined)
  if (failed) return { expected: 'no failure', came: String(failed.error) }
  return difference(recordsOf(spec, await bench.whole(subject)), recordsOf(spec, ...readings))
}

type Window = Split['days']

function readWindow(bench: Bench, { name, spec }: Subject, window: Window, place?: unknown) {
  const session = bench.open()
  const read: Windows['read'] | undefined = session.streams[name]?.windows?.read
  const cursor = place === undefined ? undefined : fromStore(spec as StreamSpec, place)
  const stream = {
    read: () => read?.({ ...window, cursor: cursor as undefined }) ?? [],
  } as unknown as OpenStream
  return bench.act({ name, ...(spec && { spec }) }, bench.healthy, { session, stream })
}

/** What is left of a window after its first page must come with that page, and nothing else be needed. */
async function goneOn(
  bench: Bench,
  subject: Subject,
  { window, reading }: { readonly window: Window; readonly reading: Reading },
): Promise<Reading> {
  const [first] = reading.pages
  if (!first) return reading
  const rest = await readWindow(bench, subject, window, first.cursor)
  const spec = subject.spec as StreamSpec
  const lost = difference(recordsOf(spec, { pages: reading.pages.slice(1) }), recordsOf(spec, rest))
  if (!lost) return rest
  const error = `after its first page a window lacks ${lost.expected}`
  return { ...rest, error }
}

/** A record that was not received within the days of a window: whoever reads all of them in each reads too much. */
function foreignIn(spec: StreamSpec, reading: Reading, { from, to }: Window): Finding | undefined {
  for (const [key, text] of recordsOf(spec, reading)) {
    const { receivedAt } = JSON.parse(text) as { readonly receivedAt: number | null }
    const day = receivedAt === null ? undefined : dayOf(receivedAt)
    if (day !== undefined && day >= from && day <= to) continue
    return { expected: `records of ${from} to ${to}`, came: `${key} of ${day ?? 'no day'}` }
  }
  return undefined
}

function readRest(bench: Bench, subject: Subject, rest: unknown): Promise<Reading> {
  const cursor = fromStore(subject.spec as StreamSpec, rest)
  return bench.act(subject, bench.healthy, { cursor })
}
