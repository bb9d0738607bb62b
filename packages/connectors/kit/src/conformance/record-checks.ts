import type { Dossier, PortalFigure } from '@cchc/domain'
import { isCountedByPortal, type StreamSpec } from '../contract/stream.ts'
import type { Bench, Reading, Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { comparisonGaps } from './comparison-gaps.ts'
import { loginsOf, placeOf } from './credentials.ts'
import { inTimeZone, withClockAhead } from './machine.ts'
import {
  codeOf,
  difference,
  inequality,
  keyOf,
  keysOf,
  print,
  recordsOf,
  short,
  validRecords,
} from './records.ts'
import { rowsOf } from './wire-text.ts'

const NO_FORK = 'a worker thread (set pool to forks in the configuration of vitest)'
const YEAR_MS = 366 * 86_400_000

/** What a portal in good health must yield. */
export const RECORD_CHECKS: readonly Check[] = [
  {
    name: 'reaches the portal and logs in in check',
    of: 'connector',
    fix: 'check sends a request or two, logs in where the streams do, and throws what goes wrong.',
    run: async (bench) => {
      const { error, session } = await bench.act({ name: 'check' }, bench.healthy)
      if (error !== undefined) return { expected: 'no failure', came: String(error) }
      const readings = await bench.wholes()
      const logins = readings.map((reading) => loginsOf(reading.session.exchanges).places)
      const asked = new Set(session.exchanges.map(placeOf))
      const isIn =
        logins.every(({ size }) => size === 0) ||
        logins.some((places) => [...places].some((place) => asked.has(place)))
      if (asked.size > 0 && isIn) return undefined
      return { expected: 'a login', came: `requests to ${[...asked].join(', ') || 'nothing'}` }
    },
  },
  {
    name: 'reads a row in the check of a stream',
    of: 'connector',
    fix: 'check of a stream shows with one request that it can be read, and throws what is wrong.',
    run: (bench) =>
      firstOf(bench.checks.slice(1), async (subject) => {
        const { error, session } = await bench.act(subject, bench.healthy)
        if (error !== undefined) return { expected: 'no failure', came: String(error) }
        const rows = session.exchanges.flatMap(({ answer = '' }) => rowsOf(answer))
        return rows.length > 0 ? undefined : { expected: `a row in ${subject.name}`, came: 'none' }
      }),
  },
  {
    name: 'reads every figure that it compares',
    of: 'connector',
    fix: 'Read these figures in a stream, or take them out of compares.',
    run: async (bench) => {
      if (!bench.connector.compares) return undefined
      const gaps = comparisonGaps(bench.connector, await figuresOf(bench))
      return gaps.length === 0 ? undefined : { expected: 'all', came: gaps.join('; ') }
    },
  },
  {
    name: 'asks by io.http alone',
    of: 'action',
    fix: 'Send every request by io.http.read: no fetch, no client of your own.',
    run: async (bench, subject) => {
      const { past } = (await bench.whole(subject)).session
      return past.length === 0 ? undefined : { expected: 'none', came: past.join(', ') }
    },
  },
  {
    name: 'yields records that are valid, each key once',
    of: 'stream',
    fix: 'Windows and pages must neither overlap nor repeat; what a schema refuses is kept as refused and not counted.',
    run: async (bench, subject) =>
      judgeValid(subject.spec as StreamSpec, await bench.whole(subject)),
  },
  {
    name: 'gives as many records as its portal holds',
    of: 'stream',
    fix: 'Read the first and the last page, the first and the last day of every window; correct holds if the portal of the test has another number.',
    run: async (bench, subject) => {
      const { size } = recordsOf(subject.spec as StreamSpec, await bench.whole(subject))
      const count = bench.options.holds?.[subject.name]?.count
      return size === count
        ? undefined
        : { expected: `${count} records`, came: `${size} with different keys` }
    },
  },
  {
    name: 'gives the written-down records as they are',
    of: 'stream',
    fix: 'Compare field by field with what the portal sends; times without a zone are of Asia/Ho_Chi_Minh, those with one as they say.',
    run: async (bench, subject) => {
      const spec = subject.spec as StreamSpec
      const came = recordsOf(spec, await bench.whole(subject))
      return difference(expectedSamples(bench, subject), came)
    },
  },
  {
    name: 'says when a dossier ended that is over by its status',
    of: 'stream',
    applies: ({ entity }) => entity === 'dossier',
    fix: 'Only finishedAt ends a dossier (for a returned one returnedAt does, too): without it the dossier counts as in process. Take the day on which it came to that status, or refuse the row.',
    run: async (bench, subject) =>
      judgeEnds(validRecords(subject.spec as StreamSpec, [await bench.whole(subject)])),
  },
  {
    name: 'reads the same again',
    of: 'stream',
    fix: 'Keep nothing between two readings, outside the cursor; no random keys; a version is of the record, not of the reading.',
    run: async (bench, subject) => {
      await bench.whole(subject)
      const { session } = await bench.act(subject, bench.healthy)
      const isFigure = subject.spec !== undefined && isCountedByPortal(subject.spec)
      const yearLater = { ...bench.healthy, now: () => bench.options.now + YEAR_MS }
      return firstOf([{ session }, {}, ...(isFigure ? [] : [{ at: yearLater }])], async (how) => {
        const world = 'at' in how ? how.at : bench.healthy
        const again = await bench.act(subject, world, 'session' in how ? how : {})
        return judgeSame(bench, subject, again)
      })
    },
  },
  {
    name: 'reads the same in every time zone of the machine',
    of: 'stream',
    fix: 'Use parsePortalTime, or an offset: new Date(text) without one means the zone of the machine.',
    run: async (bench, subject) => {
      const hours = await inTimeZone('America/New_York', async () =>
        new Date(0).getTimezoneOffset(),
      )
      if (hours === 0) return { expected: 'a process whose zone can be set', came: NO_FORK }
      return firstOf(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'], async (zone) =>
        judgeSame(bench, subject, await inTimeZone(zone, () => bench.act(subject, bench.healthy))),
      )
    },
  },
  {
    name: 'takes the time from io.now',
    of: 'stream',
    fix: 'Ask io.now() instead of Date.now() and new Date().',
    run: async (bench, subject) => {
      const again = await withClockAhead(5 * YEAR_MS, () => bench.act(subject, bench.healthy))
      const [here, there] = [await bench.whole(subject), again].map(({ pages }) =>
        print(pages.map(({ cursor }) => cursor)),
      )
      if (here !== there) return { expected: short(String(here)), came: short(String(there)) }
      return judgeSame(bench, subject, again)
    },
  },
  {
    name: 'leaves a page as it was handed out',
    of: 'stream',
    fix: 'Make a new list and a new cursor for every page: the engine writes pages later, several together.',
    run: async (bench, subject) => {
      const { changed } = await bench.whole(subject)
      return changed.length === 0
        ? undefined
        : { expected: 'pages that stay', came: `changes of page ${changed.join(', ')}` }
    },
  },
  {
    name: 'finds single records again',
    of: 'lookup',
    fix: 'lookup yields the record of each key as read does, and nothing for a key that the portal does not know.',
    run: async (bench, subject) => {
      const name = subject.lookup ?? ''
      const samples = expectedSamples(bench, { ...subject, name })
      return inequality(samples, recordsOf(subject.spec as StreamSpec, await bench.whole(subject)))
    },
  },
]

async function figuresOf(bench: Bench): Promise<PortalFigure[]> {
  const readings = await bench.wholes()
  const figures = readings.filter((_, i) => bench.streams[i]?.spec?.entity === 'portal-figure')
  return figures.flatMap(({ pages }) =>
    pages.flatMap(({ records }) => records as readonly PortalFigure[]),
  )
}

function judgeValid(spec: StreamSpec, reading: Reading): Finding | undefined {
  const records = reading.pages.flatMap((page) => page.records)
  for (const record of records) {
    const { error } = spec.record.safeParse(record)
    if (!error) continue
    const [issue] = error.issues
    return {
      expected: 'valid records',
      came: `${keyOf(spec, record)}: ${issue?.path}: ${issue?.message}`,
    }
  }
  const keys = keysOf(spec, reading)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  return twice === undefined ? undefined : { expected: 'each key once', came: `${twice} twice` }
}

function expectedSamples({ options }: Bench, { name, spec }: Subject): Map<string, string> {
  const samples: readonly unknown[] = options.holds?.[name]?.samples ?? []
  const page = { records: samples as never, cursor: undefined }
  return recordsOf(spec as StreamSpec, { pages: [page] } as unknown as Reading)
}

async function judgeSame(bench: Bench, subject: Subject, again: Reading) {
  const spec = subject.spec as StreamSpec
  const whole = recordsOf(spec, await bench.whole(subject))
  if (again.error !== undefined) {
    return { expected: `${whole.size} records`, came: String(codeOf(again.error)) }
  }
  return inequality(whole, recordsOf(spec, again))
}

const OVER = ['finished', 'returned', 'refused', 'withdrawn']

function judgeEnds(records: Iterable<unknown>): Finding | undefined {
  for (const record of records) {
    const { code = '', status = '', finishedAt, returnedAt } = record as Partial<Dossier>
    const end = finishedAt ?? (status === 'returned' ? returnedAt : null)
    if (OVER.includes(status) && end == null) {
      return { expected: 'an end of each', came: `${status} without one: ${short(code)}` }
    }
  }
  return undefined
}
