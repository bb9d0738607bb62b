import { isCountedByPortal, type StreamSpec } from '../contract/stream.ts'
import type { Bench, Reading, Subject } from './bench.ts'
import {
  type Breakage,
  breakagesOf,
  broken,
  isUnreadable,
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
    applies: (spec) => !isCountedByPortal(spec),
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
  {
    name: 'makes no zero and no nothing of what it cannot read',
    of: 'stream',
    fix: 'What is not stated is null, what cannot be read NaN or a throw in mapEach, so that the row is refused: never `|| 0`, Number(null) or a default.',
    run: async (bench, subject) =>
      firstOf(await allBreakages(bench, subject), async (breakage) => {
        const reading = await broken(bench, subject, breakage)
        const spec = subject.spec as StreamSpec
        const before = recordsOf(spec, await bench.whole(subject))
        for (const [key, text] of recordsOf(spec, reading)) {
          const wrong = numbersGone(before.get(key) ?? text, text, isUnreadable(breakage))
          if (wrong) return { expected: `${key} refused, with ${nameOf(breakage)}`, came: wrong }
        }
        return undefined
      }),
  },
]

/** A number of a record that became zero, or nothing where something was stated; its version may be less than stated. */
function numbersGone(before: string, after: string, isStated: boolean): string | undefined {
  if (before === after) return undefined
  const [earlier, now] = [JSON.parse(before), JSON.parse(after)] as Record<string, unknown>[]
  return Object.entries(earlier ?? {})
    .filter(([name, value]) => typeof value === 'number' && value !== 0 && name !== 'version')
    .filter(([name]) => now?.[name] === 0 || (isStated && now?.[name] === null))
    .map(([name]) => `${name} is ${now?.[name]}`)[0]
}

/** All ways in which the rows of a stream are broken. */
export async function allBreakages(bench: Bench, subject: Subject): Promise<Breakage[]> {
  const kinds = kindsOf(await bench.whole(subject))
  return kinds.flatMap(({ targets, paths }) => paths.flatMap((path) => breakagesOf(targets, path)))
}

/** A row that is null tells how many records stand on one row; no other breakage may cost more. */
async function judgeKind(bench: Bench, subject: Subject, kind: RowKind) {
  const spec = subject.spec as StreamSpec
  const whole = await bench.whole(subject)
  const alone = await standing(bench, subject, kind)
  if (alone.finding) return alone.finding
  const rows = kind.targets
  return firstOf(kind.paths, (path) =>
    firstOf(breakagesOf(rows, path), async (each): Promise<Finding | undefined> => {
      const { breakage, reading } = await withoutKeyRows(bench, subject, each)
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

/** A row that the whole reading stands on, such as that of the unit that is asked for, may end it. */
async function withoutKeyRows(bench: Bench, subject: Subject, breakage: Breakage) {
  const reading = await broken(bench, subject, breakage)
  if (reading.error === undefined) return { breakage, reading }
  const rows = new Map<string, number>()
  for (const [text, kind] of breakage.rows) {
    const alone = await broken(bench, subject, { path: undefined, rows: new Map([[text, 0]]) })
    if (alone.error === undefined) rows.set(text, kind)
  }
  const rest = { ...breakage, rows }
  return { breakage: rest, reading: await broken(bench, subject, rest) }
}

const MOST_TRIED = 30

interface Standing {
  /** How many records stand on one row. */
  readonly lost: number
  readonly finding?: Finding
}

/** How many records the first row costs that costs any; another one must not cost the same ones. */
async function standing(bench: Bench, subject: Subject, { targets }: RowKind): Promise<Standing> {
  const spec = subject.spec as StreamSpec
  const whole = await bench.whole(subject)
  const tried = targets.slice(0, MOST_TRIED)
  const readings: Reading[] = []
  for (const { text } of tried) {
    readings.push(await broken(bench, subject, { path: undefined, rows: new Map([[text, 0]]) }))
    const [former, latter] = costs(spec, whole, readings)
    if (former && latter) return judgeTwo(former, latter)
  }
  const [failed] = readings.filter(({ error }) => error !== undefined)
  if (failed && readings.every(({ error }) => error !== undefined)) {
    const expected = 'no failure with a row that is null'
    return { lost: 0, finding: { expected, came: codeOf(failed.error) ?? '' } }
  }
  return { lost: costs(spec, whole, readings)[0]?.length ?? 1 }
}

/** What was lost in those readings that lost something. */
function costs(spec: StreamSpec, whole: Reading, readings: readonly Reading[]): string[][] {
  const ended = readings.filter(({ error }) => error === undefined)
  return ended.map((reading) => lostIn(spec, whole, reading)).filter(({ length }) => length > 0)
}

function judgeTwo(former: readonly string[], latter: readonly string[]): Standing {
  const both = former.filter((key) => latter.includes(key))
  if (both.length === 0) return { lost: Math.max(former.length, latter.length) }
  const expected = 'other records lost by one row that is null than by another'
  return { lost: 0, finding: { expected, came: `${both.length} lost by both, ${both[0]} ...` } }
}
