/** The row that a record was made of, and names of fields that were dropped while it was parsed. */
export interface PortalRow {
  readonly row: object
  readonly dropped: readonly string[]
  /** Its names are heads of columns, in the words of people. */
  readonly isOfTable?: boolean
}

const ROWS = Symbol.for('cchc.portalRows')

interface Shared {
  [ROWS]?: WeakMap<object, PortalRow>
}

/** One for all copies of the kit, so that the hub finds the rows of connectors from elsewhere. It keeps no row alive. */
const rows = (globalThis as Shared)[ROWS] ?? new WeakMap<object, PortalRow>()
;(globalThis as Shared)[ROWS] = rows

/** Notes of which row something was made; of a list, of which its first record was. */
export function noteRow(made: unknown, row: unknown): void {
  const record: unknown = Array.isArray(made) ? made[0] : made
  if (!isObject(record) || !isObject(row)) return
  rows.set(record, rows.get(row) ?? { row, dropped: [] })
}

/** Notes which names of fields a row had beside those that were kept. */
export function noteDropped(row: object, dropped: readonly string[]): void {
  if (dropped.length > 0) rows.set(row, { row, dropped })
}

/** Notes which columns the table has that a row stands in. */
export function noteTable(row: object, columns: object): void {
  rows.set(row, { row: columns, dropped: [], isOfTable: true })
}

/** The row that a record was made of; undefined where nobody noted it. */
export function portalRow(record: unknown): PortalRow | undefined {
  return isObject(record) ? rows.get(record) : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
