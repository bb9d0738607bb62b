import { isAppError } from '@cchc/domain'
import type { StreamSpec } from '../contract/stream.ts'
import { unreadableReason } from '../map-each.ts'
import type { Reading } from './bench.ts'
import type { Finding } from './check.ts'

type Pages = Pick<Reading, 'pages'>

const known = new WeakMap<Pages, Map<string, string>>()

/** The records of readings that can be stored, by their keys; of several with one key the newest. */
export function recordsOf(spec: StreamSpec, ...readings: readonly Pages[]): Map<string, string> {
  const [only, ...others] = readings
  if (only === undefined || others.length > 0) return newestOf(spec, readings)
  const records = known.get(only) ?? newestOf(spec, readings)
  known.set(only, records)
  return records
}

function newestOf(spec: StreamSpec, readings: readonly Pages[]): Map<string, string> {
  const newest = new Map<string, { version: number; text: string }>()
  for (const record of validRecords(spec, readings)) {
    const key = keyOf(spec, record)
    const version = Number((record as { readonly version?: unknown }).version ?? 0)
    if (version >= (newest.get(key)?.version ?? 0))
      newest.set(key, { version, text: print(record) })
  }
  return new Map([...newest].map(([key, { text }]) => [key, text]))
}

export function validRecords(spec: StreamSpec, readings: readonly Pages[]): unknown[] {
  const records = readings.flatMap(({ pages }) => pages.flatMap((page) => [...page.records]))
  return records.flatMap((record) => {
    if (unreadableReason(record)) return []
    const parsed = spec.record.safeParse(record)
    return parsed.success ? [parsed.data] : []
  })
}

/** All keys that a reading handed out, in order, as often as it did. */
export function keysOf(spec: StreamSpec, { pages }: Pages): string[] {
  return pages.flatMap((page) => page.records.map((record) => keyOf(spec, record)))
}

/** How many records cannot be stored, so that the engine keeps them as refused. */
export function refusedIn(spec: StreamSpec, { pages }: Pages): number {
  const records: unknown[] = pages.flatMap((page) => [...page.records])
  return records.filter(
    (record) => unreadableReason(record) !== undefined || !spec.record.safeParse(record).success,
  ).length
}

export function keyOf(spec: StreamSpec, record: unknown): string {
  const fields = record as Readonly<Record<string, unknown>>
  return spec.key.map((name) => String(fields[name])).join(' | ')
}

/** A record as text: the order of its fields does not matter, and what is no number is told apart from null. */
export function print(record: unknown): string {
  return JSON.stringify(record, (_, value) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** How records differ from those that they should be; undefined where all are there, and equal. */
export function difference(
  expected: ReadonlyMap<string, string>,
  came: ReadonlyMap<string, string>,
): Finding | undefined {
  for (const [key, text] of expected) {
    const found = came.get(key)
    if (found === text) continue
    const missing = [...expected].filter(([each, its]) => came.get(each) !== its).length
    const others = missing > 1 ? ` (${missing} of ${expected.size} records are wrong)` : ''
    if (found === undefined) return { expected: `the record ${key}`, came: `none${others}` }
    const [wanted, got] = [unlike(text, found), unlike(found, text)]
    return { expected: `${key} with ${wanted}`, came: `${got}${others}` }
  }
  return undefined
}

/** The fields of a printed record that another one does not have so. */
function unlike(text: string, other: string): string {
  const [fields, others] = [JSON.parse(text), JSON.parse(other)]
  const own = Object.entries(fields).filter(([name, value]) => print(value) !== print(others[name]))
  return short(JSON.stringify(Object.fromEntries(own)))
}

/** As `difference`, where nothing more may come either. */
export function inequality(
  expected: ReadonlyMap<string, string>,
  came: ReadonlyMap<string, string>,
): Finding | undefined {
  const missing = difference(expected, came)
  if (missing) return missing
  const more = [...came.keys()].find((key) => !expected.has(key))
  return more === undefined
    ? undefined
    : { expected: `${expected.size} records`, came: `${came.size}, among them ${more}` }
}

/**
 * As `difference`, for a reading after a position: nothing that is left may be missing; what came before may come again,
 * each record once.
 */
export function isRest(
  spec: StreamSpec,
  { rest, left, whole }: { readonly rest: Pages; readonly left: Pages; readonly whole: Pages },
): Finding | undefined {
  const came = keysOf(spec, rest)
  const all = new Set(keysOf(spec, whole))
  const lost = keysOf(spec, left).find((key) => !came.includes(key))
  if (lost !== undefined) return { expected: `the record ${lost}`, came: 'none' }
  const other = came.find((key, i) => !all.has(key) || came.indexOf(key) !== i)
  return other === undefined ? undefined : { expected: 'each record once', came: other }
}

/** The code of an expected failure; what else was thrown, in words; undefined where nothing was. */
export function codeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined
  return isAppError(error) ? error.code : `an unforeseen ${short(String(error))}`
}

/** How a reading ended, for people. */
export function endOf({ error, pages }: Reading): string {
  return codeOf(error) ?? `an end without a failure after ${pages.length} pages`
}

const LONGEST = 400

export function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}
