import { determinedCells } from './determined-cells.ts'
import type { Sum } from './sum.ts'

/** Cells of one answer by their index, and everything that a reader knows to add up in it. */
export interface CellsWithSums {
  /** null = not told, whatever it is. */
  readonly values: readonly (number | null)[]
  /** Cells that are in no answer, though what stands in it leads to them. */
  readonly unseen?: ReadonlySet<number>
  readonly sums: readonly Sum[]
  /** Counts from 1 to below this are small. */
  readonly below: number
}

/**
 * The cells that are not told: small counts, and as many others as are needed so that no small one follows from the sums in
 * the same answer. Hidden parts of a sum that is told come to `below` at least. The smallest others go first, sums last.
 */
export function hiddenCells(table: CellsWithSums): ReadonlySet<number> {
  const { values, unseen = new Set(), below } = table
  const small = new Set(indexesOf(values, (value) => value !== null && value > 0 && value < below))
  const untold = indexesOf(values, (value) => value === null)
  const hidden = new Set([...unseen, ...untold, ...small])
  const sumsOf = sumsByCell(table.sums)
  for (;;) {
    const weak = table.sums.filter((sum) => isWeak(sum, { table, hidden, small, below }))
    const found = weak.length > 0 ? weak : determinedSums({ table, hidden, small, sumsOf })
    const more = found.flatMap((sum) => nextOf(sum, { values, hidden }) ?? [])
    if (more.length === 0) break
    for (const cell of more) hidden.add(cell)
  }
  return hidden
}

interface State {
  readonly table: CellsWithSums
  readonly hidden: ReadonlySet<number>
  readonly small: ReadonlySet<number>
}

/** Whether a cell that is to stay hidden follows from this sum alone, or the hidden parts of one that is told are few. */
function isWeak(
  { whole, parts }: Sum,
  { table: { values, unseen }, hidden, small, below }: State & { readonly below: number },
): boolean {
  const own = parts.filter((part) => hidden.has(part))
  const [first, ...others] = hidden.has(whole) ? [...own, whole] : own
  if (first === undefined) return false
  if (others.length === 0)
    return small.has(first) || (values[first] !== null && !unseen?.has(first))
  const isFew = !hidden.has(whole) && own.some((part) => small.has(part))
  if (!isFew || own.some((part) => values[part] === null)) return false
  return own.reduce((sum, part) => sum + (values[part] ?? 0), 0) < below
}

type SumsByCell = ReadonlyMap<number, readonly Sum[]>

/** Sums of which another cell can be hidden, for each small cell that follows from several sums together. */
function determinedSums(state: State & { readonly sumsOf: SumsByCell }): readonly Sum[] {
  const { table, hidden, small } = state
  const determined = [...determinedCells(table.sums, hidden)].filter((cell) => small.has(cell))
  return determined.flatMap((cell) => nearestSum(cell, state) ?? [])
}

/** The sum nearest to a cell, from hidden cell to hidden cell, of which another can be hidden. */
function nearestSum(
  from: number,
  { table: { values }, hidden, sumsOf }: Omit<State, 'small'> & { readonly sumsOf: SumsByCell },
): Sum | undefined {
  const reached = new Set([from])
  for (const cell of reached) {
    for (const sum of sumsOf.get(cell) ?? []) {
      if (nextOf(sum, { values, hidden }) !== undefined) return sum
      for (const next of [...sum.parts, sum.whole]) reached.add(next)
    }
  }
  return undefined
}

/** The cell of a sum that goes next: the smallest part above zero, then a zero, then the whole; undefined = all are hidden. */
function nextOf(
  { whole, parts }: Sum,
  { values, hidden }: { values: CellsWithSums['values']; hidden: ReadonlySet<number> },
): number | undefined {
  const told = parts.filter((part) => !hidden.has(part))
  const size = (part: number) => values[part] || Number.POSITIVE_INFINITY
  const [part] = told.toSorted((one, other) => size(one) - size(other) || one - other)
  return part ?? (hidden.has(whole) ? undefined : whole)
}

function indexesOf(
  values: CellsWithSums['values'],
  wanted: (value: number | null) => boolean,
): readonly number[] {
  return values.flatMap((value, index) => (wanted(value) ? [index] : []))
}

function sumsByCell(sums: readonly Sum[]): SumsByCell {
  const found = new Map<number, Sum[]>()
  for (const sum of sums) {
    for (const cell of [...sum.parts, sum.whole]) {
      const own = found.get(cell) ?? []
      own.push(sum)
      found.set(cell, own)
    }
  }
  return found
}
