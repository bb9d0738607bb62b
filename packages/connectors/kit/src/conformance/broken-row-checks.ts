import type { StreamSpec } from '../contract.ts'
import type { Bench, Reading, Subject } from './bench.ts'
import {
  type Breakage,
  breakagesOf,
  broken,
  kindsOf,
  lostIn,
  nameOf,
  type RowKind,
} from './broken-rows.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { codeOf, recordsOf, refusedIn, short } from './records.ts'

/** What a row may cost that is not as it should be. */
export const BROKEN_ROW_CHECKS: readonly Check[] = [
  {
    name: 'finds rows in what the portal sends',
    of: 'stream',
    fix: 'The suite breaks rows in turn: objects of lists in JSON, repeated elements in XML. Give the portal of the test at least two.',
    run: async (bench, subject) => {
      const kinds = kindsOf(await bench.whole(subject))
      return kinds.length > 0 ? undefined : { expected: 'rows', came: 'answers without' }
    },
  },
  {
    name: 'loses to a broken row at most its record',
    of: 'stream',
    fix: 'Map each row by itself with mapEach: a throw then costs that row alone. Nothing that one row holds may end the reading.',
    run: async (bench, subject) =>
      firstOf(kindsOf(await bench.whole(subject)), (kind) => judgeKind(bench, subject, kind)),
  },
  {
    name: 'refuses a broken row and does not leave it out',
    of: 'stream',
    applies: ({ entity }) => entity !== 'portal-figure',
    fix: 'Hand out the row as unreadable (mapEach does) or as a record that its schema refuses: what is left out in silence counts as removed.',
    run: async (bench, subject) =>
      firstOf(await allBreakages(bench, subject), async (breakage) => {
        const reading = await broken(bench, subject, breakage)
        if (reading.error !== undefined) return undefined
        const spec = subject.spec as StreamSpec
        const whole = recordsOf(spec, await bench.whole(subject)).size
        const kept = recordsOf(spec, reading).size + refusedIn(spec, reading)
        if (kept >= whole) return undefined
        const came = `${kept} with ${nameOf(breakage)}`
        return { expected: `${whole} records, refused ones included`, came }
      }),
  },
]

/** All ways in which the rows of a stream are broken. */
export async function allBreakages(bench: Bench, subject: Subject): Promise<Breakage[]> {
  const kinds = kindsOf(await bench.whole(subject))
  return kinds.flatMap(({ targets, paths }) => paths.flatMap((path) => breakagesOf(targets, path)))
}

/** A row that is null tells how many records stand on one row; no other breakage may cost more. */
async function judgeKind(bench: Bench, subject: Subject, kind: RowKind) {
  const spec = subject.spec as StreamSpec
  const whole = await bench.whole(subject)
  const alone = await someRow(bench, subject, kind)
  if (alone.finding) return alone.finding
  const rows = kind.targets.slice(alone.index)
  return firstOf(kind.paths, (path) =>
    firstOf(breakagesOf(rows, path), async (breakage): Promise<Finding | undefined> => {
      const reading = await broken(bench, subject, breakage)
      const said = `${nameOf(breakage)} of ${rows.length} rows`
      if (reading.error !== undefined) {
        const why = reading.error instanceof Error ? reading.error.message : ''
        return {
          expected: `no failure, with ${said}`,
          came: short(`${codeOf(reading.error)} ${why}`),
        }
      }
      const lost = lostIn(spec, whole, reading).length
      const most = alone.lost * breakage.rows.size
      if (lost <= most) return undefined
      return { expected: `at most ${most} records lost, with ${said}`, came: `${lost} lost` }
    }),
  )
}

const MOST_TRIED = 30

/** The first row that records stand on, and how many do; two rows next to each other must not cost the same ones. */
async function someRow(
  bench: Bench,
  subject: Subject,
  { targets }: RowKind,
): Promise<{ readonly index: number; readonly lost: number; readonly finding?: Finding }> {
  const spec = subject.spec as StreamSpec
  const whole = await bench.whole(subject)
  const readings: Reading[] = []
  for (const { text } of targets.slice(0, MOST_TRIED)) {
    readings.push(await broken(bench, subject, { path: undefined, rows: new Map([[text, 0]]) }))
    const [former = [], latter = []] = readings
      .slice(-2)
      .map((reading) => (reading.error === undefined ? lostIn(spec, whole, reading) : []))
    if (former.length === 0 || latter.length === 0) continue
    const both = former.filter((key) => latter.includes(key))
    if (both.length === 0) return { index: readings.length - 2, lost: former.length }
    const came = `${both.length} lost by both, among them ${both[0]}`
    const expected = 'other records lost by one row that is null than by its neighbour'
    return { index: 0, lost: 0, finding: { expected, came } }
  }
  const failed = readings.filter(({ error }) => error !== undefined)
  if (failed.length < readings.length || failed.length === 0) return { index: 0, lost: 1 }
  const came = codeOf(failed[0]?.error) ?? ''
  return {
    index: 0,
    lost: 0,
    finding: { expected: 'no failure with a row that is null', came },
  }
}
