import { firstReceivedAt, firstWhere } from '../world/search.ts'
import type { SimulatedDossier, World } from '../world/world.ts'
import { procedureCodeShown } from './service-record.ts'
import { parseDay } from './text.ts'

const DAY_MS = 86_400_000

/** A query parameter that the portal cannot read. */
export class BadParameter extends Error {}

type DateField = 'Receive' | 'Release' | 'Finish' | 'Due'

const INSTANTS: Readonly<Record<DateField, (dossier: SimulatedDossier) => number | null>> = {
  Receive: (dossier) => dossier.receivedAt,
  Release: (dossier) => dossier.releasedAt,
  Finish: (dossier) => dossier.finishedAt,
  Due: (dossier) => dossier.dueAt,
}

const SORTS: Readonly<Record<string, DateField>> = {
  createDate: 'Receive',
  receiveDate: 'Receive',
  releaseDate: 'Release',
  finishDate: 'Finish',
  dueDate: 'Due',
}

interface Range {
  readonly field: DateField
  /** From `low` up to, not including, `high`. */
  readonly low: number
  readonly high: number
}

type Predicate = (dossier: SimulatedDossier) => boolean

/** Rows that match, in order. */
export interface Selection {
  readonly count: number
  at(position: number): number
}

const KEPT_SELECTIONS = 16

/** Answers the filters of `/dossiers` over one world. What it finds is kept until the world's time moves on. */
export class DossierIndex {
  readonly #world: World
  readonly #orders = new Map<DateField, Uint32Array>()
  readonly #selections = new Map<string, Selection>()
  #now = Number.NaN

  constructor(world: World) {
    this.#world = world
  }

  /** Throws BadParameter for a date that is none. */
  select(query: URLSearchParams): Selection {
    if (this.#world.now !== this.#now) this.#forget()
    const key = listKey(query)
    const known = this.#selections.get(key)
    if (known) return known
    const found = this.#find(query)
    const oldest = this.#selections.keys().next().value
    if (this.#selections.size >= KEPT_SELECTIONS && oldest !== undefined) {
      this.#selections.delete(oldest)
    }
    this.#selections.set(key, found)
    return found
  }

  #forget(): void {
    this.#now = this.#world.now
    this.#orders.clear()
    this.#selections.clear()
  }

  #find(query: URLSearchParams): Selection {
    const [first, ...others] = rangesOf(query)
    const predicates = [...others.map(within), ...predicatesOf(query)]
    const candidates = this.#candidates(first)
    const sort = SORTS[query.get('sort') ?? ''] ?? 'Receive'
    const descending = query.get('order') === 'true'
    if (predicates.length === 0 && sort === (first?.field ?? 'Receive')) {
      return descending ? reversed(candidates) : candidates
    }
    const rows = this.#filter(candidates, predicates)
    this.#sort(rows, sort)
    return descending ? reversed(listed(rows)) : listed(rows)
  }

  #candidates(range: Range | undefined): Selection {
    const world = this.#world
    if (range === undefined) return { count: world.dossierCount, at: (position) => position }
    if (range.field === 'Receive') {
      const start = firstReceivedAt(world, range.low)
      const count = firstReceivedAt(world, range.high) - start
      return { count: Math.max(0, count), at: (position) => start + position }
    }
    const order = this.#order(range.field)
    const instant = INSTANTS[range.field]
    const firstFrom = (limit: number): number =>
      firstWhere(order.length, (at) => (instant(world.dossier(order[at] ?? 0)) ?? 0) >= limit)
    return listed(order.subarray(firstFrom(range.low), firstFrom(range.high)))
  }

  /** Rows that have this date, by it. */
  #order(field: DateField): Uint32Array {
    const known = this.#orders.get(field)
    if (known) return known
    const rows = this.#filter({ count: this.#world.dossierCount, at: (position) => position }, [
      (dossier) => INSTANTS[field](dossier) !== null,
    ])
    this.#sort(rows, field)
    this.#orders.set(field, rows)
    return rows
  }

  #filter(candidates: Selection, predicates: readonly Predicate[]): Uint32Array {
    const rows: number[] = []
    for (let position = 0; position < candidates.count; position += 1) {
      const row = candidates.at(position)
      const dossier = this.#world.dossier(row)
      if (predicates.every((holds) => holds(dossier))) rows.push(row)
    }
    return Uint32Array.from(rows)
  }

  #sort(rows: Uint32Array, field: DateField): void {
    rows.sort()
    if (field === 'Receive') return
    const keys = new Map<number, number>()
    for (const row of rows) keys.set(row, INSTANTS[field](this.#world.dossier(row)) ?? 0)
    rows.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
  }
}

function listed(rows: Uint32Array): Selection {
  return { count: rows.length, at: (position) => rows[position] ?? 0 }
}

function reversed(selection: Selection): Selection {
  return {
    count: selection.count,
    at: (position) => selection.at(selection.count - 1 - position),
  }
}

const PAGING = new Set(['start', 'end'])

/** A name for the list that a query asks for, whichever page of it. */
export function listKey(query: URLSearchParams): string {
  return JSON.stringify([...query].filter(([name]) => !PAGING.has(name)).sort())
}

/** The stated ranges; the day in a dossier's number serves as one too. Reception comes first: it needs no index. */
function rangesOf(query: URLSearchParams): Range[] {
  const stated = (Object.keys(INSTANTS) as DateField[]).flatMap((field) => rangeOf(query, field))
  const [, year, month, day] = /-(\d{2})(\d{2})(\d{2})-/.exec(query.get('dossierNo') ?? '') ?? []
  const low = day ? parseDay(`${day}/${month}/20${year}`) : undefined
  return low === undefined
    ? stated
    : [{ field: 'Receive' as const, low, high: low + DAY_MS }, ...stated]
}

function rangeOf(query: URLSearchParams, field: DateField): Range[] {
  const low = dayParameter(query, `from${field}Date`)
  const last = dayParameter(query, `to${field}Date`)
  if (low === undefined && last === undefined) return []
  const high = last === undefined ? Number.POSITIVE_INFINITY : last + DAY_MS
  return [{ field, low: low ?? 1, high }]
}

function dayParameter(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (!text) return undefined
  const day = parseDay(text)
  if (day === undefined) throw new BadParameter(`Unparseable date: ${name}`)
  return day
}

function within({ field, low, high }: Range): Predicate {
  return (dossier) => {
    const instant = INSTANTS[field](dossier)
    return instant !== null && instant >= low && instant < high
  }
}

const MATCHES: Readonly<Record<string, (dossier: SimulatedDossier) => string>> = {
  status: (dossier) => dossier.status,
  agency: (dossier) => dossier.organisation.oldCode,
  service: (dossier) => procedureCodeShown(dossier.procedure, dossier.organisation.code),
  domain: (dossier) => dossier.procedure.fieldCode,
  online: (dossier) => String(dossier.channel === 'online'),
  level: (dossier) => String(dossier.serviceLevel),
  dossierNo: (dossier) => dossier.code,
}

/** A parameter with several values, separated by commas, takes any of them. */
function predicatesOf(query: URLSearchParams): Predicate[] {
  return Object.entries(MATCHES).flatMap(([name, value]) => {
    const wanted = (query.get(name) ?? '').split(',').filter((part) => part !== '')
    return wanted.length === 0
      ? []
      : [(dossier: SimulatedDossier) => wanted.includes(value(dossier))]
  })
}
