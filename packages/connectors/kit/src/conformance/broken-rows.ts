import type { StreamSpec } from '../contract/stream.ts'
import type { Bench, Reading, Subject } from './bench.ts'
import { PERSON } from './people.ts'
import { rewritten } from './portal.ts'
import { recordsOf } from './records.ts'
import { type Fields, hasFields, mapRows, rowsOf } from './wire-text.ts'

/** What may stand in a field by mistake. */
const BREAKAGES: readonly (readonly [name: string, value: unknown])[] = [
  ['left out', undefined],
  ['null', null],
  ['an object', { toString: 1 }],
  ['a list', [null]],
  ['a number', -1.5],
  ['a text about a person', PERSON],
  ['a text of 30,000 characters', '<'.repeat(30_000)],
  ['control characters and half a surrogate', 'a\u0000\u000b\ud800'],
]
/** From here on something is stated that is no number and no instant. */
const FIRST_UNREADABLE = 5

/** One row of an answer, known by all that it holds. */
interface Target {
  readonly text: string
  readonly row: Fields
}

/** A field of some rows, each broken in its own way; without a path the whole row is replaced by null. */
export interface Breakage {
  readonly path: readonly string[] | undefined
  readonly rows: ReadonlyMap<string, number>
}

/** Rows of one kind, apart from each other, and their fields. */
export interface RowKind {
  readonly targets: readonly Target[]
  readonly paths: readonly (readonly string[])[]
}

const MOST_FIELDS = 80
const MOST_TARGETS = 200

/** The kinds of rows that a reading received; rows that begin with the same field at one address are of one kind. */
export function kindsOf({ session }: Reading): RowKind[] {
  const rows = session.exchanges.flatMap(({ url, answer = '' }) =>
    rowsOf(answer).map((row) => ({ kind: `${url.pathname} ${Object.keys(row)[0]}`, row })),
  )
  return [...Map.groupBy(rows, ({ kind }) => kind).values()].map((same) => {
    const targets = new Map(same.map(({ row }) => [printed(row), row]))
    const paths = new Map<string, readonly string[]>()
    for (const row of targets.values())
      for (const path of pathsOf(row)) paths.set(path.join(), path)
    return {
      targets: [...targets].slice(0, MOST_TARGETS).map(([text, row]) => ({ text, row })),
      paths: [...paths.values()].slice(0, MOST_FIELDS),
    }
  })
}

/** All fields of a row, those of objects and of the first object of lists within it as well. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (Array.isArray(value)) return pathsOf(value[0], [...path, '0'])
  if (!hasFields(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [...path, name],
    ...pathsOf(inner, [...path, name]),
  ])
}

/** Every breakage of a field, so many at a time that two of three rows stay whole. */
export function breakagesOf(targets: readonly Target[], path: readonly string[]): Breakage[] {
  const kinds = BREAKAGES.map((_, kind) => kind)
  return [kinds.slice(0, FIRST_UNREADABLE), kinds.slice(FIRST_UNREADABLE)].flatMap((alike) => {
    const width = Math.max(1, Math.min(alike.length, Math.floor(targets.length / 3)))
    const gap = Math.max(1, Math.floor(targets.length / width))
    const count = Math.ceil(alike.length / width)
    return Array.from({ length: count }, (_, turn) => {
      const some = alike.slice(turn * width, (turn + 1) * width)
      return { path, rows: new Map(some.map((kind, i) => [targets[i * gap]?.text ?? '', kind])) }
    })
  })
}

/** What a breakage is, for people. */
export function nameOf({ path, rows }: Breakage): string {
  if (path === undefined) return 'a row that is null'
  const kinds = [...rows.values()].map((kind) => BREAKAGES[kind]?.[0])
  return `a row in which ${path.join('.')} is ${kinds.join(', or ')}`
}

/** A reading of a portal with these rows broken; made once. */
export function broken(bench: Bench, subject: Subject, breakage: Breakage): Promise<Reading> {
  const { path, rows } = breakage
  const rewrite = (text: string) =>
    mapRows(text, (row) => {
      const kind = rows.get(printed(row))
      if (kind === undefined) return row
      return path === undefined ? null : replaced(row, path, BREAKAGES[kind]?.[1])
    })
  const world = bench.with((healthy) => rewritten(healthy, rewrite))
  const key = `${subject.name} ${path?.join('.')} ${JSON.stringify([...rows])}`
  return bench.once(key, () => bench.act(subject, world))
}

const texts = new WeakMap<Fields, string>()

function printed(row: Fields): string {
  const text = texts.get(row) ?? JSON.stringify(row)
  texts.set(row, text)
  return text
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return by
  if (Array.isArray(value))
    return value.map((item, i) => (i === 0 ? replaced(item, rest, by) : item))
  if (!hasFields(value)) return value
  return { ...value, [name]: replaced(value[name], rest, by) }
}

/** Whether every row of a breakage states something that is no number. */
export function isUnreadable({ rows }: Breakage): boolean {
  return [...rows.values()].every((kind) => kind >= FIRST_UNREADABLE)
}

/** The keys that a reading lost. */
export function lostIn(spec: StreamSpec, whole: Reading, reading: Reading): string[] {
  const came = recordsOf(spec, reading)
  return [...recordsOf(spec, whole).keys()].filter((key) => !came.has(key))
}
