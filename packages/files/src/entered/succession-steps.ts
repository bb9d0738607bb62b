import type { Day, Succession, SuccessionKind } from '@cchc/domain'
import type { NamedUnit } from './new-units.ts'

/** One row of a table of old and new units. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly date: Day
  readonly decision: string
  /** What the table calls the new unit, where that is the name of none that is known. */
  readonly named?: NamedUnit
  at(column: 'from' | 'to' | 'date' | 'decision'): string
}

/** A succession and the rows that say it. */
export interface ToldSuccession {
  readonly succession: Succession
  readonly steps: readonly Step[]
}

/** What rows of one day say: splits by the old unit, and by the new unit what it took over whole. */
export function successionsOf(steps: readonly Step[]): ToldSuccession[] {
  const byOld = [...Map.groupBy(steps, ({ from }) => from).values()]
  const split = byOld.filter((own) => targetsOf(own).length > 1)
  const whole = byOld.filter((own) => targetsOf(own).length === 1).flatMap((own) => own[0] ?? [])
  const besides = new Set(split.flatMap(targetsOf))
  return [
    ...split.flatMap((own) => splitOf(own)),
    ...[...Map.groupBy(whole, ({ to }) => to)].flatMap(([to, own]) =>
      wholeOf(own, { isShared: besides.has(to) }),
    ),
  ]
}

/** The cell of a succession that a fault is about: that of the row which names the unit. */
export function cellOf({ steps }: ToldSuccession, key: string, code?: string): string {
  const column = key === 'to' || key === 'date' ? key : 'from'
  const step = steps.find(({ from, to }) => code === (column === 'to' ? to : from)) ?? steps[0]
  return step?.at(column) ?? ''
}

function targetsOf(own: readonly Step[]): string[] {
  return [...new Set(own.map(({ to }) => to))]
}

function splitOf(own: readonly Step[]): ToldSuccession[] {
  const [first] = own
  const to = targetsOf(own)
  if (!first) return []
  const heir = to.includes(first.from) ? first.from : first.to
  return [told(own, { kind: 'split', from: [first.from], to, default: heir })]
}

/** What goes to one successor whole. A unit that only goes on is no succession. */
function wholeOf(
  own: readonly Step[],
  { isShared }: { readonly isShared: boolean },
): ToldSuccession[] {
  const [first] = own
  const from = [...new Set(own.map((one) => one.from))]
  if (!first || (from.length === 1 && first.from === first.to)) return []
  const kind: SuccessionKind = from.length > 1 ? 'merged' : isShared ? 'abolished' : 'renamed'
  return [told(own, { kind, from, to: [first.to] })]
}

function told(
  steps: readonly Step[],
  units: Omit<Succession, 'date' | 'legalBasis'>,
): ToldSuccession {
  const decisions = [...new Set(steps.map(({ decision }) => decision))]
  const basis = decisions.join('; ').slice(0, 300)
  return {
    steps,
    succession: { date: steps[0]?.date ?? '', ...units, legalBasis: basis },
  }
}
