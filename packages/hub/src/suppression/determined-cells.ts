import type { Sum } from './sum.ts'

/** An equation between hidden cells: what each counts, by its index. */
type Equation = Map<number, number>

const NOTHING = 1e-9

/**
 * The hidden cells whose value follows from the sums and the cells that are told, in however many steps: those that stand
 * alone in an equation when the others are brought into reduced form (Gauss and Jordan).
 */
export function determinedCells(
  sums: readonly Sum[],
  hidden: ReadonlySet<number>,
): ReadonlySet<number> {
  const system = { solved: new Map<number, Equation>(), uses: new Map<number, Set<number>>() }
  for (const sum of sums) putIn(system, reduced(equationOf(sum, hidden), system.solved))
  const alone = [...system.solved].filter(([, equation]) => equation.size === 1)
  return new Set(alone.map(([cell]) => cell))
}

interface System {
  /** Each equation by the cell that it is solved for, which stands in no other. */
  readonly solved: Map<number, Equation>
  /** In which of them a cell stands beside that one. */
  readonly uses: Map<number, Set<number>>
}

/** Solves an equation for the cell that stands in the fewest others, and puts it into them. */
function putIn({ solved, uses }: System, equation: Equation): void {
  const usesOf = (cell: number) => uses.get(cell)?.size ?? 0
  const [pivot] = [...equation.keys()].toSorted((one, other) => usesOf(one) - usesOf(other))
  if (pivot === undefined) return
  divide(equation, equation.get(pivot) ?? 1)
  for (const other of uses.get(pivot) ?? []) {
    const own = solved.get(other)
    if (!own) continue
    subtract(own, { equation, times: own.get(pivot) ?? 0 })
    note(uses, { solved: other, equation: own })
  }
  uses.delete(pivot)
  solved.set(pivot, equation)
  note(uses, { solved: pivot, equation })
}

function equationOf({ whole, parts }: Sum, hidden: ReadonlySet<number>): Equation {
  const equation: Equation = new Map()
  for (const part of parts) if (hidden.has(part)) add(equation, part, 1)
  if (hidden.has(whole)) add(equation, whole, -1)
  return equation
}

/** What is left of an equation when every cell that is solved has been put in. */
function reduced(equation: Equation, solved: ReadonlyMap<number, Equation>): Equation {
  for (const [cell, times] of [...equation]) {
    const own = solved.get(cell)
    if (own) subtract(equation, { equation: own, times })
  }
  return equation
}

function subtract(
  from: Equation,
  { equation, times }: { readonly equation: Equation; readonly times: number },
): void {
  for (const [cell, count] of equation) add(from, cell, -count * times)
}

function divide(equation: Equation, by: number): void {
  for (const [cell, count] of equation) equation.set(cell, count / by)
}

function add(equation: Equation, cell: number, count: number): void {
  const sum = (equation.get(cell) ?? 0) + count
  if (Math.abs(sum) < NOTHING) equation.delete(cell)
  else equation.set(cell, sum)
}

function note(
  uses: Map<number, Set<number>>,
  { solved, equation }: { readonly solved: number; readonly equation: Equation },
): void {
  for (const cell of equation.keys()) {
    if (cell === solved) continue
    const own = uses.get(cell) ?? new Set()
    own.add(solved)
    uses.set(cell, own)
  }
}
