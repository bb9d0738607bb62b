import type { StreamSpec } from '../contract/stream.ts'
import { type Bench, fromStore, type Reading, type Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { dayOf } from './cursor-checks.ts'
import { keyOf, recordsOf } from './records.ts'

/** What pages say of removals. */
export const REMOVAL_CHECKS: readonly Check[] = [
  {
    name: 'says only of those days that they are read whole that it has read whole',
    of: 'stream',
    applies: ({ deletes }) => deletes === 'pages',
    fix: 'Say whole with the last page of the list of these days, and never where that list was gone on with from a cursor: what did not come of them is taken for gone.',
    run: async (bench, subject) => {
      const spec = subject.spec as StreamSpec
      const whole = await bench.whole(subject)
      const records = recordsOf(spec, whole)
      return firstOf([undefined, ...whole.pages], async (place) => {
        const cursor = place && fromStore(spec, place.cursor)
        const reading = await bench.act(subject, bench.healthy, { cursor })
        return judgeWhole(spec, reading, records)
      })
    },
  },
  {
    name: 'tells what is gone',
    of: 'stream',
    applies: ({ deletes }) => deletes === 'pages',
    fix: 'Name it in removed, or say of the days in which it was received that they are read whole; with deletes: never where removals do not show.',
    run: async (bench, subject) => judgeGone(bench, subject),
  },
]

/** Of days that are whole everything must have come since the page before that said so. */
function judgeWhole(
  spec: StreamSpec,
  { pages }: Reading,
  records: ReadonlyMap<string, string>,
): Finding | undefined {
  let came = new Set<string>()
  for (const { records: some, whole } of pages) {
    for (const record of some) came.add(keyOf(spec, record))
    if (whole === undefined) continue
    const missing = [...records].find(([key, text]) => isWithin(text, whole) && !came.has(key))
    if (missing)
      return { expected: `${missing[0]} within ${whole.from} to ${whole.to}`, came: 'none' }
    came = new Set()
  }
  return undefined
}

async function judgeGone(bench: Bench, subject: Subject): Promise<Finding | undefined> {
  if (!bench.later) return undefined
  const spec = subject.spec as StreamSpec
  const fresh = await bench.act(subject, bench.later)
  const after = recordsOf(spec, fresh)
  const before = recordsOf(spec, await bench.whole(subject))
  const removed = fresh.pages.flatMap((page) => page.removed ?? []).map((key) => keyOf(spec, key))
  const days = fresh.pages.flatMap(({ whole }) => whole ?? [])
  const untold = [...before].find(
    ([key, text]) =>
      !after.has(key) && !removed.includes(key) && !days.some((range) => isWithin(text, range)),
  )
  return untold && { expected: `${untold[0]} told as gone`, came: 'no word about it' }
}

function isWithin(text: string, { from, to }: { readonly from: string; readonly to: string }) {
  const { receivedAt } = JSON.parse(text) as { receivedAt?: number | null }
  return typeof receivedAt === 'number' && dayOf(receivedAt) >= from && dayOf(receivedAt) <= to
}
