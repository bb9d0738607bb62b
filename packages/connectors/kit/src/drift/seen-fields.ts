import { FIELD_KINDS, type FieldKind } from '@cchc/domain'
import { type PortalRow, portalRow } from './portal-rows.ts'

const DEEPEST = 6
const MOST_FIELDS = 600
const MOST_ITEMS = 20
const LONGEST_PATH = 200
/** Objects with more names than any record has fields are keyed by data: none of their names is kept. */
const MOST_NAMES = 150

/** As code names things: what may be a number of a person, an address or a name in words is no name of a field. */
const NAME = /^[A-Za-z_$@][A-Za-z0-9_$@:-]{0,63}$/
/** As people name columns. */
const HEAD = /^\p{L}[\p{L}\d ,;:()/–_%-]{0,79}$/u
const FIVE_DIGITS = /\d\D*\d\D*\d\D*\d\D*\d/

/** How many of the rows held something of a kind in a field. */
export type SeenKinds = ReadonlyMap<FieldKind, number>

/**
 * What rows looked like, as the portal wrote them: names of fields and their kinds, those of objects and of the items of
 * lists within them too; nothing of what they held. A row counts once for each kind that it held in a field.
 */
export class SeenFields {
  /** Records whose rows were seen. */
  records = 0
  /** Those of them with fields whose names are not kept. */
  unnamed = 0
  readonly #root = new Field('')
  readonly #fields = new Map<string, Field>()
  /** How what the row at hand is of names its fields. */
  #names = NAME

  /** Looks at the row of a record; nothing where nobody noted of which row it was made. */
  add(record: unknown): void {
    const noted = portalRow(record)
    if (!noted) return
    this.records += 1
    this.#root.count('object', this.records)
    this.#names = noted.isOfTable ? HEAD : NAME
    if (!this.#look(noted)) this.unnamed += 1
  }

  /** The paths of all fields, those of objects keyed by data left out. */
  get paths(): readonly string[] {
    return [...this.#fields.values()].filter((field) => !field.isWithinData).map(({ path }) => path)
  }

  kinds(path: string): SeenKinds {
    const { counts = [] } = this.#fields.get(path) ?? {}
    const some = FIELD_KINDS.map((kind, i) => [kind, counts[i] ?? 0] as const)
    return new Map(some.filter(([, count]) => count > 0))
  }

  /** In how many rows a field held something. */
  valued(path: string): number {
    return this.#fields.get(path)?.valued ?? 0
  }

  /** How many rows held what a field is in. */
  holders(path: string): number {
    const parent = parentOf(path)
    const holder = parent === '' ? this.#root : this.#fields.get(parent)
    return holder?.countOf(path.endsWith('[]') ? 'list' : 'object') ?? 0
  }

  /** The last of these in a row that held nothing in it. */
  without(path: string): number {
    return this.holders(path) - (this.#fields.get(path)?.holdersAtLast ?? 0)
  }

  #look({ row, dropped }: PortalRow): boolean {
    let isNamed = this.#enter(this.#root, row, 1)
    for (const name of dropped) isNamed = this.#see(this.#root, name, 'x', 1) && isNamed
    return isNamed
  }

  #enter(parent: Field, value: object, depth: number): boolean {
    let isNamed = true
    for (const name in value) {
      if (!Object.hasOwn(value, name)) continue
      isNamed = this.#see(parent, name, (value as Record<string, unknown>)[name], depth) && isNamed
    }
    return isNamed
  }

  /** Whether its name, and all within it, is kept. */
  #see(parent: Field, name: string, value: unknown, depth: number): boolean {
    const kind = kindOf(value)
    if (kind === undefined) return true
    const field = parent.children.get(name) ?? this.#begin(parent, name)
    if (!field) return false
    field.count(kind, this.records)
    if (kind !== 'null') field.holdersAtLast = parent.countOf(name === '[]' ? 'list' : 'object')
    if (depth >= DEEPEST) return true
    if (kind === 'object') return this.#enter(field, value as object, depth + 1)
    return kind === 'list' ? this.#items(field, value as readonly unknown[], depth + 1) : true
  }

  #items(field: Field, list: readonly unknown[], depth: number): boolean {
    let isNamed = true
    for (let i = 0; i < list.length && i < MOST_ITEMS; i += 1) {
      isNamed = this.#see(field, '[]', list[i], depth) && isNamed
    }
    return isNamed
  }

  #begin(parent: Field, name: string): Field | undefined {
    const path = name === '[]' ? `${parent.path}[]` : joined(parent.path, name)
    const isKept = name === '[]' || (this.#names.test(name) && !FIVE_DIGITS.test(name))
    if (!isKept || path.length > LONGEST_PATH || this.#fields.size >= MOST_FIELDS) return undefined
    if (parent.children.size >= MOST_NAMES) {
      parent.isData = true
      return undefined
    }
    const field = new Field(path, parent)
    parent.children.set(name, field)
    this.#fields.set(path, field)
    return field
  }
}

class Field {
  readonly path: string
  readonly children = new Map<string, Field>()
  /** By the place of a kind in `FIELD_KINDS`. */
  readonly counts = FIELD_KINDS.map(() => 0)
  valued = 0
  /** How many rows held what it is in when one last held something in it. */
  holdersAtLast = 0
  isData = false
  readonly #parent: Field | undefined
  #row = 0
  #seen = 0

  constructor(path: string, parent?: Field) {
    this.path = path
    this.#parent = parent
  }

  get isWithinData(): boolean {
    return this.#parent !== undefined && (this.#parent.isData || this.#parent.isWithinData)
  }

  count(kind: FieldKind, row: number): void {
    if (this.#row !== row) {
      this.#row = row
      this.#seen = 0
    }
    const place = PLACES[kind]
    const bit = 1 << place
    if (this.#seen & bit) return
    if ((this.#seen & ~NOTHING) === 0 && kind !== 'null') this.valued += 1
    this.#seen |= bit
    this.counts[place] = (this.counts[place] ?? 0) + 1
  }

  countOf(kind: FieldKind): number {
    return this.counts[PLACES[kind]] ?? 0
  }
}

const PLACES = Object.fromEntries(FIELD_KINDS.map((kind, i) => [kind, i])) as Record<
  FieldKind,
  number
>
const NOTHING = 1 << PLACES.null

function joined(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`
}

/** What a field is in: an object, or a list for `…[]`; empty for the record itself. */
export function parentOf(path: string): string {
  if (path.endsWith('[]')) return path.slice(0, -2)
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

function kindOf(value: unknown): FieldKind | undefined {
  if (value === null || value === '') return 'null'
  if (Array.isArray(value)) return 'list'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object'
    ? type
    : undefined
}
