import { firstReceivedAt, firstWhere } from './search.ts'
import type { SimulatedDossier, World } from './world.ts'

const INSTANTS = {
  received: (dossier) => dossier.receivedAt,
  released: (dossier) => dossier.releasedAt,
  finished: (dossier) => dossier.finishedAt,
  due: (dossier) => dossier.dueAt,
  modified: (dossier) => dossier.modifiedAt,
} as const satisfies Readonly<Record<string, (dossier: SimulatedDossier) => number | null>>

/** An instant of a dossier by which lists are filtered and sorted. */
export type DossierInstant = keyof typeof INSTANTS

/** From `low` up to, not including, `high`. */
export interface InstantRange {
  readonly field: DossierInstant
  readonly low: number
  readonly high: number
}

export type DossierPredicate = (dossier: SimulatedDossier) => boolean

/** A list that a portal is asked for, in no portal's words. */
export interface DossierSearch {
  /** Names the list: the same key, the same rows. */
  readonly key: string
  readonly ranges: readonly InstantRange[]
  readonly predicates: readonly DossierPredicate[]
  readonly sort: DossierInstant
  readonly descending: boolean
}

/** Rows that match, in order. */
export interface Selection {
  readonly count: number
  at(position: number): number
}

const KEPT_SELECTIONS = 16

/** Finds lists of dossiers in one world. What it finds is kept until the world's time moves on. */
export class DossierIndex {
  readonly #world: World
  readonly #orders = new Map<DossierInstant, Uint32Array>()
  readonly #selections = new Map<string, Selection>()
  #now = Number.NaN

  constructor(world: World) {
    this.#world = world
  }

  select(search: DossierSearch): Selection {
    if (this.#world.now !== this.#now) this.#forget()
    const known = this.#selections.get(search.key)
    if (known) return known
    const found = this.#find(search)
    const oldest = this.#selections.keys().next().value
    if (this.#selections.size >= KEPT_SELECTIONS && oldest !== undefined) {
      this.#selections.delete(oldest)
    }
    this.#selections.set(search.key, found)
    return found
  }

  #forget(): void {
    this.#now = this.#world.now
    this.#orders.clear()
    this.#selections.clear()
  }

  /** Reception comes first: it needs no index. */
  #find({ ranges, predicates, sort, descending }: DossierSearch): Selection {
    const [first, ...others] = ranges.toSorted(
      (a, b) => Number(b.field === 'received') - Number(a.field === 'received'),
    )
    const all = [...others.map(within), ...predicates]
    const candidates = this.#candidates(first)
    if (all.length === 0 && sort === (first?.field ?? 'received')) {
      return descending ? reversed(candidates) : candidates
    }
    const rows = this.#filter(candidates, all)
    this.#sort(rows, sort)
    return descending ? reversed(listed(rows)) : listed(rows)
  }

  #candidates(range: InstantRange | undefined): Selection {
    const world = this.#world
    if (range === undefined) return { count: world.dossierCount, at: (position) => position }
    if (range.field === 'received') {
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
  #order(field: DossierInstant): Uint32Array {
    const known = this.#orders.get(field)
    if (known) return known
    const rows = this.#filter({ count: this.#world.dossierCount, at: (position) => position }, [
      (dossier) => INSTANTS[field](dossier) !== null,
    ])
    this.#sort(rows, field)
    this.#orders.set(field, rows)
    return rows
  }

  #filter(candidates: Selection, predicates: readonly DossierPredicate[]): Uint32Array {
    const rows: number[] = []
    for (let position = 0; position < candidates.count; position += 1) {
      const row = candidates.at(position)
      const dossier = this.#world.dossier(row)
      if (predicates.every((holds) => holds(dossier))) rows.push(row)
    }
    return Uint32Array.from(rows)
  }

  #sort(rows: Uint32Array, field: DossierInstant): void {
    rows.sort()
    if (field === 'received') return
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

function within({ field, low, high }: InstantRange): DossierPredicate {
  return (dossier) => {
    const instant = INSTANTS[field](dossier)
    return instant !== null && instant >= low && instant < high
  }
}
