import { type Day, type Fault, folded, say } from '@cchc/domain'

/** A unit that nobody knew before a table named it, and the day that it is there from. */
export interface NewUnit {
  readonly code: string
  readonly name: string
  readonly from: Day
}

/** The same as one row says it; `path` = the cell of the name. */
export interface NamedUnit extends NewUnit {
  readonly path: string
}

/** Each new unit once, from the first of its days. */
export function newUnits(named: readonly NamedUnit[]): NewUnit[] {
  return [...Map.groupBy(named, ({ code }) => code).values()].flatMap((rows) => {
    const [first] = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    return first ? [{ code: first.code, name: first.name, from: first.from }] : []
  })
}

/** That a table calls one code by two names. */
export function unitsNamedTwice(named: readonly NamedUnit[]): Fault[] {
  const first = new Map<string, NamedUnit>()
  return named.flatMap((unit) => {
    const { name: other } = first.get(unit.code) ?? unit
    first.set(unit.code, first.get(unit.code) ?? unit)
    if (folded(other) === folded(unit.name)) return []
    const said = { code: unit.code, name: unit.name, other }
    return [{ path: unit.path, message: say('calls {code} {name}, which is {other} above', said) }]
  })
}
