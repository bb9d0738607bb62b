import { parentOf, type SeenFields, type SeenKinds } from '@cchc/connector-kit'
import type { Drift, FieldKind, FieldShape, StreamShape } from '@cchc/domain'

/** A name in fewer records of a pass may be a person's: it is not kept. */
const LEAST_NAMED = 3
/** Of the records that held what it is in: a field that comes less often comes now and then. */
const NEARLY_EVERY = 0.99
/** So many records in a row without it show that a field is missing, where a pass read what is new alone. */
const LEAST_WITHOUT = 20
/** Fields of one stream. */
const MOST_KEPT = 600

export const NOTHING_SEEN: StreamShape = { records: 0, fields: [], unnamed: 0, settled: false }

interface Judged {
  /** The reading has begun at the beginning, so that few records are all that there are. */
  readonly isEverything: boolean
  /** It goes on: that so many records in a row did not hold a field is enough. */
  readonly goesOn?: boolean
}

/** Fields that had never come, and kinds that fields had never held. */
export function novelties(usual: StreamShape, seen: SeenFields): Drift[] {
  const known = fieldsOf(usual)
  return seen.paths.flatMap((path) => {
    const field = known.get(path)
    const kinds = seen.kinds(path)
    if (field) return retyped(field, seen)
    return isNamed(kinds) ? [{ ...driftOf('new', path, seen), now: [...kinds.keys()] }] : []
  })
}

function retyped({ path, kinds }: FieldShape, seen: SeenFields): Drift[] {
  const was = stated(Object.keys(kinds) as FieldKind[])
  const came = seen.kinds(path)
  const now = stated([...came.keys()]).filter((kind) => !was.includes(kind))
  if (was.length === 0 || now.length === 0) return []
  const records = Math.max(...now.map((kind) => came.get(kind) ?? 0))
  return [{ ...driftOf('retyped', path, seen), was, now, records }]
}

/** Fields that nearly every record had held, and none of this pass does. */
export function missing(
  usual: StreamShape,
  seen: SeenFields,
  { isEverything, goesOn = false }: Judged,
): Drift[] {
  const least = isEverything ? 1 : LEAST_WITHOUT
  return usual.fields.filter(isMissable).flatMap((field) => {
    const { path, kinds } = field
    const of = seen.holders(path)
    const without = withoutIn(field, seen)
    const isNowhere = goesOn || seen.valued(path) === 0
    if (of === 0 || !isNowhere || without < least) return []
    const was = stated(Object.keys(kinds) as FieldKind[])
    return [{ kind: 'missing', path, was, now: [], records: 0, of: without }]
  })
}

/** Nearly every record holds it, so that it can be missed. */
function isMissable({ gone, records, of, unseen }: FieldShape): boolean {
  return !gone && records >= LEAST_NAMED && records >= NEARLY_EVERY * (of - unseen)
}

/** How many records in a row have held nothing in a field, over passes. */
function withoutIn({ path, unseen }: FieldShape, seen: SeenFields): number {
  return seen.without(path) + (seen.valued(path) > 0 ? 0 : unseen)
}

function driftOf(kind: Drift['kind'], path: string, seen: SeenFields) {
  const records = Math.max(...seen.kinds(path).values())
  return { kind, path, was: [], now: [], records, of: seen.holders(path) }
}

function isNamed(kinds: SeenKinds): boolean {
  return Math.max(0, ...kinds.values()) >= LEAST_NAMED
}

function stated(kinds: readonly FieldKind[]): FieldKind[] {
  return kinds.filter((kind) => kind !== 'null')
}

function fieldsOf({ fields }: StreamShape): ReadonlyMap<string, FieldShape> {
  return new Map(fields.map((field) => [field.path, field]))
}

/** What is usual after a pass, with all that it showed but what `refused` says. */
export function learnt(
  usual: StreamShape,
  seen: SeenFields,
  { refused, settled }: { readonly refused: readonly Drift[]; readonly settled: boolean },
): StreamShape {
  const known = fieldsOf(usual)
  const added = seen.paths
    .filter((path) => !known.has(path) && isNamed(seen.kinds(path)))
    .slice(0, Math.max(0, MOST_KEPT - known.size))
  const kept = [...known.keys(), ...added].filter((path) => !isRefused(path, refused))
  const merged = kept.map((path) => mergedField(known.get(path) ?? blank(path), seen))
  const untouched = usual.fields.filter(({ path }) => isRefused(path, refused))
  return {
    records: usual.records + seen.records,
    fields: [...merged, ...untouched],
    unnamed: usual.unnamed + seen.unnamed,
    settled,
  }
}

function isRefused(path: string, refused: readonly Drift[]): boolean {
  return refused.some((one) => path === one.path || path.startsWith(`${one.path}.`))
}

function blank(path: string): FieldShape {
  return { path, records: 0, kinds: {}, of: 0, unseen: 0 }
}

function mergedField(field: FieldShape, seen: SeenFields): FieldShape {
  const { path } = field
  const came = seen.valued(path)
  const sums = [...seen.kinds(path)].map(
    ([kind, count]) => [kind, (field.kinds[kind] ?? 0) + count] as const,
  )
  const { gone: _, ...rest } = field
  return {
    ...(came > 0 ? rest : field),
    records: field.records + came,
    kinds: { ...field.kinds, ...Object.fromEntries(sums) },
    of: field.of + seen.holders(path),
    unseen: withoutIn(field, seen),
  }
}

/** What keeps a record from being like the others: fields that had never come, and kinds that a field had never held. */
export function unlike(usual: StreamShape, seen: SeenFields): Drift[] {
  const known = fieldsOf(usual)
  const parents = new Set(usual.fields.map(({ path }) => parentOf(path)))
  return seen.paths.flatMap((path): Drift[] => {
    const field = known.get(path)
    if (field) return retyped(field, seen)
    // Names within an object of which none is known are data.
    if (!parents.has(parentOf(path))) return []
    return [{ ...driftOf('new', path, seen), now: [...seen.kinds(path).keys()] }]
  })
}

/** What is usual once a drift was taken for it. */
export function accepted(usual: StreamShape, drift: readonly Drift[]): StreamShape {
  const fields = new Map(fieldsOf(usual))
  for (const one of drift) {
    const field = fields.get(one.path) ?? { ...blank(one.path), of: one.of }
    fields.set(one.path, taken(field, one))
  }
  return { ...usual, fields: [...fields.values()] }
}

function taken(field: FieldShape, { kind, now, records }: Drift): FieldShape {
  if (kind === 'missing') return { ...field, gone: true }
  const kinds = Object.fromEntries(now.map((one) => [one, records]))
  return { ...field, records: field.records + records, kinds: { ...field.kinds, ...kinds } }
}
